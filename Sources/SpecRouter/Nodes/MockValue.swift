import JSONCore
import OpenAPIModel

/// Writes a value for a schema, one candidate at each place of it.
///
/// Which candidate, and which optional properties are left out, is decided by whoever looks at what comes out.
struct MockValue {
    /// A place in the value: the keys and positions that lead to it.
    typealias Path = [String]

    struct Choice {
        /// The candidate that was taken, of so many.
        var index: Int
        var count: Int
        /// Whether the place may be left out instead.
        var isOptional: Bool
    }

    /// Optional properties end here, and so do values that are too large.
    private static let optionalDepth = 8
    private static let maximumDepth = 32
    private static let maximumCount = 600
    /// Nothing but nulls is written after so many values: what must be there may multiply.
    private static let hardCount = 2_000

    private let document: OpenAPIDocument
    private let choices: [Path: Int]
    private let omitted: Set<Path>
    /// The places that were written, but for those inside of literals.
    private(set) var points: [Path: Choice] = [:]
    private var builder = TapeBuilder()
    private var path: Path = []
    private var stack: [Place] = []
    /// Tells the items of an array from one another.
    private var variant = 0
    private(set) var cache: MockCandidate.Cache

    init(document: OpenAPIDocument, choices: [Path: Int], omitted: Set<Path>, cache: MockCandidate.Cache) {
        self.document = document
        self.choices = choices
        self.omitted = omitted
        self.cache = cache
    }

    mutating func value(for schema: Place) -> JSON {
        write([schema], isOptional: false)
        let builder = builder
        return builder.finish()
    }

    private mutating func write(_ schemas: [Place], isOptional: Bool) {
        guard points.count < Self.hardCount else { return builder.null() }
        let candidates = candidates(schemas)
        let index = min(choices[path] ?? variant, candidates.count - 1)
        points[path] = Choice(index: index, count: candidates.count, isOptional: isOptional)
        guard index >= 0, path.count < Self.maximumDepth else { return builder.null() }
        switch candidates[index] {
        case .literal(let value): builder.append(value)
        case .null: builder.null()
        case .patterned(let facets): builder.string(MockText.patterned(facets) ?? "")
        case .bare(let facets): within(facets) { $0.writeObject(facets, optional: .leftOut) }
        case .typed(let type, let facets): within(facets) { $0.write(type, facets) }
        }
    }

    private mutating func within(_ facets: MockFacets, _ write: (inout MockValue) -> Void) {
        stack += facets.places
        write(&self)
        stack.removeLast(facets.places.count)
    }

    /// Those that would nest a schema in itself come last.
    private mutating func candidates(_ schemas: [Place]) -> [MockCandidate] {
        let all = cache.list(for: schemas, in: document)
        return all.filter { !isRecursive($0) } + all.filter(isRecursive)
    }

    private func isRecursive(_ candidate: MockCandidate) -> Bool {
        candidate.places.contains { place in stack.contains(place) }
    }

    /// Whether a value that may be left out is better left out.
    private mutating func isTooMuch(_ schemas: [Place]) -> Bool {
        if path.count >= Self.optionalDepth || points.count >= Self.maximumCount { return true }
        guard let first = candidates(schemas).first else { return true }
        return isRecursive(first)
    }

    private mutating func write(_ type: MockType, _ facets: MockFacets) {
        switch type {
        case .object: writeObject(facets, optional: .writtenToo)
        case .array: writeArray(facets)
        case .string: builder.string(MockText.text(facets, variant: variant))
        case .integer: writeNumber(MockNumber.integer(facets, variant: variant))
        case .number: writeNumber(MockNumber.number(facets, variant: variant))
        case .boolean: builder.bool(variant % 2 == 0)
        }
    }

    private mutating func writeNumber(_ literal: String) {
        if !builder.number(literal: Array(literal.utf8)) { builder.int(0) }
    }
}

extension MockValue {
    private enum OptionalProperties {
        case writtenToo, leftOut
    }

    private mutating func writeObject(_ facets: MockFacets, optional: OptionalProperties) {
        builder.beginObject()
        let required = facets.required
        let properties = facets.properties
        var count = 0
        for (name, schemas) in properties {
            let isOptional = !required.contains(name)
            if isOptional, optional == .leftOut || isLeftOut(name, schemas, facets, count: count) { continue }
            writeMember(name, schemas, facets, isOptional: isOptional)
            count += 1
        }
        let declared = Set(properties.map(\.name))
        let open = openSchemas(facets)
        for name in required where !declared.contains(name) {
            writeMember(name, open, facets, isOptional: false)
            count += 1
        }
        while count < min(facets.largest("minProperties") ?? 0, 64) {
            count += 1
            writeMember("property\(count)", open, facets, isOptional: false)
        }
        builder.endObject()
    }

    private mutating func isLeftOut(_ name: String, _ schemas: [Place], _ facets: MockFacets, count: Int) -> Bool {
        path.append(name)
        defer { path.removeLast() }
        if omitted.contains(path) || isTooMuch(schemas) { return true }
        if let maximum = facets.smallest("maxProperties"), count + facets.required.count >= maximum { return true }
        return schemas.contains { schema in
            document.resolve(schema).map { document.json(at: $0)["writeOnly"]?.bool == true } ?? true
        }
    }

    private mutating func writeMember(_ name: String, _ schemas: [Place], _ facets: MockFacets, isOptional: Bool) {
        builder.key(name)
        path.append(name)
        defer { path.removeLast() }
        if let pinned = facets.pinned.first(where: { $0.property == name }), choices[path] == nil {
            points[path] = Choice(index: -1, count: 1, isOptional: isOptional)
            return builder.string(pinned.name)
        }
        if schemas.isEmpty {
            points[path] = Choice(index: 0, count: 1, isOptional: isOptional)
            return builder.string("string")
        }
        write(schemas, isOptional: isOptional)
    }

    /// The schemas of properties that are not declared by name.
    private func openSchemas(_ facets: MockFacets) -> [Place] {
        facets.values("additionalProperties").filter { $0.value.kind == .object }.map(\.place)
    }

    private mutating func writeArray(_ facets: MockFacets) {
        let leading = facets.values("prefixItems").max { $0.value.count < $1.value.count }
        let first = leading.map { place, list in list.elements.map { place.moved(to: $0) } } ?? []
        let items = facets.values("items").filter { $0.value.kind == .object }.map(\.place)
        let contained = facets.values("contains").filter { $0.value.kind == .object }.map(\.place)
        let rest = contained.isEmpty ? items : items + contained
        let outer = variant
        builder.beginArray()
        for position in 0..<length(facets, leading: first.count, rest) {
            path.append(String(position))
            if facets.isTrue("uniqueItems") { variant = outer + position }
            let schemas = position < first.count ? [first[position]] : rest
            if schemas.isEmpty { builder.string("string") } else { write(schemas, isOptional: false) }
            path.removeLast()
        }
        variant = outer
        builder.endArray()
    }

    /// As many as there must be, else one, or as many as are described one by one.
    private mutating func length(_ facets: MockFacets, leading: Int, _ items: [Place]) -> Int {
        let minimum = max(0, facets.largest("minItems") ?? 0)
        let maximum = max(0, facets.smallest("maxItems") ?? Int.max)
        path.append("0")
        defer { path.removeLast() }
        let wanted = leading > 0 ? leading : items.isEmpty || isTooMuch(items) ? 0 : 1
        return min(max(minimum, min(wanted, maximum)), Self.maximumCount)
    }
}
