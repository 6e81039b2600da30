import ArgumentParser
import Foundation
import HTTPTypes
import OpenAPIModel
import SpecRouter

/// What the in-process measurements run on.
struct BenchmarkInput: ParsableArguments {
    @Option(help: "The benchmark's description.")
    var spec = "specs/benchmark.yaml"

    /// Compiled with nodes that answer a constant at once, as `floor` does; shares nothing with another one.
    static func compile(
        _ bytes: [UInt8], security: SecurityConfiguration = ["ApiKey": .apiKeys(.plain(["bench": key]))]
    ) throws -> CompiledAPI {
        let loaded = DescriptionLoader.load(
            bytes: bytes, uri: "file:///benchmark", name: "benchmark", readFile: { _ in [] })
        guard let document = loaded.document else { throw ValidationError("The description does not load.") }
        var policy = Policy()
        policy.unboundOperations = .notImplemented
        let compilation = APICompiler().compile([
            SpecInput(
                document: document, nodes: nodes, security: security, policy: policy)
        ])
        guard let api = compilation.api else {
            throw ValidationError(compilation.diagnostics.map(\.message).joined(separator: "\n"))
        }
        return api
    }

    static var nodes: NodeRegistry {
        var nodes = NodeRegistry()
        let (list, created) = (BenchmarkAnswers.list.copied, BenchmarkAnswers.created.copied)
        nodes.register("transfers.list") { _ in .bytes(list, contentType: "application/json") }
        nodes.register("transfers.create") { _ in .bytes(created, contentType: "application/json", status: .created) }
        return nodes
    }

    static let key = "bench-4f9b2c7d81e6a350"

    /// New ones each time, which share nothing with those before.
    static var requests: [(String, RequestHead, [UInt8])] {
        let common: [HeaderField] = [("Host", "127.0.0.1:8080"), ("Accept", "*/*"), ("User-Agent", "bench")]
        let uuid: HeaderField = ("X-Correlation-Id", "3f2b8c1e-8f0a-4f83-9d5e-6a3f1c2b7d10")
        let json: [HeaderField] = [
            ("Content-Type", "application/json"), ("Content-Length", String(TransferBodies.one.count)),
        ]
        let withKey = common + json + [("X-API-Key", key)]
        let target = "/accounts/42/transfers?limit=20&status=settled&status=pending"
        return [
            ("GET", RequestHead(method: "GET", target: target, fields: common + [uuid], requestID: "1"), []),
            (
                "POST 1 KB", RequestHead(method: "POST", target: "/transfers", fields: withKey, requestID: "1"),
                TransferBodies.one.copied
            ),
            (
                "POST form of 1 KB",
                RequestHead(
                    method: "POST", target: "/transfers",
                    fields: common + [
                        ("Content-Type", "application/x-www-form-urlencoded"),
                        ("Content-Length", String(TransferForm.bytes.count)), ("X-API-Key", key),
                    ],
                    requestID: "1"),
                TransferForm.bytes.copied
            ),
            (
                "POST without key",
                RequestHead(method: "POST", target: "/transfers", fields: common + json, requestID: "1"),
                TransferBodies.one.copied
            ),
            (
                "POST invalid", RequestHead(method: "POST", target: "/transfers", fields: withKey, requestID: "1"),
                invalid.copied
            ),
        ]
    }

    /// The 1 KB body with two faults.
    static let invalid: [UInt8] = {
        let text = String(decoding: TransferBodies.one, as: UTF8.self)
        return Array(
            text.replacingOccurrences(of: #""currency":"EUR""#, with: #""currency":"XXX""#)
                .replacingOccurrences(of: #""country":"DE""#, with: #""country":"de""#).utf8)
    }()
}

extension [UInt8] {
    /// In storage of its own, so that two threads do not count references to one.
    fileprivate var copied: [UInt8] { map { $0 } }
}
