import NIOCore

/// How requests are logged, one line each on stderr.
public enum AccessLogFormat: String, Sendable, Hashable, CaseIterable {
    case off, text, json
}

/// One answered request, in words that are safe to log: templates and names, never paths, tokens or bodies.
struct AccessLogEntry {
    var requestID: String
    var method: String
    /// The operation's path template; nil when no operation was matched.
    var template: String?
    /// The router's name from the configuration or the description's title.
    var spec: String?
    var status: Int
    var duration: TimeAmount
    /// Of the answer's body.
    var bytes: Int
    var principals: [String]
    /// The address whence it came; nil where no server has told.
    var client: String?
    var node: String?
    var problem: String?
}

extension AccessLogEntry {
    func append(as format: AccessLogFormat, date: [UInt8], to line: inout [UInt8]) {
        switch format {
        case .off: return
        case .text: appendText(date, &line)
        case .json: appendJSON(date, &line)
        }
        line.append(UInt8(ascii: "\n"))
    }

    private func appendText(_ date: [UInt8], _ line: inout [UInt8]) {
        line += date
        for word in [requestID, method, template ?? "-", String(status)] { line.append(word: word) }
        line += " \(microseconds)us \(bytes)B".utf8
        if let client { line += " client=\(client)".utf8 }
        for principal in principals {
            line += " principal=".utf8
            line.append(name: principal)
        }
        if let node {
            line += " node=".utf8
            line.append(name: node)
        }
        if let problem { line += " problem=\(problem)".utf8 }
    }

    private func appendJSON(_ date: [UInt8], _ line: inout [UInt8]) {
        line += #"{"time":""#.utf8
        line += date
        line += #"","id":"#.utf8
        line.append(quoted: requestID)
        line.append(member: "method", method)
        line.append(member: "spec", spec)
        line.append(member: "template", template)
        line += #","status":\#(status),"microseconds":\#(microseconds),"bytes":\#(bytes)"#.utf8
        line.append(member: "client", client)
        line.append(member: "principal", principals.isEmpty ? nil : principals.joined(separator: ","))
        line.append(member: "node", node)
        line.append(member: "problem", problem)
        line.append(UInt8(ascii: "}"))
    }

    private var microseconds: Int64 { duration.nanoseconds / 1000 }
}

extension [UInt8] {
    fileprivate mutating func append(word: String) {
        append(UInt8(ascii: " "))
        append(contentsOf: word.utf8)
    }

    /// As it is when it is one word, else quoted.
    fileprivate mutating func append(name: String) {
        let isWord = !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != 0x22 && $0 != 0x5c }
        if isWord { append(contentsOf: name.utf8) } else { append(quoted: name) }
    }

    fileprivate mutating func append(member name: String, _ value: String?) {
        guard let value else { return }
        append(contentsOf: ",\"\(name)\":".utf8)
        append(quoted: value)
    }

    /// A JSON string.
    fileprivate mutating func append(quoted text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5c:
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0..<0x20:
                append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
