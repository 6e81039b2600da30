/// Makes schemas up. Most compile; a few keywords get values that they must not have.
struct SchemaGrammar {
    static let pieces = [
        "{", "}", "[", "]", ",", ":", "\"", "\\u0000", "true", "false", "null", "0", "1", "1.0", "-1", "1e400", "0.1",
        "{}", "[]", "\"a\"", "\"type\":", "\"object\"", "\"integer\"", "\"$ref\":\"#\"", "\"$ref\":\"#/a\"",
        "\"$id\":\"x\"", "\"$anchor\":\"x\"", "\"$dynamicAnchor\":\"x\"", "\"$dynamicRef\":\"#x\"",
        "\"$recursiveRef\":\"#\"", "\"properties\":{\"a\":", "\"additionalProperties\":false", "\"items\":",
        "\"allOf\":[",
        "\"anyOf\":[", "\"oneOf\":[", "\"not\":", "\"if\":", "\"then\":", "\"else\":", "\"const\":", "\"enum\":[",
        "\"pattern\":\"^a\"", "\"minLength\":1", "\"unevaluatedProperties\":false", "\"unevaluatedItems\":false",
        "\"contains\":", "\"minContains\":0", "\"required\":[\"a\"]",
        "\"$schema\":\"http://json-schema.org/draft-07/schema#\"",
    ]

    static let names = ["a", "b", "ab", "c", "k", "\u{E9}", "a long name of more than 16 bytes", "", "a/b", "~"]

    static let documentURI = "http://example.com/root"

    /// Whether a schema may refer to itself without looking deeper into the instance. What such a schema means depends on
    /// where one enters the circle.
    enum Circles { case avoided, allowed }

    static let order = ["s", "x", "y"]

    let generation: SchemaGeneration
    let circles: Circles
    /// Which definition is being made up.
    private var current = 0
    /// Whether the schema that is being made up judges the same value as the definition around it.
    private var isInPlace = true
    /// Of the schemas around that judge the same value.
    private var theme: SchemaGeneration.Theme?

    init(_ generation: SchemaGeneration, circles: Circles) {
        self.generation = generation
        self.circles = circles
    }

    /// A schema that refers to others, and those: members of `definitions`.
    mutating func definitions(_ choices: inout Choices) -> [(name: String, schema: String)] {
        var definitions: [(name: String, schema: String)] = []
        for (position, name) in Self.order.enumerated() {
            current = position
            let schema = schema(depth: position == 0 ? 3 : 2, &choices)
            definitions.append((name, position == 0 ? schema : named(name, schema, &choices)))
        }
        return definitions
    }

    /// A schema for elements or members.
    mutating func inner<Text>(_ make: (inout SchemaGrammar) -> Text) -> Text {
        let outer = (isInPlace, theme)
        (isInPlace, theme) = (false, nil)
        defer { (isInPlace, theme) = outer }
        return make(&self)
    }

    /// Gives a schema identifiers, to be the target of more than pointers.
    private func named(_ name: String, _ schema: String, _ choices: inout Choices) -> String {
        guard schema.hasPrefix("{"), choices.below(2) == 1 else { return schema }
        var members: [String] = []
        let identifier = generation <= .draft4 ? "id" : "$id"
        if choices.below(2) == 1 { members.append("\"\(identifier)\":\"http://example.com/\(name)\"") }
        if generation >= .draft201909, choices.below(3) == 1 { members.append("\"$anchor\":\"n\(name)\"") }
        if generation == .draft201909 { members.append(#""$recursiveAnchor":true"#) }
        if generation == .draft202012 { members.append(#""$dynamicAnchor":"d""#) }
        let rest = schema.dropFirst()
        return "{" + members.joined(separator: ",") + (rest == "}" || members.isEmpty ? "" : ",") + rest
    }

    mutating func schema(depth: Int, _ choices: inout Choices) -> String {
        guard depth > 0 else {
            return choices.pick([
                "{}", #"{"type":"integer"}"#, #"{"type":"string"}"#, #"{"minimum":1}"#, generation.never,
            ])
        }
        if choices.once(in: 12) { return choices.pick(["{}", generation.never]) }
        let outer = theme
        if theme == nil || choices.below(4) == 3 { theme = choices.pick(SchemaGeneration.Theme.allCases) }
        defer { theme = outer }
        return keywords(generation.keywords(of: theme ?? .everything), depth: depth, &choices)
    }

    private mutating func keywords(_ keywords: [String], depth: Int, _ choices: inout Choices) -> String {
        var members: [(String, String)] = []
        for _ in 0...choices.below(5) {
            let keyword = choices.pick(keywords)
            guard !members.contains(where: { $0.0 == keyword }), keyword != "$recursiveRef" || mayRefer else {
                continue
            }
            members.append((keyword, value(of: keyword, depth: depth - 1, &choices)))
            if keyword.hasPrefix("exclusiveMinimum:") { members.append(("minimum", "1")) }
        }
        return Self.object(members)
    }

    private static func object(_ members: [(String, String)]) -> String {
        var seen: Set<String> = []
        let texts = members.compactMap { member in
            let name = String(member.0.prefix { $0 != ":" })
            return seen.insert(name).inserted ? quoted(name) + ":" + member.1 : nil
        }
        return "{" + texts.joined(separator: ",") + "}"
    }

    static func quoted(_ text: String) -> String { "\"\(text)\"" }

    mutating func list(_ depth: Int, _ choices: inout Choices) -> String {
        let schemas = (0...choices.below(3)).map { _ in schema(depth: depth, &choices) }
        return "[" + schemas.joined(separator: ",") + "]"
    }

    mutating func map(_ depth: Int, _ choices: inout Choices) -> String {
        let count = choices.below(choices.pick([3, 4, 9]))
        return Self.object((0..<count).map { _ in (choices.pick(Self.names), schema(depth: depth, &choices)) })
    }

    /// A reference's value. Where circles are avoided, what judges the same value as the definition around it refers only
    /// to later definitions, and pointers into definitions lead only into later ones.
    func reference(_ choices: inout Choices) -> String {
        let later = Self.order.dropFirst(current + 1)
        let names = isInPlace && circles == .avoided ? Array(later) : Self.order
        let inside = ["/properties/a", "/items", "/allOf/0"]
        var places = names.map { "#/definitions/\($0)" }
        if circles == .allowed || !isInPlace {
            places += (circles == .allowed ? Self.order[...] : later).flatMap { name in
                inside.map { "#/definitions/\(name)\($0)" }
            }
        }
        if mayRefer {
            places += ["http://example.com/x", "http://example.com/y#ny", "#nx", "#", "http://example.com/x#d"]
        }
        guard !places.isEmpty else {
            return Self.quoted("http://json-schema.org/draft-07/schema#/definitions/nonNegativeInteger")
        }
        let place = choices.pick(places)
        let isPointer = place.hasPrefix("#/") && (current > 0 || choices.below(2) == 1)
        return Self.quoted((isPointer ? Self.documentURI : "") + place)
    }

    /// Whether references may be made of which only the dynamic scope, or the identifiers of others, say where they lead.
    var mayRefer: Bool { !isInPlace || current == 0 || circles == .allowed }
}
