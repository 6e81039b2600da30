/// What came of decoding an operation's parameters.
struct DecodedParameters: Sendable {
    /// The values that were sent and can be checked against schemas: positions in the decoder's `parameters` and on
    /// the tape. Defaults are not among them.
    var values: [(parameter: Int, tapeIndex: Int)] = []
    /// In the order path, query, header, cookie.
    var faults: [ParameterFault] = []
    /// Names in the query that no parameter has, decoded, each once.
    var unknownQueryNames: [String] = []
}
