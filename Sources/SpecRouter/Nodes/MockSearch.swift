import JSONCore
import JSONSchema
import OpenAPIModel

/// Looks for a value that a schema accepts: makes one, asks the schema, and tries the next candidate where it objects.
struct MockSearch {
    /// Values that are made before it gives up.
    private static let attempts = 100
    /// Places that are filled in, in all of them together.
    private static let maximumEffort = 20_000
    private static let violationLimit = 64

    private let document: OpenAPIDocument
    private let schema: CompiledSchema
    private var choices: [MockValue.Path: Int] = [:]
    private var omitted: Set<MockValue.Path> = []

    /// A value, or what is wrong with the first one that was tried.
    static func value(
        for place: Place, accordingTo schema: CompiledSchema, in document: OpenAPIDocument
    ) -> Result<JSON, MockFailure> {
        var search = MockSearch(document: document, schema: schema)
        return search.run(place)
    }

    private init(document: OpenAPIDocument, schema: CompiledSchema) {
        self.document = document
        self.schema = schema
    }

    private mutating func run(_ place: Place) -> Result<JSON, MockFailure> {
        var first: Violation?
        var cache = MockCandidate.Cache()
        var effort = 0
        for _ in 0..<Self.attempts {
            var writer = MockValue(document: document, choices: choices, omitted: omitted, cache: cache)
            let value = writer.value(for: place)
            let violations = schema.violations(in: value, atMost: Self.violationLimit)
                .sorted { $0.instance.tokens.count > $1.instance.tokens.count }
            guard let deepest = violations.first else { return .success(value) }
            first = first ?? deepest
            cache = writer.cache
            effort += writer.points.count
            guard effort < Self.maximumEffort, step(from: violations.map(\.instance.tokens), writer.points) else {
                break
            }
        }
        return .failure(MockFailure(first))
    }

    /// Steps at every path that no deeper one stands for. False when nothing is left to try anywhere.
    private mutating func step(
        from paths: [MockValue.Path], _ points: [MockValue.Path: MockValue.Choice]
    ) -> Bool {
        var stepped: [MockValue.Path] = []
        for path in paths where !stepped.contains(where: { $0.starts(with: path) || path.starts(with: $0) }) {
            if let changed = step(from: path, points) { stepped.append(changed) }
        }
        return !stepped.isEmpty
    }

    /// Takes the next candidate at `path`, or leaves it out, or goes on with what it is in. Answers where; nil when all was tried.
    private mutating func step(
        from path: MockValue.Path, _ points: [MockValue.Path: MockValue.Choice]
    ) -> MockValue.Path? {
        var path = path
        while true {
            if let point = points[path], advance(path, point) { return path }
            guard !path.isEmpty else { return nil }
            path.removeLast()
        }
    }

    private mutating func advance(_ path: MockValue.Path, _ point: MockValue.Choice) -> Bool {
        if point.index + 1 < point.count {
            choices = choices.filter { !$0.key.starts(with: path) }
            omitted = omitted.filter { !$0.starts(with: path) }
            choices[path] = point.index + 1
            return true
        }
        return point.isOptional && omitted.insert(path).inserted
    }
}

/// Why there is no value.
struct MockFailure: Error {
    /// The violation of the first attempt.
    let violation: Violation?

    init(_ violation: Violation?) {
        self.violation = violation
    }
}
