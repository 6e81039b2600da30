import JSONCore

extension LintRule {
    static let sameShapePaths = LintRule(
        code: "same-shape-paths", level: .warning,
        summary: "Two paths differ in nothing but the names of their parameters.",
        advice: "OpenAPI forbids them, and tools keep one or the other; put the methods under one path.",
        check: sameShapes)

    /// Those that share a method are the route table's to report.
    @Sendable
    private static func sameShapes(in survey: DescriptionSurvey) -> [LintFinding] {
        var methods: [String: Set<String>] = [:]
        for operation in survey.document.operations { methods[operation.path, default: []].insert(operation.method) }
        guard let paths = survey.places(of: .paths).first else { return [] }
        var firstOfShape: [String: String] = [:]
        return survey.json(at: paths).members.compactMap { path, item in
            guard path.utf8.contains(UInt8(ascii: "{")), let own = methods[path] else { return nil }
            let shape = PathShape.withoutNames(path)
            guard let first = firstOfShape[shape] else {
                firstOfShape[shape] = path
                return nil
            }
            guard methods[first]?.isDisjoint(with: own) == true else { return nil }
            return LintFinding(
                place: survey.place(of: item, in: paths.document),
                message: "\"\(path)\" is \"\(first)\" with other names for its parameters.")
        }
    }
}

/// What of a path key decides about the requests that fit it.
enum PathShape {
    /// The names between braces left out, and the fragment.
    static func withoutNames(_ path: String) -> String {
        var shape: [UInt8] = []
        var isInside = false
        for byte in path.utf8.prefix(while: { $0 != UInt8(ascii: "#") }) {
            if byte == UInt8(ascii: "}") { isInside = false }
            if !isInside { shape.append(byte) }
            if byte == UInt8(ascii: "{") { isInside = true }
        }
        return String(decoding: shape, as: UTF8.self)
    }
}
