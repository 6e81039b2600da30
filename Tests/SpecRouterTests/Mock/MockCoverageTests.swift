import Foundation
import HTTPTypes
import JSONCore
import OpenAPIModel
import Testing

@testable import SpecRouter

/// What the mock makes for every operation of every description there is, held against that operation's own check.
@Suite(.needsDescriptions) struct MockCoverageTests {
    private struct Tally {
        var operations = 0
        var refusals: [String] = []
    }

    @Test func `nearly every operation gets a valid answer, the others a reason`() throws {
        var tally = Tally()
        let files = Self.files
        #expect(files.count >= 250)
        for file in files {
            guard let document = DescriptionLoader.load(file: file).document else { continue }
            Self.count(document, into: &tally)
        }
        #expect(tally.operations >= 4_150)
        let reasons = tally.refusals.prefix(40).joined(separator: "\n")
        #expect(tally.refusals.count <= 10, "\(reasons)")
    }

    private static var files: [String] {
        let base = ProductionDescriptions.folder.appending(path: "specs").path
        let names = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
        return names.filter { name in [".json", ".yaml", ".yml"].contains { name.hasSuffix($0) } }.sorted()
            .map { "\(base)/\($0)" }
    }

    private static func count(_ document: OpenAPIDocument, into tally: inout Tally) {
        var nodes = NodeRegistry()
        nodes.fallback(.mock)
        var policy = Policy()
        policy.unboundOperations = .fallback
        let input = SpecInput(document: document, nodes: nodes, security: .acceptAny, policy: policy)
        let api = APICompiler().compile([input]).api
        for operation in api?.operations ?? [] {
            guard case .mock(let plan) = operation.state, declaresResponses(operation) else { continue }
            do throws(Problem) {
                let draft = try plan.draft(MockPreference(), accept: AcceptHeader(["*/*"]))
                guard let body = draft.body else { continue }
                tally.operations += 1
                let again = try plan.draft(MockPreference(), accept: AcceptHeader(["*/*"])).body
                #expect(again.map { bytes($0.value) } == bytes(body.value), "\(operation.key)")
                let faults = operation.responses.faults(of: response(draft.status, body), policy.responses, Limits())
                let broken = faults.filter { $0.check == .enforce }.map(\.message)
                #expect(broken.isEmpty, "\(operation.key): \(broken)")
            } catch {
                tally.operations += 1
                tally.refusals.append("\(document.title) \(operation.key): \(error.detail)")
                #expect(error.kind == .mockUnavailable && !error.detail.isEmpty)
            }
        }
    }

    /// Not all do, against the specification: then there is nothing to go by.
    private static func declaresResponses(_ operation: CompiledOperation) -> Bool {
        operation.description["responses"]?.members.contains { !$0.key.hasPrefix("x-") } ?? false
    }

    private static func response(
        _ status: Int, _ body: (mediaType: String, value: MockContent.Value)
    ) -> NodeResponse {
        let status = HTTPResponse.Status(code: status)
        switch body.value {
        case .json(let json):
            return NodeResponse(status: status, headerFields: [:], contentType: body.mediaType, json: json)
        case .bytes(let bytes): return .bytes(bytes, contentType: body.mediaType, status: status)
        }
    }

    private static func bytes(_ value: MockContent.Value) -> [UInt8] {
        switch value {
        case .json(let json): json.serializedBytes()
        case .bytes(let bytes): bytes
        }
    }
}
