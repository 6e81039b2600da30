import Foundation
import JSONCore
import Testing

@testable import SpecGateway

struct `The article about what is in front of users` {
    private static let article: String = {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
        let file = root.appending(path: "Sources/SpecGateway/SpecGateway.docc/InFrontOfUsers.md")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    @Test func `shows configurations that are right`() throws {
        let blocks = Self.article.components(separatedBy: "```yaml\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
        #expect(blocks.count == 5)
        for block in blocks {
            let configuration = try GatewayConfiguration.parsing(block)
            #expect(!configuration.specs.isEmpty)
            #expect(configuration.security["ApiKey"] != nil, "The description requires it: \(block)")
        }
    }

    /// Each stands at the beginning of a row.
    @Test func `names every option`() throws {
        let node = ConfigurationReader.NodeKey.allCases.map(\.rawValue).filter {
            !["use", "status", "headers", "json", "text", "body"].contains($0)
        }
        let sharing = ConfigurationReader.CrossOriginKey.allCases.map(\.rawValue)
        let compression = ConfigurationReader.CompressionKey.allCases.map(\.rawValue)
        let server = ["trustedProxies", "forwarded", "proxyProtocol", "compression"].map { "server.\($0)" }
        for option in node + sharing + compression + server { #expect(Self.article.contains("\n| `\(option)` |")) }
    }
}
