/// Parses JSON texts, one after the other, strictly by RFC 8259: UTF-8 only, no byte-order mark, no lone surrogates.
///
/// Linear in the length of the text, not recursive. Keep one to reuse its buffers (`recycle`).
public struct JSONParser: Sendable {
    public enum DuplicateKeys: Sendable, Hashable { case refuse, allow }

    public struct Options: Sendable, Hashable {
        /// How many arrays and objects may be open at once.
        public var maximumDepth: Int
        public var maximumBytes: Int
        /// With `.allow`, the last of several members with one key counts.
        public var duplicateKeys: DuplicateKeys
        /// A recycled document's buffers are kept for the next text unless they are larger than this, each.
        public var keptBytes = 1 << 20

        public init(maximumDepth: Int, maximumBytes: Int = .max, duplicateKeys: DuplicateKeys = .refuse) {
            self.maximumDepth = maximumDepth
            self.maximumBytes = maximumBytes
            self.duplicateKeys = duplicateKeys
        }

        /// For texts from a trusted place: 512 levels, any size.
        public static let `default` = Options(maximumDepth: 512)
    }

    /// Of the texts to come.
    public var options: Options
    /// Of documents that were given back, and of texts that were refused. A copy of the parser may share them.
    private var spares: [JSONTape] = []
    /// So many documents may be in use at a time and all be given back.
    private static let keptTapes = 2
    private var filters: [UInt64] = []
    private var largeObjects = LargeObjectKeys()

    public init(_ options: Options) {
        self.options = options
    }

    /// The source offsets of a tape are 32 bits wide; positions within the padding must fit too.
    private static let addressableBytes = Int(Int32.max) - JSONTape.padding

    /// Copies nothing when `bytes` is uniquely owned and has room for 64 bytes more.
    public mutating func parse(_ bytes: consuming [UInt8]) throws(JSONSyntaxError) -> JSON {
        let count = bytes.count
        if !spares.isEmpty, bytes.capacity < count + JSONTape.padding {
            return try parse(copying: bytes.span)
        }
        try checkSize(count)
        let tape = takeTape()
        bytes.append(contentsOf: repeatElement(0, count: JSONTape.padding))
        unsafe tape.storage.bytes = bytes
        unsafe tape.storage.sourceCount = count
        return try parse(in: tape)
    }

    /// Parses a copy of `text`; allocates nothing when a recycled document had room for as much.
    package mutating func parse(copying text: Span<UInt8>) throws(JSONSyntaxError) -> JSON {
        try checkSize(text.count)
        let tape = takeTape()
        let needed = text.count + JSONTape.padding
        if unsafe tape.storage.bytes.count < needed {
            unsafe tape.storage.bytes = Array(repeating: 0, count: needed)
        }
        unsafe tape.storage.bytes.copyPadded(text)
        unsafe tape.storage.sourceCount = text.count
        return try parse(in: tape)
    }

    /// Takes the document back for the next text, if nothing else refers to it.
    package mutating func recycle(_ json: consuming JSON) {
        var tape = json.takeTape()
        guard isKnownUniquelyReferenced(&tape) else { return }
        tape.shrink(toBytes: options.keptBytes)
        largeObjects.shrink(toBytes: options.keptBytes)
        keep(tape)
    }

    private mutating func keep(_ tape: consuming JSONTape) {
        if spares.count < Self.keptTapes { spares.append(tape) }
    }

    private func checkSize(_ count: Int) throws(JSONSyntaxError) {
        let limit = min(options.maximumBytes, Self.addressableBytes)
        if count > limit {
            throw JSONSyntaxFault(.tooLarge(limit), at: 0).error(in: [], count: 0)
        }
    }

    /// A tape to which nothing else refers.
    private mutating func takeTape() -> JSONTape {
        guard var tape = spares.popLast(), isKnownUniquelyReferenced(&tape) else { return JSONTape() }
        return tape
    }

    /// Parses the bytes of `tape`, to which nothing else may refer.
    private mutating func parse(in tape: consuming JSONTape) throws(JSONSyntaxError) -> JSON {
        if filters.isEmpty { filters = Array(repeating: 0, count: 32) }
        if let fault = unsafe tape.storage.scan(options, &filters, &largeObjects) {
            let error = unsafe fault.error(in: tape.storage.bytes, count: tape.storage.sourceCount)
            keep(tape)
            throw error
        }
        tape.publish()
        return JSON(tape: tape, index: 0)
    }
}

extension JSONTape.Storage {
    /// Fills the entries from the bytes.
    fileprivate mutating func scan(
        _ options: JSONParser.Options, _ filters: inout [UInt64], _ largeObjects: inout LargeObjectKeys
    ) -> JSONSyntaxFault? {
        if entries.isEmpty { entries = Array(repeating: .empty, count: 16 + sourceCount / 8) }
        version &+= 1
        var scanner = TapeScanner(sourceCount: sourceCount, options: options)
        swap(&scanner.largeObjects, &largeObjects)
        defer { swap(&scanner.largeObjects, &largeObjects) }
        while true {
            let outcome = Self.run(&scanner, bytes, into: &entries, filters: &filters, unescaped: &unescaped)
            switch outcome {
            case .finished: return nil
            case .failed(let fault): return fault
            case .needsEntries: entries.append(contentsOf: repeatElement(.empty, count: entries.count))
            case .needsFilters: filters.append(contentsOf: repeatElement(0, count: filters.count))
            }
        }
    }

    @inline(__always)
    private static func run(
        _ scanner: inout TapeScanner, _ bytes: [UInt8], into entries: inout [TapeEntry],
        filters: inout [UInt64], unescaped: inout [UInt8]
    ) -> TapeScanner.Outcome {
        let text = bytes.span
        if text.halfWord(at: 0) & 0xFF_FFFF == 0xBF_BBEF { return .failed(JSONSyntaxFault(.byteOrderMark, at: 0)) }
        return scanner.run(text, into: entries.mutableSpan, filters: filters.mutableSpan, unescaped: &unescaped)
    }
}

extension JSON {
    /// With `self` goes its reference, so that the answer may be the only one.
    fileprivate consuming func takeTape() -> JSONTape { tape }
}
