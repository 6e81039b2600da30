import JSONCore
import JSONSchema
import OpenAPIModel

/// One media type of a mocked response.
struct MockContent: Sendable {
    enum Value: Sendable {
        case json(JSON)
        case bytes([UInt8])
    }

    private enum Form: Equatable {
        case json, text
        /// A value that is written by its schema; a text is the document itself.
        case xml
        /// A sequence of one item, or of those of an example.
        case items(ItemFormat)
        /// Any octets will do.
        case octets
        /// Only an example can tell what it looks like.
        case other
    }

    /// A concrete one: of a range, the one that is most likely meant.
    let mediaType: String
    private let range: String
    private let form: Form
    /// Of a sequential media type, that of an item.
    private let schema: Place?
    private let compiled: CompiledSchema?
    private let examples: [(name: String, value: Place)]

    /// - Parameter program: what a schema of the description compiled to; nil when it did not.
    init(_ content: MediaTypeContent, in document: OpenAPIDocument, _ program: (Place) -> CompiledSchema?) {
        range = content.range
        let items = content.itemFormat.map { _ in ItemSchemas(content, document) }
        let schema = items.map { $0.item ?? $0.prefix.first ?? $0.rest } ?? content.schema
        self.schema = schema
        compiled = schema.flatMap(program)
        examples = content.examples
        mediaType = Self.concrete(content.range)
        form = Self.form(of: mediaType)
    }

    var isJSON: Bool { form == .json }

    private static func concrete(_ range: String) -> String {
        guard let type = MediaType(range) else { return range }
        switch (type.type, type.subtype) {
        case ("*", _), ("application", "*"): return "application/json"
        case ("text", "*"): return "text/plain"
        case (let type, let subtype) where subtype.hasPrefix("*+"): return "\(type)/vnd.mock\(subtype.dropFirst())"
        default: return range
        }
    }

    private static func form(of mediaType: String) -> Form {
        guard let range = MediaRange(mediaType) else { return .other }
        if let format = range.itemFormat { return .items(format) }
        if range.isJSON { return .json }
        if range.isXML { return .xml }
        if range.isText { return .text }
        return range.matches("application", "octet-stream") ? .octets : .other
    }

    /// The example of that name, else the first that the schema accepts, else a value made for the schema.
    func value(
        named name: String?, in document: OpenAPIDocument, status: Int
    ) throws(Problem) -> (mediaType: String, value: Value) {
        let candidates = try named(name, status)
        var failure: Problem?
        for (_, place) in candidates {
            do throws(Problem) {
                return (mediaType, try example(document.json(at: place), document, status))
            } catch {
                failure = failure ?? error
            }
        }
        if name != nil, let failure { throw failure }
        return (mediaType, try made(in: document, status))
    }

    private func named(_ name: String?, _ status: Int) throws(Problem) -> [(name: String, value: Place)] {
        guard let name else { return examples }
        let found = examples.filter { $0.name == name }
        if !found.isEmpty { return found }
        let names = examples.map(\.name).filter { !$0.isEmpty }.map { "\"\($0)\"" }.joined(separator: ", ")
        throw Problem(
            .mockUnavailable,
            "The response \(status) in \(range) has no example of the name that Prefer asks for; "
                + (names.isEmpty ? "it has none with a name." : "it has \(names)."))
    }

    /// Checks an example. JSON that was written as text counts as what it says when it does not count as text.
    private func example(_ value: JSON, _ document: OpenAPIDocument, _ status: Int) throws(Problem) -> Value {
        if case .items(let format) = form { return try example(value, as: format, document, status) }
        guard form == .json || form == .text || form == .xml && value.kind != .string else {
            return .bytes(Array((value.string ?? value.serialized()).utf8))
        }
        guard schema != nil else { return written(value) }
        let compiled = try program(status)
        if let violation = compiled.violations(in: value, atMost: 1).first {
            if let text = value.string, let parsed = try? JSON(parsing: text), compiled.isValid(parsed) {
                return written(parsed)
            }
            throw problem("the example", status, violation, document)
        }
        return written(value)
    }

