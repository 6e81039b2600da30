import JSONCore

/// What is fuzzed. An input is any bytes; the same bytes always mean the same and give the same outcome.
package enum FuzzTarget: String, CaseIterable, Sendable {
    case json, pattern, schema, multipart, parameters, items, tokens, deflate, xml

    /// Throws the first rule that does not hold for the input. A trap, too much memory or too much time are for the
    /// caller to notice.
    package func check(_ input: [UInt8]) throws(Finding) {
        switch self {
        case .json: try JSONProperties.check(input)
        case .pattern: try PatternProperties.check(input)
        case .schema: try SchemaProperties.check(input)
        case .multipart: try MultipartProperties.check(input)
        case .parameters: try ParameterProperties.check(input)
        case .items: try ItemProperties.check(input)
        case .tokens: try TokenProperties.check(input)
        case .deflate: try DeflateProperties.check(input)
        case .xml: try XMLProperties.check(input)
        }
    }

    /// The input of a number, out of all there are for a seed: half of them are changed `seeds`, the rest made up.
    package func input(number: UInt64, of seed: UInt64, from seeds: [[UInt8]]) -> [UInt8] {
        var random = SeededGenerator(seed: seed ^ number &* 0xD6E8_FEB8_6659_FD93)
        if !seeds.isEmpty, Bool.random(using: &random) {
            return Mutation.mutate(seeds, joining: dictionary, using: &random)
        }
        let length = Int.random(in: 1...[16, 64, 256, 1024][Int.random(in: 0..<4, using: &random)], using: &random)
        let bytes = random.bytes(length)
        guard let text = text(from: bytes) else { return bytes }
        return Bool.random(using: &random) ? text : Mutation.mutate([text], joining: dictionary, using: &random)
    }

    /// What bytes are made to by a grammar; nil where the target reads them as decisions itself.
    private func text(from bytes: [UInt8]) -> [UInt8]? {
        var choices = Choices(bytes)
        switch self {
        case .json: return Array(JSONGrammar.text(using: &choices).utf8)
        case .parameters: return ParameterGrammar.text(using: &choices)
        case .pattern, .schema, .multipart, .items, .tokens, .deflate, .xml: return nil
        }
    }

    /// Pieces of text that mutation inserts.
    package var dictionary: [String] {
        switch self {
        case .json: JSONGrammar.pieces
        case .pattern: PatternGrammar.pieces
        case .schema: SchemaGrammar.pieces
        case .multipart: MultipartGrammar.pieces
        case .parameters: ParameterGrammar.pieces
        case .items: ItemGrammar.pieces
        case .tokens: TokenGrammar.pieces
        case .deflate: []
        case .xml: XMLGrammar.pieces
        }
    }
}
