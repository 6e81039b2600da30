import ArgumentParser
import Foundation
import HTTPTypes
import OpenAPIModel
import SpecRouter

/// What the in-process measurements run on.
struct BenchmarkInput: ParsableArguments {
    @Option(help: "The benchmark's description.")
    var spec = "specs/benchmark.yaml"

    func document() throws -> OpenAPIDocument {
        let loaded = DescriptionLoader.load(file: spec)
        guard let document = loaded.document else { throw ValidationError("\(spec) does not load.") }
        return document
    }

    /// Compiled with nodes that answer a constant at once, as `floor` does.
    static func compile(_ bytes: [UInt8]) throws -> CompiledAPI {
        let loaded = DescriptionLoader.load(
            bytes: bytes, uri: "file:///benchmark", name: "benchmark", readFile: { _ in [] })
        guard let document = loaded.document else { throw ValidationError("The description does not load.") }
        var policy = Policy()
        policy.unboundOperations = .notImplemented
        let compilation = APICompiler().compile([
            SpecInput(
                document: document, nodes: nodes, security: ["ApiKey": .apiKeys(.plain(["bench": key]))],
                policy: policy)
        ])
        guard let api = compilation.api else {
            throw ValidationError(compilation.diagnostics.map(\.message).joined(separator: "\n"))
        }
        return api
    }

    static var nodes: NodeRegistry {
        var nodes = NodeRegistry()
        nodes.register("transfers.list") { _ in .bytes(BenchmarkAnswers.list, contentType: "application/json") }
        nodes.register("transfers.create") { _ in
            .bytes(BenchmarkAnswers.created, contentType: "application/json", status: .created)
        }
        return nodes
    }

    static let key = "bench-4f9b2c7d81e6a350"

    static var requests: [(String, RequestHead, [UInt8])] {
        let common: [HeaderField] = [("Host", "127.0.0.1:8080"), ("Accept", "*/*"), ("User-Agent", "bench")]
        let uuid: HeaderField = ("X-Correlation-Id", "3f2b8c1e-8f0a-4f83-9d5e-6a3f1c2b7d10")
        let json: [HeaderField] = [
            ("Content-Type", "application/json"), ("Content-Length", String(transfer.count)),
        ]
        let withKey = common + json + [("X-API-Key", key)]
        let target = "/accounts/42/transfers?limit=20&status=settled&status=pending"
        return [
            ("GET", RequestHead(method: "GET", target: target, fields: common + [uuid], requestID: "1"), []),
            ("POST 1 KB", RequestHead(method: "POST", target: "/transfers", fields: withKey, requestID: "1"), transfer),
            (
                "POST without key",
                RequestHead(method: "POST", target: "/transfers", fields: common + json, requestID: "1"), transfer
            ),
            (
                "POST invalid", RequestHead(method: "POST", target: "/transfers", fields: withKey, requestID: "1"),
                invalid
            ),
        ]
    }

    /// About 1 KB, valid.
    static let transfer = Array(
        """
        {"id":"3f2b8c1e-8f0a-4f83-9d5e-6a3f1c2b7d10","requestedAt":"2026-03-01T12:30:00Z",\
        "amount":{"value":1250.75,"currency":"EUR"},\
        "debtor":{"name":"Johanna Christina Lindqvist-Bergstrom","iban":"SE4550000000058398257466","bic":"ESSESESSXXX",\
        "email":"johanna.lindqvist@example.com","address":{"street":"Storgatan 12, 3 tr","city":"Stockholm",\
        "postcode":"114 55","country":"SE"}},\
        "creditor":{"name":"Nordic Wood and Paper Trading AB","iban":"DE89370400440532013000","bic":"COBADEFFXXX",\
        "email":"accounts.receivable@example.org","address":{"street":"Hafenstrasse 77","city":"Hamburg",\
        "postcode":"20457","country":"DE"}},\
        "purpose":"invoice","reference":"Invoice 2026-0042, order 8812 (second part)",\
        "labels":["supplier","monthly","wood","north","priority"],\
        "method":{"type":"wire","urgency":"normal","note":"Please book on the day of arrival; questions to the desk in Malmo, \
        phone 040 123 45, every day from eight to five. The amount covers freight, handling and the agreed discount of two per cent."}}
        """.utf8)

    /// The same with two faults.
    static let invalid: [UInt8] = {
        let text = String(decoding: transfer, as: UTF8.self)
        return Array(
            text.replacingOccurrences(of: #""currency":"EUR""#, with: #""currency":"XXX""#)
                .replacingOccurrences(of: #""country":"DE""#, with: #""country":"de""#).utf8)
    }()
}