    private func made(in document: OpenAPIDocument, _ status: Int) throws(Problem) -> Value {
        switch form {
        case .octets: return .bytes(Array("octets".utf8))
        case .other where !isText(document), .xml where schema == nil:
            throw Problem(
                .mockUnavailable,
                "The response \(status) in \(range) has no example, and none can be made for this media type.")
        case .json, .text, .xml, .items, .other: break
        }
        guard let schema else {
            if case .items(let format) = form { return try written([format.anyItem], as: format, status) }
            return form == .json ? .json(Self.emptyObject) : .bytes(Array("text".utf8))
        }
        switch MockSearch.value(for: schema, accordingTo: try program(status), in: document) {
        case .success(let value):
            if case .items(let format) = form { return try written([value], as: format, status) }
            if form == .json || form == .xml || value.kind == .string { return written(value) }
            throw Problem(.mockUnavailable, "The response \(status) in \(range) is no plain text by its schema.")
        case .failure(let failure): throw problem("every value that was made", status, failure.violation, document)
        }
    }

    /// An example of a sequence is an array of its items; one that is a text is sent as it is.
    private func example(
        _ value: JSON, as format: ItemFormat, _ document: OpenAPIDocument, _ status: Int
    ) throws(Problem) -> Value {
        if let text = value.string { return .bytes(Array(text.utf8)) }
        let items = value.kind == .array ? value.elements.map { $0 } : [value]
        for item in items where schema != nil {
            if let violation = try program(status).violations(in: item, atMost: 1).first {
                throw problem("an item of the example", status, violation, document)
            }
        }
        return try written(items, as: format, status)
    }

    private func written(_ items: [JSON], as format: ItemFormat, _ status: Int) throws(Problem) -> Value {
        do throws(ItemFault) {
            var bytes: [UInt8] = []
            for item in items { bytes += try format.framed(item, text: item.serializedBytes()) }
            return .bytes(bytes)
        } catch {
            throw Problem(
                .mockUnavailable, "No item could be made for the response \(status) in \(range): it \(error.message).")
        }
    }

    /// Whether the schema says that the body is a text of no particular format.
    private func isText(_ document: OpenAPIDocument) -> Bool {
        guard let schema else { return false }
        let facets = MockExpansion.expand([schema], in: document).first
        return facets.map { $0.types == [.string] && !$0.has("format") && !$0.has("contentEncoding") } ?? false
    }

    private func written(_ value: JSON) -> Value {
        form == .json || form == .xml && value.kind != .string
            ? .json(value) : .bytes(Array((value.string ?? value.serialized()).utf8))
    }

    private func program(_ status: Int) throws(Problem) -> CompiledSchema {
        guard let compiled else {
            throw Problem(.mockUnavailable, "The schema of the response \(status) in \(range) does not compile.")
        }
        return compiled
    }

    private static var emptyObject: JSON {
        var builder = TapeBuilder()
        builder.beginObject()
        builder.endObject()
        return builder.finish()
    }

    private func problem(
        _ subject: String, _ status: Int, _ violation: Violation?, _ document: OpenAPIDocument
    ) -> Problem {
        guard let violation else {
            return Problem(.mockUnavailable, "No value could be made for the response \(status) in \(range).")
        }
        let rule = document.mockPlace(violation.schema)
        let place = violation.instance.description
        return Problem(
            .mockUnavailable,
            "No valid answer could be made for the response \(status) in \(range): \(subject) breaks \(rule). "
                + "The value at \"\(place)\" \(violation.message).")
    }
}

extension OpenAPIDocument {
    /// A place as a client may see it: without the folder that the description lies in.
    fileprivate func mockPlace(_ location: SchemaLocation) -> String {
        let fragment = "#" + location.pointer.fragment
        if location.document == sources.first?.uri { return fragment }
        let file = location.document.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
        return (file ?? "") + fragment
    }
}

extension ItemFormat {
    /// For sequences of which nothing is said.
    fileprivate var anyItem: JSON {
        var builder = TapeBuilder()
        builder.beginObject()
        if self == .events {
            builder.key("data")
            builder.string("text")
        }
        builder.endObject()
        return builder.finish()
    }
}
