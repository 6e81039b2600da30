import JSONCore
import JSONSchema
import OpenAPIModel

/// Answers an operation from its description: from its examples, else with simple values that its schemas accept.
///
/// Everything that leaves was checked against its schema; what cannot be made is a problem that says why. Nothing is
/// kept between requests.
struct MockPlan: Sendable {
    private let answers: [Answer]
    let document: OpenAPIDocument

    struct Answer: Sendable {
        let key: ResponseKey
        /// JSON first, else in the order of the description.
        let contents: [MockContent]
        /// Headers that have to be there.
        let headers: [(name: String, schema: Place?)]
    }

    /// - Parameter schema: what a schema of the description compiled to; nil when it did not.
    init(operation: Operation, document: OpenAPIDocument, schema: (Place) -> CompiledSchema?) {
        self.document = document
        answers = operation.responses.map { key, response in
            let contents = response.content.map { MockContent($0, in: document, schema) }
            return Answer(
                key: key,
                contents: contents.filter(\.isJSON) + contents.filter { !$0.isJSON },
                headers: response.headers.filter(\.header.isRequired).map { ($0.name, $0.header.schema) })
        }
    }

    /// What was made for a request.
    struct Draft: Sendable {
        var status: Int
        var headers: [HeaderField] = []
        /// Nil for an answer without a body.
        var body: (mediaType: String, value: MockContent.Value)?
    }

    /// The answer that `preference` asks for, else the first success, in the media type that `accept` likes best.
    func draft(_ preference: MockPreference, accept: AcceptHeader) throws(Problem) -> Draft {
        let (answer, status) = try answer(preference)
        var draft = Draft(status: status)
        draft.headers = headers(of: answer)
        guard !answer.contents.isEmpty, ![204, 205, 304].contains(status) else { return draft }
        var first: Problem?
        for content in ranked(answer.contents, accept) {
            do throws(Problem) {
                draft.body = try content.value(named: preference.example, in: document, status: status)
                return draft
            } catch {
                first = first ?? error
            }
        }
        throw first ?? Problem(.mockUnavailable, "The response \(status) has no content that could be made.")
    }

    private func answer(_ preference: MockPreference) throws(Problem) -> (Answer, status: Int) {
        if let code = preference.code {
            let precise = answers.first { $0.key == .status(code) } ?? answers.first { $0.key == .range(code / 100) }
            if let found = precise ?? answers.first(where: { $0.key == .default }), (200...599).contains(code) {
                return (found, code)
            }
            let keys = answers.map(\.key.description).joined(separator: ", ")
            throw Problem(
                .mockUnavailable,
                "The description declares no response for the code that Prefer asks for; it declares \(keys).")
        }
        guard let usual = answers.min(by: { rank($0.key) < rank($1.key) }) else {
            throw Problem(.mockUnavailable, "The description declares no response for this operation.")
        }
        return (usual, status(of: usual.key))
    }

    /// Success first: the lowest status, `2XX`, `default`; then redirections and failures.
    private func rank(_ key: ResponseKey) -> Int {
        switch key {
        case .status(let code) where code / 100 == 2: code
        case .range(2): 300
        case .default: 301
        case .status(let code) where code < 200: 10_000 + code
        case .status(let code): 1_000 + code
        case .range(let digit): 1_000 + digit * 100 + 99
        }
    }

    private func status(of key: ResponseKey) -> Int {
        switch key {
        case .status(let code): code
        case .range(let digit): digit * 100
        case .default: 200
        }
    }

    /// Those that the client accepts, best first; all when it accepts none, which was refused before.
    private func ranked(_ contents: [MockContent], _ accept: AcceptHeader) -> [MockContent] {
        let rated = contents.map { content in
            (content: content, quality: MediaType(content.mediaType).map(accept.quality) ?? 0)
        }
        let accepted = rated.filter { $0.quality > 0 }
        if accepted.isEmpty { return contents }
        return accepted.enumerated().sorted { left, right in
            (right.element.quality, left.offset) < (left.element.quality, right.offset)
        }.map(\.element.content)
    }

    private func headers(of answer: Answer) -> [HeaderField] {
        answer.headers.map { name, schema in
            guard let schema else { return (name, "string") }
            var writer = MockValue(document: document, choices: [:], omitted: [], cache: MockCandidate.Cache())
            let value = writer.value(for: schema)
            return (name, value.string ?? value[0]?.string ?? value.serialized())
        }
    }
}
