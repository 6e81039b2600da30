import JSONCore

/// Writes a JSON value as YAML in block style, so that readers of YAML 1.1 and 1.2 read the same value back.
struct YAMLWriter {
    private var text: [UInt8] = []

    static func text(of json: JSON) -> [UInt8] {
        var writer = YAMLWriter()
        switch json.kind {
        case .object where json.count > 0: writer.members(of: json, indent: 0, isInline: true)
        case .array where json.count > 0: writer.elements(of: json, indent: 0, isInline: true)
        default: writer.scalar(json, indent: 0)
        }
        writer.endLine()
        return writer.text
    }

    /// `isInline`: the first member follows what the line already holds.
    private mutating func members(of object: JSON, indent: Int, isInline: Bool) {
        var isInline = isInline
        for (key, value) in object.members {
            startLine(indent, isInline)
            isInline = false
            self.key(key, indent)
            self.value(value, indent)
        }
    }

    private mutating func key(_ key: String, _ indent: Int) {
        let scalar = YAMLScalarText(key)
        guard key.utf8.count > YAMLScalarText.longestSimpleKey else {
            text += scalar.inline + ":".utf8
            return
        }
        text += "? ".utf8
        text += scalar.inline
        startLine(indent, false)
        text += ":".utf8
    }

    private mutating func value(_ value: JSON, _ indent: Int) {
        switch value.kind {
        case .object where value.count > 0: members(of: value, indent: indent + 1, isInline: false)
        case .array where value.count > 0: elements(of: value, indent: indent + 1, isInline: false)
        default:
            text += " ".utf8
            scalar(value, indent: indent + 1)
        }
    }

    private mutating func elements(of array: JSON, indent: Int, isInline: Bool) {
        var isInline = isInline
        for element in array.elements {
            startLine(indent, isInline)
            isInline = false
            text += "- ".utf8
            switch element.kind {
            case .object where element.count > 0: members(of: element, indent: indent + 1, isInline: true)
            case .array where element.count > 0: elements(of: element, indent: indent + 1, isInline: true)
            default: scalar(element, indent: indent + 1)
            }
        }
    }

    private mutating func scalar(_ json: JSON, indent: Int) {
        guard let string = json.string else {
            text += json.serializedBytes()
            return
        }
        let scalar = YAMLScalarText(string)
        guard let block = scalar.block else {
            text += scalar.inline
            return
        }
        text += block.header.utf8
        for line in block.lines {
            if line.isEmpty { endLine() } else { startLine(indent, false) }
            text += line
        }
    }

    private mutating func startLine(_ indent: Int, _ isInline: Bool) {
        guard !isInline else { return }
        if !text.isEmpty { endLine() }
        text += repeatElement(UInt8(ascii: " "), count: indent * 2)
    }

    private mutating func endLine() {
        text.append(UInt8(ascii: "\n"))
    }
}
