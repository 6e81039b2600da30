import SpecRouter
import Testing
import X509

@testable import SpecGateway

/// Clients of others, over every transport.
@Suite struct ForeignClientTests {
    private static let reply = "%{http_version} %{response_code}"

    /// A server with TLS, and the file of the authority that vouches for it.
    private func withTLSServer(
        clients: TLSSettings.Clients.Verification? = nil,
        _ body: (RunningServer, _ directory: String, TestAuthority) async throws -> Void
    ) async throws {
        let authority = try TestAuthority()
        try await withDirectory { directory in
            try write(authority.pem, to: directory + "/ca.pem")
            var settings = try authority.server().write(to: directory)
            if let clients {
                settings.clients = TLSSettings.Clients(authorities: directory + "/ca.pem")
                settings.clients?.verify = clients
            }
            try await withServer(tls: settings) { server in try await body(server, directory, authority) }
        }
    }

    @Test(.needs("curl"), arguments: [(["--http1.1"], "1.1"), (["--http2"], "2"), (["--tls-max", "1.2"], "2")])
    func `curl is answered over TLS`(options: [String], version: String) async throws {
        try await withTLSServer { server, directory, _ in
            let url = "https://localhost:\(server.port)"
            let common = ["-sS", "--resolve", "localhost:\(server.port):127.0.0.1", "--cacert", directory + "/ca.pem"]
            let get = try await Tool(name: "curl").run(common + options + ["-w", Self.reply, url + "/now"])
            #expect(get.output == "now\(version) 200")
            let post = try await Tool(name: "curl").run(
                common + options + ["-H", "Content-Type: text/plain", "-d", "hello", "-w", Self.reply, url + "/body"])
            #expect(post.output == "hello\(version) 200")
        }
    }

    @Test(
        .needs("curl"), arguments: [(["--http2-prior-knowledge"], "2"), (["--http1.1"], "1.1"), (["--http2"], "1.1")])
    func `curl is answered without TLS`(options: [String], version: String) async throws {
        try await withServer(http2: .always) { server in
            let outcome = try await Tool(name: "curl").run(
                ["-sS", "-w", Self.reply, "http://127.0.0.1:\(server.port)/now"] + options)
            #expect(outcome.output == "now\(version) 200")
        }
    }

    @Test(.needs("curl")) func `curl shows its certificate`() async throws {
        try await withTLSServer(clients: .required) { server, directory, authority in
            let identity = try authority.issue(DistinguishedName { CommonName("curl") })
            let files = try identity.write(to: directory, "client")
            let url = "https://localhost:\(server.port)/now"
            let common = ["-sS", "--resolve", "localhost:\(server.port):127.0.0.1", "--cacert", directory + "/ca.pem"]
            let shown = try await Tool(name: "curl").run(
                common + ["--cert", files.certificate, "--key", files.key, url])
            #expect(shown.output == "now")
            let hidden = try await Tool(name: "curl").run(common + [url])
            #expect(hidden.status != 0)
        }
    }

    @Test(.needs("nghttp")) func `nghttp is answered, with a body and with many streams`() async throws {
        try await withServer(http2: .always) { server in
            let url = "http://127.0.0.1:\(server.port)"
            let get = try await Tool(name: "nghttp").run(["-m", "20", url + "/now"])
            #expect(get.status == 0)
            #expect(get.output == String(repeating: "now", count: 20))
            let large = try await Tool(name: "nghttp").run(["--null-out", "-s", url + "/large"])
            #expect(large.output.contains(" 200 "))
        }
    }

    @Test(.needs("h2load")) func `h2load gets every answer`() async throws {
        try await withTLSServer { server, _, _ in
            let load = ["-n", "2000", "-c", "4", "-m", "50", "https://127.0.0.1:\(server.port)/now"]
            let outcome = try await Tool(name: "h2load").run(load)
            #expect(outcome.output.contains("Application protocol: h2"))
            #expect(outcome.output.contains("2000 succeeded, 0 failed, 0 errored, 0 timeout"))
        }
    }

    @Test(.needs("openssl"), arguments: [("-tls1_2", true), ("-tls1_3", true), ("-tls1_1", false)])
    func `openssl agrees on versions that are new enough`(version: String, isSpoken: Bool) async throws {
        try await withTLSServer { server, directory, _ in
            let outcome = try await Tool(name: "openssl").run([
                "s_client", "-connect", "127.0.0.1:\(server.port)", "-CAfile", directory + "/ca.pem", "-alpn",
                "h2,http/1.1", version,
            ])
            #expect(outcome.output.contains("ALPN protocol: h2") == isSpoken)
            #expect(outcome.output.contains("Verify return code: 0 (ok)") == isSpoken || !isSpoken)
        }
    }
}
