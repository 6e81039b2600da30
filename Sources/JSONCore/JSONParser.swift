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

    public let options: Options
    /// Of the document that was given back, or of the last text that was refused.
    private var storage = JSONTape.Storage()
    private var filters: [UInt64] = []

    public init(_ options: Options) {
        self.options = options
    }

    /// The source offsets of a tape are 32 bits wide; positions within the padding must fit too.
    private static let addressableBytes = Int(Int32.max) - JSONTape.padding

    /// Copies nothing when `bytes` is uniquely owned and has room for 64 bytes more.
    public mutating func parse(_ bytes: consuming [UInt8]) throws(JSONSyntaxError) -> JSON {
        let count = bytes.count
        if bytes.capacity < count + JSONTape.padding, !storage.bytes.isEmpty {
            return try parse(copying: bytes.span)
        }
        try checkSize(count)
        bytes.append(contentsOf: repeatElement(0, count: JSONTape.padding))
        storage.bytes = bytes
        storage.sourceCount = count
        return try parse()
    }

    /// Parses a copy of `text`, in the storage of a recycled document if there is one.
    package mutating func parse(copying text: Span<UInt8>) throws(JSONSyntaxError) -> JSON {
        try checkSize(text.count)
        let needed = text.count + JSONTape.padding
        if storage.bytes.count < needed {
            storage.bytes = Array(repeating: 0, count: needed)
        }
        storage.bytes.copyPadded(text)
        storage.sourceCount = text.count
        return try parse()
    }

    /// Takes the document's storage back for the next text, if nothing else refers to it.
    package mutating func recycle(_ json: consuming JSON) {
        var tape = json.tape
        json = JSON.placeholder
        guard isKnownUniquelyReferenced(&tape) else { return }
        storage = tape.storage
        // The document is gone with this, and its arrays are referred to from here alone.
        tape = JSON.placeholder.tape
        storage.shrink(toBytes: options.keptBytes)
    }

    private func checkSize(_ count: Int) throws(JSONSyntaxError) {
        let limit = min(options.maximumBytes, Self.addressableBytes)
        if count > limit {
            throw JSONSyntaxFault(.tooLarge(limit), at: 0).error(in: [], count: 0)
        }
    }

    /// Parses what is in `storage.bytes`.
    private mutating func parse() throws(JSONSyntaxError) -> JSON {
        if let fault = scan() {
            throw fault.error(in: storage.bytes, count: storage.sourceCount)
        }
        var finished = JSONTape.Storage()
        swap(&finished, &storage)
        return JSON(tape: JSONTape(finished), index: 0)
    }

    private mutating func scan() -> JSONSyntaxFault? {
        if storage.entries.isEmpty {
            storage.entries = Array(repeating: .empty, count: 16 + storage.sourceCount / 8)
        }
        if filters.isEmpty { filters = Array(repeating: 0, count: 32) }
        storage.unescaped.removeAll(keepingCapacity: true)
        var scanner = TapeScanner(sourceCount: storage.sourceCount, options: options)
        while true {
            switch storage.run(&scanner, filters: &filters) {
            case .finished: return nil
            case .failed(let fault): return fault
            case .needsEntries:
                storage.entries.append(contentsOf: repeatElement(.empty, count: storage.entries.count))
            case .needsFilters: filters.append(contentsOf: repeatElement(0, count: filters.count))
            }
        }
    }
}

extension JSONTape.Storage {
    fileprivate mutating func run(_ scanner: inout TapeScanner, filters: inout [UInt64]) -> TapeScanner.Outcome {
        Self.run(&scanner, bytes, into: &entries, filters: &filters, unescaped: &unescaped)
    }

    private static func run(
        _ scanner: inout TapeScanner, _ bytes: [UInt8], into entries: inout [TapeEntry],
        filters: inout [UInt64], unescaped: inout [UInt8]
    ) -> TapeScanner.Outcome {
        let text = bytes.span
        if text.halfWord(at: 0) & 0xFF_FFFF == 0xBF_BBEF { return .failed(JSONSyntaxFault(.byteOrderMark, at: 0)) }
        return scanner.run(text, into: entries.mutableSpan, filters: filters.mutableSpan, unescaped: &unescaped)
    }
}
