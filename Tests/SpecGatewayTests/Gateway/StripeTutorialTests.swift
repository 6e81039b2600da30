import Foundation
import OpenAPIModel
import Testing

@testable import SpecGateway

private enum Tutorial {
    static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    static let overlay = root.appending(path: "Fixtures/tutorial/stripe.overlay.yaml").path
    static let description: String = {
        let named = ProcessInfo.processInfo.environment["SPECROUTER_DATA"].map { URL(filePath: $0) }
        let data = named ?? root.appending(path: "../shared/data").standardized
        return data.appending(path: "specs/stripe/spec3.yaml").path
    }()

    static let isPossible =
        ProcessInfo.processInfo.environment["CI"] != nil || FileManager.default.fileExists(atPath: description)
}

/// The tutorial `ThirdPartyDescription.md`, as a reader would follow it.
@Suite("A third party's description", .enabled(if: Tutorial.isPossible, "../shared/data is not there"))
struct StripeTutorialTests {
    @Test func `the tutorial shows the program and the overlay that are run here`() throws {
        let article = try String(
            contentsOf: Tutorial.root.appending(path: "Sources/SpecGateway/SpecGateway.docc/ThirdPartyDescription.md"),
            encoding: .utf8)
        let program = try String(
            contentsOf: Tutorial.root.appending(path: "Tests/SpecGatewayTests/Gateway/StripeTutorial.swift"),
            encoding: .utf8)
        let lines = try #require(program.components(separatedBy: "// tutorial: begin\n").last)
        let shown = try #require(lines.components(separatedBy: "// tutorial: end").first)
        #expect(article.contains("```swift\n" + shown))
        #expect(article.contains("```yaml\n" + (try String(contentsOfFile: Tutorial.overlay, encoding: .utf8)) + "```"))
    }

    private static let token = "Authorization: Bearer sk_test_4eC39HqLyjWDarjtT1zdp7dc\r\n"

    private func ask(
        _ port: Int, _ target: String, form: String? = nil, credential: String = token
    ) async throws -> Answer {
        let client = try await SocketClient(port: port)
        let method = form == nil ? "GET" : "POST"
        let body = form.map {
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \($0.utf8.count)\r\n\r\n\($0)"
        }
        client.send(
            "\(method) \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\(credential)\(body ?? "\r\n")")
        return try #require(Answer.parse(await client.receivedUntilClosed()).first)
    }

    @Test func `three operations are answered, and what is wrong is refused`() async throws {
        setenv("STRIPE_USERS", "alice=secret", 1)
        let gateway = stripe(description: Tutorial.description, overlay: Tutorial.overlay)
        // Thrown here, what is wrong is said; a gateway that never listens would only be waited for.
        #expect(try await gateway.load().diagnostics.filter { $0.severity == .error } == [])
        try await GatewayTests().running(gateway) { port, _ in
            #expect(try await ask(port, "/v1/balance").status == 200)
            let created = try await ask(port, "/v1/customers", form: "name=Ada&email=ada%40example.com")
            #expect(created.status == 200)
            #expect(created.body.contains(#""email":"ada@example.com""#))
            let list = try await ask(port, "/v1/customers?limit=5")
            #expect(list.status == 200)
            #expect(list.body.contains(#""name":"Ada""#))
            let alice = "Authorization: Basic \(Data("alice:secret".utf8).base64EncodedString())\r\n"
            #expect(try await ask(port, "/v1/balance", credential: alice).status == 200)

            #expect(try await ask(port, "/v1/balance", credential: "").status == 401)
            let many = try await ask(port, "/v1/customers?limit=many")
            #expect(many.status == 400)
            #expect(many.body.contains(#""name":"limit""#))
            #expect(try await ask(port, "/v1/customers", form: "nmae=Ada").status == 400)
            #expect(try await ask(port, "/v1/charges").status == 501)
        }
    }
}
