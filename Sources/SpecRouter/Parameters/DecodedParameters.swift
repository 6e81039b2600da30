/// What came of decoding an operation's parameters.
struct DecodedParameters: Sendable {
    typealias Value = (parameter: Int, tapeIndex: Int)

    /// The values that were sent and can be checked against schemas: positions in the decoder's `parameters` and on
    /// the tape. Defaults are not among them.
    var values: [Value] = []
    /// In the order path, query, header, cookie.
    var faults: [ParameterFault] = []
    /// Where in the query names stand that no parameter has.
    var unknownQuery: [Range<Int>] = []

    /// Those names, decoded, each once.
    func unknownNames(in query: Span<UInt8>) -> [String] {
        var seen: Set<[UInt8]> = []
        var names: [String] = []
        for range in unknownQuery {
            var name: [UInt8] = []
            PercentDecoding.forEachByte(of: query, range, .form) { name.append($0) }
            if seen.insert(name).inserted { names.append(String(decoding: name, as: UTF8.self)) }
        }
        return names
    }
}
