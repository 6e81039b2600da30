import OpenAPIModel
import Testing

@testable import SpecRouter

@Suite("Routes of production descriptions", .needsDescriptions)
struct ProductionRoutesTests {
    @Test("Every operation is reached by its own template, filled in", arguments: ProductionDescriptions.files)
    func reachesAll(file: String) throws {
        let document = try #require(ProductionDescriptions.load(file))
        #expect(!document.operations.isEmpty)
        let table = try table(of: document)
        for (index, operation) in document.operations.enumerated() {
            let template = try PathTemplate(operation.path)
            let path = Array(Self.filled(template).utf8)
            let query = Array(operation.path.split(separator: "#")[0].split(separator: "?").dropFirst().joined().utf8)
            guard case .found(let hit) = table.match(path: path.span, query: query.span, method: operation.method)
            else {
                Issue.record("\(operation.key) is not found")
                continue
            }
            #expect(([hit.operation] + hit.alternatives).contains(index), "\(operation.key)")
            let values = (0..<hit.captures.count).map { String(decoding: path[hit.captures[$0]], as: UTF8.self) }
            #expect(values == template.parameterNames.indices.map { "zq\($0)" }, "\(operation.key)")
        }
    }

    @Test(
        "Requests of production APIs reach what their descriptions mean",
        arguments: [
            ("stripe/spec3.json", "GET", "/v1/charges/search", "/v1/charges/search"),
            (
                "github/api.github.com.json", "GET", "/repos/o/r/actions/secrets/public-key",
                "/repos/{owner}/{repo}/actions/secrets/public-key"
            ),
            (
                "github/api.github.com.json", "GET", "/repos/o/r/actions/secrets/x",
                "/repos/{owner}/{repo}/actions/secrets/{secret_name}"
            ),
            (
                "twilio/json/twilio_api_v2010.json", "GET", "/2010-04-01/Accounts/AC1.json",
                "/2010-04-01/Accounts/{Sid}.json"
            ),
            (
                "twilio/json/twilio_api_v2010.json", "GET", "/2010-04-01/Accounts/AC1/Calls/CA2.json",
                "/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json"
            ),
            (
                "snowflake/specifications/database.yaml", "POST", "/api/v2/databases/db1:undrop",
                "/api/v2/databases/{name}:undrop"
            ),
            ("snowflake/specifications/database.yaml", "DELETE", "/api/v2/databases/db1", "/api/v2/databases/{name}"),
            ("box/openapi.json", "GET", "/files/1/thumbnail.png", "/files/{file_id}/thumbnail.{extension}"),
            (
                "odata-openapi/Northwind.openapi3.json", "GET", "/Order_Details(OrderID=10248,ProductID=11)",
                "/Order_Details(OrderID={OrderID},ProductID={ProductID})"
            ),
            (
                "odata-openapi/Northwind.openapi3.json", "GET", "/Customers('ALFKI')/Orders",
                "/Customers('{CustomerID}')/Orders"
            ),
        ])
    func reaches(file: String, method: String, path: String, expected: String) throws {
        let document = try #require(ProductionDescriptions.load(file))
        let bytes = Array(path.utf8)
        let query: [UInt8] = []
        guard case .found(let hit) = try table(of: document).match(path: bytes.span, query: query.span, method: method)
        else {
            Issue.record("nothing found")
            return
        }
        #expect(document.operations[hit.operation].path == expected)
    }

    private func table(of document: OpenAPIDocument) throws -> RouteTable {
        var builder = RouteTableBuilder()
        for (index, operation) in document.operations.enumerated() {
            builder.insert(try PathTemplate(operation.path), method: operation.method, operation: index)
        }
        return builder.freeze().0
    }

    private static func filled(_ template: PathTemplate) -> String {
        template.parameterNames.enumerated().reduce(template.path) { path, parameter in
            path.split(separator: "{\(parameter.element)}", omittingEmptySubsequences: false)
                .joined(separator: "zq\(parameter.offset)")
        }
    }
}
