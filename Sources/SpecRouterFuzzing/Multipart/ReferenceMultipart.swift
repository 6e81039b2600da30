/// Reads multipart bodies whole and slowly: each rule of RFC 2046, section 5.1.1, as it is written there.
struct ReferenceMultipart {
    struct Part: Equatable, Sendable {
        var fields: [String]
        var content: [UInt8] = []
        var isComplete = false
    }

    /// Nil for what is no multipart body.
    static func read(_ body: [UInt8], boundary: String) -> [Part]? {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter needs no end of a line in front of it.
        var rest = (Array("\r\n".utf8) + body)[...]
        guard let first = rest.firstRange(of: delimiter) else { return nil }
        rest = rest[first.upperBound...]
        var parts: [Part] = []
        while !rest.starts(with: Array("--".utf8)) {
            guard let line = endOfLine(rest), let part = part(rest[line...], delimiter) else { return nil }
            parts.append(part.part)
            rest = part.rest
        }
        rest = rest.dropFirst(2)
        rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return rest.isEmpty || rest.starts(with: Array("\r\n".utf8)) ? parts : nil
    }

    /// Behind white space and CR LF.
    private static func endOfLine(_ rest: ArraySlice<UInt8>) -> Int? {
        let line = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return line.starts(with: Array("\r\n".utf8)) ? line.startIndex + 2 : nil
    }

    private static func part(
        _ text: ArraySlice<UInt8>, _ delimiter: [UInt8]
    ) -> (part: Part, rest: ArraySlice<UInt8>)? {
        var rest = text
        var fields: [String] = []
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[..<end]
            guard line.last == UInt8(ascii: "\r") else { return nil }
            // The end of the empty line may be that of the delimiter as well.
            if line.count == 1 { return content(rest, fields, delimiter, from: end + 1) }
            guard let field = field(line.dropLast()) else { return nil }
            fields.append(field)
            rest = rest[(end + 1)...]
        }
        return nil
    }

    private static func content(
        _ rest: ArraySlice<UInt8>, _ fields: [String], _ delimiter: [UInt8], from start: Int
    ) -> (part: Part, rest: ArraySlice<UInt8>)? {
        guard let found = rest.firstRange(of: delimiter) else { return nil }
        let content = rest[min(start, found.lowerBound)..<found.lowerBound]
        let isShared = found.lowerBound < start
        let part = Part(fields: fields, content: isShared ? [] : Array(content), isComplete: true)
        return (part, rest[found.upperBound...])
    }

    private static let separators = Array("()<>@,;:\\\"/[]?={} \t".utf8)

    private static func field(_ line: ArraySlice<UInt8>) -> String? {
        guard let text = String(validating: line, as: UTF8.self), let colon = line.firstIndex(of: UInt8(ascii: ":")),
            colon > line.startIndex,
            line[..<colon].allSatisfy({ $0 > 32 && $0 < 127 && !separators.contains($0) }),
            line[colon...].allSatisfy({ $0 == 9 || $0 >= 32 && $0 != 127 })
        else { return nil }
        let parts = text.unicodeScalars.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        var value = parts[1]
        while value.first == " " || value.first == "\t" { value.removeFirst() }
        while value.last == " " || value.last == "\t" { value.removeLast() }
        return "\(String(Substring(parts[0]))):\(String(Substring(value)))"
    }
}
