import Foundation

/// A request that is sent over and over, and what each server answers.
struct LoadCase {
    let name: String
    let bytes: [UInt8]
    /// By the gateway; the floor answers `floorStatus` to whatever comes.
    let status: Int
    let floorStatus: Int
    /// How many further operations the gateway's description has.
    var padding = 0

    static let all: [LoadCase] = [
        LoadCase(name: "GET", bytes: get, status: 200, floorStatus: 200),
        LoadCase(name: "POST 1 KB", bytes: post("/transfers", TransferBodies.one), status: 201, floorStatus: 201),
        LoadCase(
            name: "POST form",
            bytes: post("/transfers", TransferForm.bytes, type: "application/x-www-form-urlencoded"), status: 201,
            floorStatus: 201),
        LoadCase(
            name: "POST 10 KB", bytes: post("/transfer-batches", TransferBodies.array(of: 10)), status: 201,
            floorStatus: 201),
        LoadCase(
            name: "POST 100 KB", bytes: post("/transfer-batches", TransferBodies.array(of: 100)), status: 201,
            floorStatus: 201),
        LoadCase(name: "invalid", bytes: post("/transfers", BenchmarkInput.invalid), status: 400, floorStatus: 201),
        LoadCase(name: "401", bytes: post("/transfers", TransferBodies.one, key: nil), status: 401, floorStatus: 201),
        LoadCase(name: "GET of 1,000", bytes: get, status: 200, floorStatus: 200, padding: 1_000),
        LoadCase(name: "GET of 10,000", bytes: get, status: 200, floorStatus: 200, padding: 10_000),
    ]

    private static let get = Array(
        """
        GET /accounts/42/transfers?limit=20&status=settled&status=pending HTTP/1.1\r
        Host: 127.0.0.1\r
        X-Correlation-Id: 3f2b8c1e-8f0a-4f83-9d5e-6a3f1c2b7d10\r
        \r

        """.utf8)

    private static func post(
        _ path: String, _ body: [UInt8], type: String = "application/json", key: String? = BenchmarkInput.key
    ) -> [UInt8] {
        let head = """
            POST \(path) HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Type: \(type)\r
            Content-Length: \(body.count)\r
            \(key.map { "X-API-Key: \($0)\r\n" } ?? "")\r

            """
        return Array(head.utf8) + body
    }

    /// The benchmark's description with further operations that nothing asks for.
    static func description(_ text: String, padding count: Int) -> String {
        let paths = (0..<count).map { index in
            """
              /group\(index % 97)/item\(index)/{id}:
                get:
                  x-entry-node-id: transfers.list
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                  responses: { '204': { description: '' } }

            """
        }
        return text.replacingOccurrences(of: "paths:\n", with: "paths:\n" + paths.joined())
    }
}
