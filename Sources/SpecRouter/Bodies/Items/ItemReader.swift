package import JSONCore

/// Takes items out of a stream of octets, however it is cut into chunks. Pure: it knows no schemas, sockets and tasks.
///
/// Linear in the stream; keeps no more than one item, of at most `limit` octets.
package struct ItemReader: Sendable {
    private let format: ItemFormat
    private let options: JSONParser.Options
    private var pending = PendingOctets()
    private var events = EventAssembly()
    private var sawRecord = false
    private var followsReturn = false

    /// - Parameter options: of each item's JSON; their `maximumBytes` bound an item.
    package init(_ format: ItemFormat, _ options: JSONParser.Options) {
        self.format = format
        self.options = options
    }

    package mutating func feed(_ chunk: [UInt8]) {
        pending.append(chunk)
    }

    /// The next whole item; nil when more has to come, or at the end.
    ///
    /// - Parameter isEnd: nothing more will be fed.
    package mutating func next(isEnd: Bool) throws(ItemFault) -> JSON? {
        switch format {
        case .lines: try nextLine(isEnd)
        case .records: try nextRecord(isEnd)
        case .events: try nextEvent(isEnd)
        }
    }

    /// Lines of nothing but white space are no items.
    private mutating func nextLine(_ isEnd: Bool) throws(ItemFault) -> JSON? {
        while let (text, _) = pending.next(before: { $0 == 0x0a }) {
            if let item = try json(text) { return item }
        }
        try checkSize()
        return isEnd ? try json(pending.rest()) : nil
    }

    /// A record runs from one separator to the next (RFC 7464, section 2.1).
    private mutating func nextRecord(_ isEnd: Bool) throws(ItemFault) -> JSON? {
        while let (text, _) = pending.next(before: { $0 == 0x1e }) {
            defer { sawRecord = true }
            if let item = try record(text) { return item }
        }
        try checkSize()
        return isEnd ? try record(pending.rest()) : nil
    }

    /// Only text that says where it ends is whole without white space behind it (RFC 7464, section 2.4).
    private func record(_ text: ArraySlice<UInt8>) throws(ItemFault) -> JSON? {
        guard let item = try json(text) else { return nil }
        guard sawRecord else { throw ItemFault("does not begin with a record separator (U+001E)") }
        let endsItself = item.kind == .string || item.kind == .array || item.kind == .object
        guard endsItself || text.last.map(Self.isSpace) == true else {
            throw ItemFault("has no line feed behind it, so it may be cut off")
        }
        return item
    }

    /// An event ends with an empty line; one that does not is dropped, as the standard wants it.
    private mutating func nextEvent(_ isEnd: Bool) throws(ItemFault) -> JSON? {
        while let (line, delimiter) = pending.next(before: { $0 == 0x0a || $0 == 0x0d }) {
            defer { followsReturn = delimiter == 0x0d }
            if followsReturn, delimiter == 0x0a, line.isEmpty { continue }
            guard events.count + line.count <= options.maximumBytes else { throw tooLarge }
            if let event = try events.take(line) { return event }
        }
        try checkSize()
        return nil
    }

    private func checkSize() throws(ItemFault) {
        guard pending.count <= options.maximumBytes else { throw tooLarge }
    }

    private var tooLarge: ItemFault {
        ItemFault("is larger than the \(options.maximumBytes) octets that an item may have", keyword: "size")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

    /// Nil for white space alone.
    private func json(_ text: ArraySlice<UInt8>) throws(ItemFault) -> JSON? {
        guard !text.allSatisfy(Self.isSpace) else { return nil }
        do throws(JSONSyntaxError) {
            return try JSON(parsing: Array(text), options: options)
        } catch {
            throw ItemFault("is not JSON: \(error.message) (column \(error.column))")
        }
    }
}

/// Why something is no item.
package struct ItemFault: Error, Sendable, Hashable {
    /// To follow the name of the place: never the value that was sent.
    let message: String
    let keyword: String

    init(_ message: String, keyword: String = "syntax") {
        self.message = message
        self.keyword = keyword
    }
}
