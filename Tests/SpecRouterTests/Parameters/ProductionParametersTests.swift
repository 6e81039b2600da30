import JSONCore
import OpenAPIModel
import Testing

@testable import SpecRouter

@Suite("Parameters of production descriptions", .needsDescriptions)
struct ProductionParametersTests {
    @Test("All parameters and forms can be planned", arguments: ProductionDescriptions.files)
    func plans(file: String) throws {
        let document = try #require(ProductionDescriptions.load(file))
        var diagnostics: [Diagnostic] = []
        for operation in document.operations {
            let decoder = ParameterDecoder(
                parameters: operation.parameters, template: operation.path, shapes: SchemaShapes(document),
                diagnostics: &diagnostics)
            #expect(decoder.parameters.count <= operation.parameters.count)
            for content in operation.requestBody?.content ?? [] where content.range.hasPrefix("application/x-www-form")
            {
                _ = URLEncodedBody(content, SchemaShapes(document))
            }
        }
        #expect(diagnostics.allSatisfy { $0.severity != .error })
    }

    @Test(
        "Stripe's forms and queries are decoded as its documentation writes them",
        arguments: [
            (
                "POST /v1/charges", "amount=2000&currency=usd&metadata[order_id]=6735",
                #"{"amount":2000,"currency":"usd","metadata":{"order_id":"6735"}}"#
            ),
            (
                "POST /v1/subscriptions", "customer=cus_1&items[0][price]=price_1&items[0][quantity]=2",
                #"{"customer":"cus_1","items":[{"price":"price_1","quantity":2}]}"#
            ),
            ("POST /v1/charges", "expand[]=customer&expand[]=invoice", #"{"expand":["customer","invoice"]}"#),
        ])
    func stripeForms(key: String, form: String, expected: String) throws {
        let document = try #require(ProductionDescriptions.load("stripe/spec3.json"))
        let operation = try #require(document.operations.first { $0.key == key })
        let content = try #require(operation.requestBody?.content.first)
        let body = URLEncodedBody(content, SchemaShapes(document))
        let bytes = Array(form.utf8)
        var tape = TapeBuilder()
        let faults = body.decode(bytes.span, into: &tape)
        #expect(faults.isEmpty)
        let members = tape.finish().members.map { "\"\($0.key)\":\($0.value.serialized())" }.sorted()
        #expect("{" + members.joined(separator: ",") + "}" == expected)
    }

    @Test func `a bound of Stripe's lists is a number or an object`() throws {
        let document = try #require(ProductionDescriptions.load("stripe/spec3.json"))
        let operation = try #require(document.operations.first { $0.key == "GET /v1/charges" })
        var diagnostics: [Diagnostic] = []
        let decoder = ParameterDecoder(
            parameters: operation.parameters, template: operation.path, shapes: SchemaShapes(document),
            diagnostics: &diagnostics)
        for (query, expected) in [
            ("created=123", "123"), ("created[gte]=5&created[lt]=9", #"{"gte":5,"lt":9}"#),
        ] {
            let bytes = Array(query.utf8)
            let path = Array(operation.path.utf8)
            let hit = RouteHit(operation: 0, alternatives: [], captures: RouteCaptures())
            let (values, decoded) = decoder.decode(hit: hit, path: path.span, query: bytes.span, fields: [])
            #expect(decoded.faults.isEmpty)
            #expect(values["query"]?["created"]?.serialized() == expected)
        }
    }
}
