import JSONCore

/// Reads streams of items whole and slowly: each rule as the specifications have it.
enum ReferenceItems {
    struct Reading: Equatable {
        var items: [JSON] = []
        /// Behind the items.
        var isFaulty = false
    }

    static let options = JSONParser.Options(maximumDepth: 32, maximumBytes: 1 << 20)

    static func lines(_ stream: [UInt8]) -> Reading {
        var reading = Reading()
        for line in stream.split(separator: 0x0a) where !isBlank(line) {
            guard let item = json(line) else {
                reading.isFaulty = true
                break
            }
            reading.items.append(item)
        }
        return reading
    }

    /// RFC 7464, sections 2.1 and 2.4.
    static func records(_ stream: [UInt8]) -> Reading {
        var reading = Reading()
        let records = stream.split(separator: 0x1e, omittingEmptySubsequences: false)
        for (index, record) in records.enumerated() where !isBlank(record) {
            let item = index == 0 ? nil : json(record)
            let isWhole = item.map { [.string, .array, .object].contains($0.kind) } ?? false
            guard let item, isWhole || isBlank(record.suffix(1)) else {
                reading.isFaulty = true
                break
            }
            reading.items.append(item)
        }
        return reading
    }

    /// The HTML standard, "Parsing an event stream" and "Interpreting an event stream".
    static func events(_ stream: [UInt8]) -> Reading {
        var reading = Reading()
        var fields: [(name: String, value: [UInt8])] = []
        let bytes = stream.starts(with: [0xef, 0xbb, 0xbf]) ? Array(stream.dropFirst(3)) : stream
        for line in wholeLines(bytes) {
            if line.isEmpty {
                let (event, isFaulty) = event(fields)
                if isFaulty { return Reading(items: reading.items, isFaulty: true) }
                if let event { reading.items.append(event) }
                fields = []
                continue
            }
            let name = line.prefix { $0 != UInt8(ascii: ":") }
            var value = line.dropFirst(name.count + 1)
            if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
            let isText = name.elementsEqual("event".utf8) || name.elementsEqual("id".utf8) && !value.contains(0)
            if isText, text(Array(value)) == nil { return Reading(items: reading.items, isFaulty: true) }
            fields.append((text(Array(name)) ?? "", Array(value)))
        }
        return reading
    }

    /// Lines that have an end.
    private static func wholeLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(where: { $0 == 0x0a || $0 == 0x0d }) {
            lines.append(rest[..<end])
            let isPair = rest[end] == 0x0d && end + 1 < rest.endIndex && rest[end + 1] == 0x0a
            rest = rest[(end + (isPair ? 2 : 1))...]
        }
        return lines
    }

    private static func event(_ fields: [(name: String, value: [UInt8])]) -> (event: JSON?, isFaulty: Bool) {
        let data = fields.filter { $0.name == "data" }.map(\.value)
        guard !data.isEmpty else { return (nil, false) }
        guard let content = text(Array(data.joined(separator: [0x0a]))) else { return (nil, true) }
        var tape = TapeBuilder()
        tape.beginObject()
        tape.key("data")
        tape.string(content)
        for name in ["event", "id"] {
            let value = fields.last { $0.name == name && (name == "event" || !$0.value.contains(0)) }?.value
            guard let value, let text = text(value) else { continue }
            tape.key(name)
            tape.string(text)
        }
        let delays = fields.filter { $0.name == "retry" && !$0.value.isEmpty && $0.value.allSatisfy(isDigit) }
        if let delay = delays.last.flatMap({ Int64(text($0.value) ?? "") }) {
            tape.key("retry")
            tape.int(delay)
        }
        _ = tape.endObject()
        return (tape.finish(), false)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
        text.allSatisfy { $0 == 0x20 || (0x09...0x0d).contains($0) }
    }

    private static func json(_ text: ArraySlice<UInt8>) -> JSON? { try? JSON(parsing: Array(text), options: options) }

    private static func text(_ bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }
}
