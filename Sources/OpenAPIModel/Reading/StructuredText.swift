public import JSONCore

/// Reads JSON or YAML, whichever the content is: descriptions, and configuration files too.
public enum StructuredText {
    /// Every value of the result has a line and a column, and no object has a key twice.
    ///
    /// YAML is read by the core schema of YAML 1.2: only `true`, `false`, `null` and numbers are no strings, and keys
    /// always are. Aliases are expanded. UTF-16 is understood. `name` is what the diagnostics call the file.
    public static func parse(
        _ bytes: [UInt8], name: String, limits: ReadingLimits
    ) throws(DiagnosticError) -> JSON {
        let json: JSON
        do throws(SyntaxFault) {
            json = try read(bytes, limits)
        } catch {
            throw DiagnosticError([error.diagnostic(in: name)])
        }
        let duplicates = duplicateKeys(in: json, name)
        guard duplicates.isEmpty else { throw DiagnosticError(duplicates) }
        return json
    }

    private static func read(_ bytes: [UInt8], _ limits: ReadingLimits) throws(SyntaxFault) -> JSON {
        guard bytes.count <= limits.maximumBytes else {
            throw SyntaxFault(.limitExceeded, "The document has more than \(limits.maximumBytes) bytes.", at: .start)
        }
        let text = try TextEncoding.utf8(bytes)
        guard let first = text.first(where: { !$0.isWhiteSpace }) else {
            throw SyntaxFault(.syntax, "The document is empty.", at: .start)
        }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            return try YAMLReader.read(text, limits: limits)
        }
        return try readBracketed(text, limits)
    }

    /// A text that starts like JSON but is none may be YAML in flow style; when it is not that either, it was meant to
    /// be JSON.
    private static func readBracketed(_ text: [UInt8], _ limits: ReadingLimits) throws(SyntaxFault) -> JSON {
        let options = JSONParser.Options(maximumDepth: limits.maximumDepth, duplicateKeys: .allow)
        do throws(JSONSyntaxError) {
            return try JSON(parsing: text, options: options).compacted
        } catch {
            if let json = try? YAMLReader.read(text, limits: limits) { return json }
            let position = SourcePosition(line: error.line, column: error.column)
            throw SyntaxFault(.syntax, "This is not well-formed JSON: " + error.message, at: position)
        }
    }

    private static func duplicateKeys(in json: JSON, _ name: String) -> [Diagnostic] {
        let tape = json.tape
        var found: [Diagnostic] = []
        for index in json.index..<tape.next(after: json.index) where tape.entry(index).flags.contains(.duplicateKeys) {
            guard tape.entry(index).kind == .object else { continue }
            found += duplicateKeys(of: JSON(tape: tape, index: index), name)
        }
        return found
    }

    private static func duplicateKeys(of object: JSON, _ name: String) -> [Diagnostic] {
        var first: [[UInt8]: JSON] = [:]
        var found: [Diagnostic] = []
        for (key, _) in object.memberKeys {
            let text = Array((key.string ?? "").utf8)
            guard let earlier = first[text] else {
                first[text] = key
                continue
            }
            let line = earlier.tape.position(of: earlier.index)?.line ?? 1
            let position = key.tape.position(of: key.index) ?? (1, 1)
            found.append(
                Diagnostic(
                    .error, .duplicateKey,
                    "The key \"\(key.string ?? "")\" stands here a second time; the first is in line \(line).",
                    hint: "Remove one of the two, or merge them.",
                    location: SourceLocation(file: name, line: position.line, column: position.column),
                    pointer: key.tape.pointer(to: key.index)))
        }
        return found
    }
}

extension UInt8 {
    fileprivate var isWhiteSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
