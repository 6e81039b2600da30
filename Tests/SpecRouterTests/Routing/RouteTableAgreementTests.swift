import Testing

@testable import SpecRouter

/// The table against a matcher that looks at every template.
struct RouteTableAgreementTests {
    @Test("The table agrees with a naive matcher on random tables", arguments: 0..<40)
    func agrees(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<25 {
            let lines = Self.routes(&random)
            let routes = try Routes(lines, order: Array(lines.indices).shuffled(using: &random))
            let naive = try NaiveRoutes(lines)
            for _ in 0..<40 {
                let path = Self.path(&random)
                #expect(routes.answer(to: "GET \(path)") == naive.answer(to: path), "\(path) of \(lines)")
            }
        }
    }

    private static let segments = [
        "a", "b", "ab", "", "{p}", "{p}", "{p}", "a{p}", "{p}a", "a{p}b", "{p}.{q}", "{p}ab{q}", "{p}b{q}a",
    ]

    private static func routes(_ random: inout SeededGenerator) -> [String] {
        let count = Int.random(in: 1...12, using: &random)
        let lines = (0..<count).map { _ in
            let depth = Int.random(in: 1...4, using: &random)
            let parts = (0..<depth).map { index in
                (segments.randomElement(using: &random) ?? "").split(separator: "{", omittingEmptySubsequences: false)
                    .joined(separator: "{s\(index)")
            }
            return "GET /" + parts.joined(separator: "/")
        }
        return Array(Set(lines)).sorted()
    }

    private static func path(_ random: inout SeededGenerator) -> String {
        let depth = Int.random(in: 1...4, using: &random)
        let parts = (0..<depth).map { _ in
            let count = Int.random(in: 0...6, using: &random)
            return (0..<count).map { _ in ["a", "b", ".", "%61"].randomElement(using: &random) ?? "" }.joined()
        }
        return "/" + parts.joined(separator: "/")
    }
}

private struct NaiveRoutes {
    private let routes: [(line: String, template: PathTemplate)]

    init(_ lines: [String]) throws {
        routes = try lines.map { ($0, try PathTemplate(String($0.dropFirst(4)))) }
    }

    func answer(to path: String) -> String {
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let fitting = routes.filter { route in
            route.template.segments.count == parts.count
                && zip(route.template.segments, parts).allSatisfy { Self.values(of: $0, in: $1) != nil }
        }
        guard let best = fitting.min(by: { Self.precedes($0.template, $1.template) }) else { return "404" }
        let values = zip(best.template.segments, parts).flatMap { Self.values(of: $0, in: $1) ?? [] }
        return best.line + zip(best.template.parameterNames, values).map { " \($0)=\($1)" }.joined()
    }

    private static func precedes(_ one: PathTemplate, _ two: PathTemplate) -> Bool {
        for (left, right) in zip(one.segments, two.segments) where left != right { return left.isTried(before: right) }
        return false
    }

    /// Tries every way to cut the segment up; raw before decoded, shortest captures first.
    private static func values(of segment: PathSegment, in part: String) -> [String]? {
        let raw = part.map { "\($0)" }
        let units = part.split(separator: "%61", omittingEmptySubsequences: false).map { $0.map { "\($0)" } }
        let decoded = Array(units.joined(separator: ["%61"]))
        switch segment {
        case .literal(let bytes):
            return decoded.map(plain).joined() == String(decoding: bytes, as: UTF8.self) ? [] : nil
        case .parameter: return part.isEmpty ? nil : [part]
        case .mixed(let literals):
            let texts = literals.map { String(decoding: $0, as: UTF8.self).map { "\($0)" } }[...]
            return cut(raw[...], texts) { $0 } ?? cut(decoded[...], texts, plain)
        }
    }

    private static func plain(_ unit: String) -> String { unit == "%61" ? "a" : unit }

    private static func cut(
        _ units: ArraySlice<String>, _ literals: ArraySlice<[String]>, _ plain: (String) -> String
    ) -> [String]? {
        guard let literal = literals.first, units.prefix(literal.count).map(plain) == literal else { return nil }
        let rest = units.dropFirst(literal.count)
        if literals.count == 1 { return rest.isEmpty ? [] : nil }
        for count in 1..<max(rest.count + 1, 1) {
            if let values = cut(rest.dropFirst(count), literals.dropFirst(), plain) {
                return [rest.prefix(count).joined()] + values
            }
        }
        return nil
    }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
