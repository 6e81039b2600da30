import JSONCore

/// Puts the lines of an event stream together to events (the HTML standard, "Interpreting an event stream"), as the
/// objects that OpenAPI 3.2 checks: `data`, and `event`, `id` and `retry` where they are given.
struct EventAssembly: Sendable {
    private var data: [UInt8]?
    private var event: String?
    private var id: String?
    private var retry: Int64?
    private var isFirst = true

    /// Octets that are kept.
    var count: Int { data?.count ?? 0 }

    /// The event that an empty line ends; nil for any other line, and for an event without data, which is none.
    mutating func take(_ line: ArraySlice<UInt8>) throws(ItemFault) -> JSON? {
        var line = line
        if isFirst, line.starts(with: [0xef, 0xbb, 0xbf]) { line = line.dropFirst(3) }
        isFirst = false
        guard !line.isEmpty else { return try dispatch() }
        let name = line.prefix { $0 != UInt8(ascii: ":") }
        var value = line.dropFirst(name.count + 1)
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        try note(name, value)
        return nil
    }

    /// Comments have no name; unknown names are ignored.
    private mutating func note(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) throws(ItemFault) {
        switch name.count {
        case 4 where name.elementsEqual("data".utf8):
            data = data.map { $0 + [0x0a] + value } ?? Array(value)
        case 5 where name.elementsEqual("event".utf8): event = try text(value)
        case 2 where name.elementsEqual("id".utf8): if !value.contains(0) { id = try text(value) }
        case 5 where name.elementsEqual("retry".utf8):
            let isNumber = !value.isEmpty && value.allSatisfy { (0x30...0x39).contains($0) }
            if isNumber { retry = Int64(try text(value)) }
        default: break
        }
    }

    private mutating func dispatch() throws(ItemFault) -> JSON? {
        defer { (data, event, id, retry) = (nil, nil, nil, nil) }
        guard let data else { return nil }
        var tape = TapeBuilder()
        tape.beginObject()
        tape.key("data")
        tape.string(try text(data[...]))
        for (name, value) in [("event", event), ("id", id)] {
            guard let value else { continue }
            tape.key(name)
            tape.string(value)
        }
        if let retry {
            tape.key("retry")
            tape.int(retry)
        }
        tape.endObject()
        return tape.finish()
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(ItemFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw ItemFault("is not UTF-8 text") }
        return text
    }
}
