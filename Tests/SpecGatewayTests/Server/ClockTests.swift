import Crypto
import Foundation
import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

/// The wall clock jumps, when it is set or the machine wakes: what follows it follows it both ways, all else goes on.
@Suite struct ClockTests {
    private static let start = Date(timeIntervalSince1970: 1_000_000)

    /// A clock that is put forward and back.
    private final class WallClock: Sendable {
        private let offset = Mutex(0.0)
        var now: Date { ClockTests.start + offset.withLock { $0 } }
        func set(to seconds: Double) { offset.withLock { $0 = seconds } }
    }

    private static let description = """
        openapi: 3.1.0
        info: { title: Clock, version: "1" }
        components:
          securitySchemes:
            Key: { type: apiKey, in: header, name: X-Key }
            Token: { type: http, scheme: bearer }
        paths:
          /key: { get: { x-entry-node-id: n, security: [ { Key: [] } ], responses: { default: { description: ok } } } }
          /token: { get: { x-entry-node-id: n, security: [ { Token: [] } ], responses: { default: { description: ok } } } }
        """

    @Test func `keys and tokens follow it both ways, on a connection that stays`() async throws {
        let clock = WallClock()
        let secret = String(repeating: "s", count: 32)
        let store = KeyStore([.init(name: "ann", sha256: SecretHash(of: "k"), expires: Self.start + 60)])
        var rules = TokenRules(issuer: .among(["https://issuer"]), audience: .among(["pets"]))
        rules.leeway = .zero
        var security: SecurityConfiguration = [
            "Key": .apiKeys(store), "Token": .tokens(.sharedSecret(Secret(secret)), rules),
        ]
        security.now = { clock.now }
        var nodes = NodeRegistry()
        nodes.register("n") { _ in .text("in") }
        let api = try StreamServer.compile(Self.description, nodes, .hasty(), security: security)
        let claims = #"{"iss":"https://issuer","aud":"pets","sub":"ann","nbf":1000000,"exp":1000060}"#
        let token = Self.token(claims, secret)
        try await withServer(limits: .hasty(), api: api) { server in
            let client = try await server.client()
            var count = 0
            for (seconds, status) in [(0.0, 200), (61, 401), (1, 200), (1e9, 401), (59, 200), (-1, 401), (0, 200)] {
                clock.set(to: seconds)
                client.send("GET /token HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n")
                client.send("GET /key HTTP/1.1\r\nHost: a\r\nX-Key: k\r\n\r\n")
                count += 2
                let last = await client.answers(count).suffix(2).map(\.status)
                // A key has no beginning.
                #expect(last == [status, seconds < 0 ? 200 : status], "\(seconds)")
            }
        }
    }

    private static func token(_ claims: String, _ secret: String) -> String {
        func text(_ bytes: some Sequence<UInt8>) -> String {
            Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
        }
        let signed = text(#"{"alg":"HS256","typ":"JWT"}"#.utf8) + "." + text(claims.utf8)
        let key = SymmetricKey(data: Data(secret.utf8))
        return signed + "." + text(HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: key))
    }

    @Test func `the date field follows it both ways`() {
        var date = HTTPDate()
        let seconds = [784_111_777, 784_111_778, 784_111_700, 0, 4_102_444_800, 784_111_777]
        for second in seconds {
            #expect(String(decoding: date.value(at: second), as: UTF8.self) == HTTPDate.text(of: second))
        }
    }

    /// Timeouts, limits, pauses and durations count on a clock that nobody sets. The files that may ask for the time of
    /// day are these; each says in words what it is for.
    private static let readers: [String: String] = [
        "SpecRouter/Security/SecurityConfiguration.swift": "the end of keys, tokens and certificates",
        "SpecGateway/Server/TLS/ServerTLS.swift": "the validity of the server's certificate when it is read",
        "SpecGateway/Server/HTTPDate.swift": "the field Date, and the time in access lines",
        "SpecGateway/Fetching/DocumentFetching.swift": "when a kept copy was fetched, for people",
        "SpecGateway/Fetching/RemoteWatch.swift": "when a kept copy was fetched, for people",
    ]

    @Test func `nothing else asks for the time of day`() throws {
        let sources = URL(filePath: #filePath).appending(path: "../../../../Sources").standardized
        let reading = try Regex(#"\bDate\(\)|\bDate\.now\b|\btime\(nil\)|clock_gettime|gettimeofday|\bUTCClock\b"#)
        var found: Set<String> = []
        for target in [
            "JSONCore", "RegexCore", "JSONSchema", "OpenAPIModel", "SpecRouter", "SpecGateway", "SpecRouterCLI",
        ] {
            let folder = sources.appending(path: target)
            let files = try #require(FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String])
            for file in files where file.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                if text.contains(reading) { found.insert("\(target)/\(file)") }
            }
        }
        #expect(found == Set(Self.readers.keys))
    }
}
