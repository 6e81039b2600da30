public import JSONCore

/// A JSON value with placeholders for what a problem says.
///
/// A text that is one placeholder becomes its value, so `"{{status}}"` a number; within a longer text it is written as text. An
/// array of `"{{each violations}}"` and one value more has that value once for each violation.
public struct ProblemTemplate: Sendable {
    enum Part: Sendable {
        case literal(JSON)
        case value(Field)
        case text([TextPart])
        case object([(name: String, value: Part)])
        case array([Part])
        indirect case each(Part)
    }

    enum TextPart: Sendable {
        case literal(String)
        case field(Field)
    }

    enum Field: String, Sendable, CaseIterable {
        case status, title, detail, code, type, instance, requestID, violations
        // Of one violation.
        case `in`, name, pointer, keyword, message, schema

        var isOfViolation: Bool {
            switch self {
            case .status, .title, .detail, .code, .type, .instance, .requestID, .violations: false
            case .in, .name, .pointer, .keyword, .message, .schema: true
            }
        }
    }

    private let root: Part

    /// Throws the first placeholder that means nothing where it stands.
    public init(_ json: JSON) throws(ProblemTemplateError) {
        root = try Part(json, isInViolation: false)
    }

    func body(of problem: Problem, requestID: String) -> [UInt8] {
        var writing = TemplateWriting(problem: problem, requestID: requestID)
        writing.write(root)
        return writing.writer.finish()
    }
}

/// A placeholder that means nothing where it stands.
public struct ProblemTemplateError: Error, Sendable {
    /// The text that has it.
    public let place: JSON
    /// To follow the name of the place.
    public let message: String
}

extension ProblemTemplate.Part {
    private static let each = "{{each violations}}"

    fileprivate init(_ json: JSON, isInViolation: Bool) throws(ProblemTemplateError) {
        switch json.kind {
        case .object:
            var members: [(name: String, value: Self)] = []
            for (name, value) in json.members {
                members.append((name, try Self(value, isInViolation: isInViolation)))
            }
            self = .object(members)
        case .array where json[0]?.string == Self.each: self = try Self.repeated(json, isInViolation)
        case .array:
            var elements: [Self] = []
            for element in json.elements { elements.append(try Self(element, isInViolation: isInViolation)) }
            self = .array(elements)
        case .string: self = try Self.text(json, isInViolation)
        default:
            // The value alone, so that the file it stands in is not kept in memory.
            var builder = TapeBuilder()
            builder.append(json)
            self = .literal(builder.finish())
        }
    }

    private static func repeated(_ json: JSON, _ isInViolation: Bool) throws(ProblemTemplateError) -> Self {
        guard !isInViolation, json.count == 2, let element = json[1] else {
            let rule = "must be followed by one value, and not stand within another such array"
            throw ProblemTemplateError(place: json[0] ?? json, message: rule)
        }
        return .each(try Self(element, isInViolation: true))
    }

    private static func text(_ json: JSON, _ isInViolation: Bool) throws(ProblemTemplateError) -> Self {
        var parts: [ProblemTemplate.TextPart] = []
        var rest = (json.string ?? "")[...]
        while let open = rest.firstRange(of: "{{") {
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
            if open.lowerBound > rest.startIndex { parts.append(.literal(String(rest[..<open.lowerBound]))) }
            let name = String(rest[open.upperBound..<close.lowerBound])
            guard let field = ProblemTemplate.Field(rawValue: name), isInViolation || !field.isOfViolation else {
                let known = ProblemTemplate.Field.allCases.filter { isInViolation || !$0.isOfViolation }
                let names = known.map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
                throw ProblemTemplateError(place: json, message: "may have the placeholders \(names) here")
            }
            parts.append(.field(field))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        if parts.count == 1, case .field(let field) = parts[0] { return .value(field) }
        return .text(parts)
    }
}

/// Fills in one problem.
private struct TemplateWriting {
    let problem: Problem
    let requestID: String
    var violation: RequestViolation?
    var writer = JSONWriter(layout: .compact)

    init(problem: Problem, requestID: String) {
        self.problem = problem
        self.requestID = requestID
    }

    mutating func write(_ part: ProblemTemplate.Part) {
        switch part {
        case .literal(let json): writer.value(json)
        case .value(.status): writer.int(Int64(problem.status))
        case .value(.violations): writer.violations(problem.violations)
        case .value(let field): if let text = text(field) { writer.string(text) } else { writer.null() }
        case .text(let parts): writer.string(parts.map { text($0) }.joined())
        case .object(let members):
            writer.beginObject()
            for (name, value) in members {
                writer.key(name)
                write(value)
            }
            writer.endObject()
        case .array(let elements):
            writer.beginArray()
            for element in elements { write(element) }
            writer.endArray()
        case .each(let element): repeated(element)
        }
    }

    private mutating func repeated(_ element: ProblemTemplate.Part) {
        writer.beginArray()
        for violation in problem.violations {
            self.violation = violation
            write(element)
        }
        violation = nil
        writer.endArray()
    }

    private func text(_ part: ProblemTemplate.TextPart) -> String {
        switch part {
        case .literal(let text): text
        case .field(.violations): problem.violations.map(\.sentence).joined(separator: " ")
        case .field(let field): text(field) ?? ""
        }
    }

    /// Nil for what this violation does not have.
    private func text(_ field: ProblemTemplate.Field) -> String? {
        switch field {
        case .status: String(problem.status)
        case .title: problem.kind.title
        case .detail: problem.detail
        case .code: problem.kind.rawValue
        case .type: problem.kind.type
        case .instance: ProblemRenderer.instance(requestID)
        case .requestID: requestID
        case .violations: nil
        case .in: violation?.location.rawValue
        case .name: violation?.name
        case .pointer: violation?.pointer
        case .keyword: violation?.keyword
        case .message: violation?.message
        case .schema: violation?.schema
        }
    }
}

extension RequestViolation {
    /// `query "limit" must be at least 1.`
    fileprivate var sentence: String {
        let subject = name.map { "\(location.rawValue) \"\($0)\"" } ?? location.rawValue
        return "\(subject)\(pointer.isEmpty ? "" : " at \"\(pointer)\"") \(message)."
    }
}
