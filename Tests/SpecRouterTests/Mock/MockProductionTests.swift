import OpenAPIModel
import SpecRouter
import Testing

@Suite struct MockProductionTests {
    /// By description: GET operations that need no parameter, and how many of them have no mock.
    static let counts: [String: (operations: Int, unavailable: Int)] = [
        "adyen/json/ManagementService-v3.json": (6, 0), "box/openapi.json": (25, 0),
        "github/api.github.com.json": (49, 0), "museum/openapi.yaml": (2, 0),
        "odata-openapi/Northwind.openapi3.json": (26, 0), "snowflake/specifications/database.yaml": (1, 0),
        "stripe/spec3.json": (69, 0), "twilio/json/twilio_api_v2010.json": (1, 0),
        "xero/xero_accounting.yaml": (0, 0), "xero/xero_files.yaml": (0, 0),
    ]

    @Test(.needsDescriptions, arguments: ProductionDescriptions.files)
    func `a mock's answer passes its own check, or the refusal says why`(file: String) async throws {
        let document = try #require(ProductionDescriptions.load(file))
        let api = try #require(Self.compile(document))
        let operations = document.operations.filter { operation in
            operation.method == "GET" && !operation.isBroken && !operation.parameters.contains(where: \.isRequired)
        }
        var unavailable = 0
        for operation in operations {
            let head = RequestHead(
                method: "GET", target: operation.path, fields: Self.credentials(operation, document), requestID: "1")
            let response = await api.respond(to: head)
            if response.summary.problem == .mockUnavailable { unavailable += 1 }
            #expect(
                response.summary.problem == nil || response.summary.problem == .mockUnavailable,
                "\(operation.key): \(response.summary.fault ?? String(response.status))")
        }
        let expected = try #require(Self.counts[file])
        #expect(operations.count == expected.operations)
        #expect(unavailable == expected.unavailable)
    }

    private static func compile(_ document: OpenAPIDocument) -> CompiledAPI? {
        var nodes = NodeRegistry()
        nodes.fallback(.mock)
        let input = SpecInput(document: document, mount: "/", nodes: nodes, security: .acceptAny)
        return APICompiler().compile([input]).api
    }

    /// Something in the form that each scheme of the first alternative demands.
    private static func credentials(_ operation: Operation, _ document: OpenAPIDocument) -> [HeaderField] {
        let names = operation.security.first?.schemes.map(\.name) ?? []
        return names.compactMap { name in document.securitySchemes.first { $0.name == name }?.scheme }.map { scheme in
            switch scheme {
            case .apiKey(_, let name): (name, "key")
            case .http("basic", _): ("Authorization", "Basic YTpi")
            default: ("Authorization", "Bearer token")
            }
        }
    }
}
