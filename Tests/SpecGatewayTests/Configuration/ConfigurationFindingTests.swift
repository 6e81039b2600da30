import OpenAPIModel
import Testing

@testable import SpecGateway

struct `A wrong configuration file` {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let findings: [String]

        init(_ name: String, _ text: String, _ findings: String...) {
            testDescription = name
            self.text = text
            self.findings = findings
        }
    }

    static let hash = String(repeating: "0f", count: 32)

    static let cases = [
        Case("not an object", "- a", "1:1: error: The configuration must be an object. [wrong-type]"),
        Case(
            "not YAML", "specs: [",
            """
            2:1: error: This is not well-formed YAML: did not find expected node content, while parsing a flow node. \
            [syntax]
            """),
        Case("empty", "", "1:1: error: The document is empty. [syntax]"),
        Case(
            "unknown keys",
            """
            specz: []
            server:
              portt: 80
            specs:
              - source: a.yaml
                mountt: /v1
            """,
            """
            1:1: error: "specz" is not a key that a configuration has. [unknown-field]
                Did you mean "specs"? The keys here are "$schema", "specs", "nodes", "fallback", "security", "policy", \
            "problemTemplate", "cors", "lint", "limits", "server", "registry".
            """,
            """
            3:3: error: "portt" is not a key that "server" has. [unknown-field]
                Did you mean "port"? The keys here are "host", "port", "threads", "accessLog", "sharesPort", "tls", "trustedProxies", "forwarded", "proxyProtocol", "compression", "http2", "admin", "temporaryDirectory".
            """,
            """
            6:5: error: "mountt" is not a key that "specs[0]" has. [unknown-field]
                Did you mean "mount"? The keys here are "name", "source", "overlays", "references", "mount", \
            "webhooks", "poll", "nodes", "fallback", "security", "policy", "problemTemplate", "cors", "lint".
            """),
        Case(
            "secrets that are not there",
            """
            security:
              A: { jwt: { keys: { secretEnvironment: SPECROUTER_NOWHERE }, audience: any, issuer: any } }
              B: { jwt: { keys: { secretFile: nowhere }, audience: any, issuer: any } }
            """,
            "2:42: error: \"secretEnvironment\" names a secret that is not there, or is empty. [bad-value]",
            "3:35: error: \"secretFile\" names a secret that is not there, or is empty. [bad-value]"),
        Case(
            "a key twice", "server: { port: 1 }\nserver: { port: 2 }",
            """
            2:1: error: The key "server" stands here a second time; the first is in line 1. [duplicate-key]
                Remove one of the two, or merge them.
            """),
        Case(
            "a missing source", "specs: [ { name: a } ]",
            "1:10: error: \"specs[0]\" is missing the required property \"source\". [missing-field]"),
        Case(
            "strange sources", "specs: [ { source: ftp://a/b }, { source: \"igniteconnex:\" }, { source: 5 } ]",
            "1:20: error: \"source\" must be a path, an http(s) URL or igniteconnex:SPEC_RESOURCE_ID. [bad-value]",
            "1:43: error: \"source\" must be a path, an http(s) URL or igniteconnex:SPEC_RESOURCE_ID. [bad-value]",
            "1:72: error: \"source\" must be a path, an http(s) URL or igniteconnex:SPEC_RESOURCE_ID. [wrong-type]"),
        Case(
            "TLS with too little and too much",
            """
            server:
              tls: { certificate: a.pem, passphraseFile: b, passphraseEnvironment: C, minimumVersion: "1.1" }
            """,
            "2:8: error: \"tls\" is missing the required property \"key\". [missing-field]",
            """
            2:8: error: "tls" may have one of the keys "passphraseEnvironment" and "passphraseFile", not both. [bad-value]
            """,
            """
            2:91: error: "minimumVersion" must be "1.2" or "1.3". [unknown-value]
                Did you mean "1.2"?
            """),
        Case(
            "a mount without a slash", "specs: [ { source: a, mount: v1 } ]",
            "1:30: error: \"mount\" must be a path that starts with \"/\", without a query. [bad-value]"),
        Case(
            "templates that say nothing",
            """
            problemTemplate:
              contentType: json
              body: { a: "{{detial}}", b: 1 }
            specs:
              - source: a.yaml
                problemTemplate:
                  contentType: application/json
                  body: [ "{{pointer}}" ]
              - source: b.yaml
                problemTemplate: { contentType: a/b, body: { e: [ "{{each violations}}" ] } }
            """,
            "2:16: error: \"contentType\" must be a media type such as application/json. [bad-value]",
            """
            3:14: error: "a" may have the placeholders {{status}}, {{title}}, {{detail}}, {{code}}, {{type}}, \
            {{instance}}, {{requestID}}, {{violations}} here. [bad-value]
            """,
            """
            8:15: error: "body[0]" may have the placeholders {{status}}, {{title}}, {{detail}}, {{code}}, {{type}}, \
            {{instance}}, {{requestID}}, {{violations}} here. [bad-value]
            """,
            """
            10:55: error: "e[0]" must be followed by one value, and not stand within another such array. [bad-value]
            """),
        Case(
            "a wrong word", "server: { accessLog: jsn }\nfallback: mok",
            """
            1:22: error: "accessLog" must be "off", "text" or "json". [unknown-value]
                Did you mean "json"?
            """,
            """
            2:11: error: "fallback" must be "none", "echo" or "mock". [unknown-value]
                Did you mean "mock"?
            """),
        Case(
            "a wrong port", "server: { port: 65536, threads: 0 }",
            "1:17: error: \"port\" must be a port from 0 to 65535. [bad-value]",
            "1:33: error: \"threads\" must be at least 1. [bad-value]"),
        Case(
            "nodes",
            """
            nodes:
              a: {}
              b: { use: echo, status: 200 }
              c: { use: respond, json: 1, text: a }
              d: { use: respond, status: 204, text: a }
              e: { use: respond, status: 99 }
              f: { use: respond, headers: { "a b": c, content-length: 5 } }
              g: mock
              h: { use: respnd }
            """,
            "2:6: error: \"a\" is missing the required property \"use\". [missing-field]",
            "3:27: error: \"status\" goes with \"use: respond\" alone. [bad-value]",
            "4:37: error: \"text\" is a second body: give one of \"json\", \"text\" and \"body\". [bad-value]",
            "5:41: error: \"text\" cannot be sent with the status 204, 205 or 304. [bad-value]",
            "6:30: error: \"status\" must be a status from 200 to 599. [bad-value]",
            "7:33: error: \"a b\" must be the name of a header field. [bad-value]",
            """
            7:59: error: "content-length" is a header field that the gateway sets itself. [bad-value]
                Leave it out.
            """,
            "8:6: error: \"g\" must be an object. [wrong-type]",
            """
            9:13: error: "use" must be "mock", "echo", "respond" or "proxy". [unknown-value]
                Did you mean "respond"?
            """),
        Case(
            "proxies",
            """
            nodes:
              a: { use: proxy }
              b: { use: proxy, upstream: "ftp://a" }
              c: { use: proxy, upstream: "http://u:p@a" }
              d: { use: proxy, upstream: "http://a/?q" }
              e: { use: echo, upstream: "http://a" }
              f: { use: proxy, upstream: "http://a", status: 200, connections: 0, credentials: keep, forwarded: all }
              "*": { use: proxy, upstream: "http://a", answerTimeout: 5, largestAnswer: big }
            fallback: echo
            """,
            "2:6: error: \"a\" is missing the required property \"upstream\". [missing-field]",
            """
            3:30: error: "upstream" must be an http or https URL without a user, a query or a fragment. [bad-value]
                As http://127.0.0.1:9000/base is.
            """,
            """
            4:30: error: "upstream" must be an http or https URL without a user, a query or a fragment. [bad-value]
                As http://127.0.0.1:9000/base is.
            """,
            """
            5:30: error: "upstream" must be an http or https URL without a user, a query or a fragment. [bad-value]
                As http://127.0.0.1:9000/base is.
            """,
            "6:29: error: \"upstream\" goes with \"use: proxy\" alone. [bad-value]",
            "7:50: error: \"status\" goes with \"use: respond\" alone. [bad-value]",
            "7:68: error: \"connections\" must be at least 1. [bad-value]",
            "7:84: error: \"credentials\" must be \"remove\" or \"pass\". [unknown-value]",
            "7:101: error: \"forwarded\" must be \"x\", \"standard\", \"both\" or \"none\". [unknown-value]",
            "8:59: error: \"answerTimeout\" must be a duration such as 500ms, 30s, 5m or 1h. [wrong-type]",
            """
            8:77: error: "largestAnswer" must be a size such as 16KiB or 1MiB, or a number of octets. [bad-value]
            """,
            """
            9:11: error: "fallback" says what the node "*" says too. [bad-value]
                Give one of the two.
            """),
        Case(
            "cross-origin sharing",
            """
            cors: { origins: [ "https://App.example", "https://a.example/", "*", "null" ], credentials: true, maxAge: 5 }
            specs: [ { source: a.yaml, cors: { headers: [ "a b" ], exposed: [] } } ]
            """,
            """
            1:20: error: "origins[0]" must be an origin as browsers write it, in lower case and without a path, as \
            https://app.example.com is, or "*". [bad-value]
            """,
            """
            1:43: error: "origins[1]" must be an origin as browsers write it, in lower case and without a path, as \
            https://app.example.com is, or "*". [bad-value]
            """,
            """
            1:70: error: "origins[3]" must be an origin as browsers write it, in lower case and without a path, as \
            https://app.example.com is, or "*". [bad-value]
            """,
            """
            1:93: error: "credentials" cannot be true where "origins" has "*": no browser shares credentials with \
            everybody. [unknown-value]
            """,
            "1:107: error: \"maxAge\" must be a duration such as 500ms, 30s, 5m or 1h. [wrong-type]",
            "2:34: error: \"cors\" is missing the required property \"origins\". [missing-field]",
            "2:47: error: \"headers[0]\" must be the name of a header field. [bad-value]",
            """
            2:56: error: "exposed" is not a key that "cors" has. [unknown-field]
                The keys here are "origins", "headers", "exposedHeaders", "credentials", \
            "maxAge".
            """),
        Case(
            "proxies before the gateway",
            """
            server:
              trustedProxies: [ 10.0.0.0/8, 10.0.0.1/8, proxy.example, "fd00::/129", 5 ]
              forwarded: both
              proxyProtocol: v2
            """,
            """
            2:33: error: "trustedProxies[1]" must be an address or a range of addresses. [bad-value]
                As 10.0.0.0/8, fd00::/8 and 192.0.2.7 are, without bits behind the prefix.
            """,
            """
            2:45: error: "trustedProxies[2]" must be an address or a range of addresses. [bad-value]
                As 10.0.0.0/8, fd00::/8 and 192.0.2.7 are, without bits behind the prefix.
            """,
            """
            2:60: error: "trustedProxies[3]" must be an address or a range of addresses. [bad-value]
                As 10.0.0.0/8, fd00::/8 and 192.0.2.7 are, without bits behind the prefix.
            """,
            "2:74: error: \"trustedProxies[4]\" must be a string. [wrong-type]",
            "3:14: error: \"forwarded\" must be \"x\" or \"standard\". [unknown-value]",
            "4:18: error: \"proxyProtocol\" must be \"off\" or \"required\". [unknown-value]"),
        Case(
            "compression", "server: { compression: { minimum: 0, types: [ json, Text/*, text/* ], level: 9 } }",
            """
            1:35: error: "minimum" must be a size such as 16KiB or 1MiB, or a number of octets. [bad-value]
            """,
            """
            1:47: error: "types[0]" must be a media type in lower case such as application/json, text/* or +json. \
            [bad-value]
            """,
            """
            1:53: error: "types[1]" must be a media type in lower case such as application/json, text/* or +json. \
            [bad-value]
            """,
            """
            1:71: error: "level" is not a key that "compression" has. [unknown-field]
                The keys here are "minimum", "types".
            """),
        Case(
            "the PROXY protocol of anybody", "server: { proxyProtocol: required }",
            "1:9: error: \"server\" is missing the required property \"trustedProxies\". [missing-field]"),
        Case(
            "schemes",
            """
            security:
              A: {}
              B: { keys: [] }
              C: { environment: KEYS, accept: any }
              D: { holds: users, accept: any }
              E: { environment: "s3cret key" }
              F: { accept: all }
              G: { key: [] }
            """,
            """
            2:6: error: "A" must have exactly one of the keys "keys", "tokens", "users", "environment", "file", "jwt", \
            "introspection", "certificates" and "accept". \
            [bad-value]
            """,
            "3:14: error: \"keys\" must have at least 1 item. [bad-value]",
            """
            4:6: error: "C" must have exactly one of the keys "keys", "tokens", "users", "environment", "file", "jwt", \
            "introspection", "certificates" and "accept". \
            [bad-value]
            """,
            """
            5:6: error: "D" has "holds", which goes with "environment" or "file". [bad-value]
            """,
            "6:21: error: \"environment\" must be the name of an environment variable. [bad-value]",
            "7:16: error: \"accept\" must be \"any\". [unknown-value]",
            """
            8:6: error: "G" must have exactly one of the keys "keys", "tokens", "users", "environment", "file", "jwt", \
            "introspection", "certificates" and "accept". \
            [bad-value]
            """,
            """
            8:8: error: "key" is not a key that "G" has. [unknown-field]
                Did you mean "keys"? The keys here are "keys", "tokens", "users", "environment", "file", "holds", "jwt", \
            "introspection", "certificates", "accept".
            """),
        Case(
            "credentials",
            """
            security:
              A: { keys: [ { name: a, sha256: s3cret } ] }
              B: { keys: [ { name: a, key: s3cret } ] }
              C: { tokens: [ { name: a, sha256: \(hash), expires: 2030-01-01 } ] }
              D: { users: [ { name: "a:b", password: s3cret } ] }
              E: { users: [ { name: a, password: "pbkdf2-sha256$0001$0011223344556677$\(hash)" } ] }
              F: { users: [ { name: a, password: "$scrypt$ln=24,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$qrn7ZhlST3jO5Auifbc3xCWPabXREAX1HDl5f9rqSnA" } ] }
            """,
            """
            2:35: error: "sha256" must be 64 hexadecimal digits, as `specrouter hash-key` prints them. [bad-value]
            """,
            "3:16: error: \"keys[0]\" is missing the required property \"sha256\". [missing-field]",
            """
            3:27: error: "key" is not a key that "keys[0]" has. [unknown-field]
                The keys here are "name", "sha256", "expires", "scopes".
            """,
            """
            4:112: error: "expires" must be a date with time and zone such as 2030-01-01T00:00:00Z. [bad-value]
            """,
            "5:25: error: \"name\" must be a user name without a colon. [bad-value]",
            """
            5:42: error: "password" must be a hash of the form $scrypt$ln=15,r=8,p=3$SALT$HASH, as `specrouter \
            hash-password` prints them, or pbkdf2-sha256$ITERATIONS$SALT$HASH, and never the password itself. \
            [bad-value]
            """,
            """
            6:38: error: "password" must be a hash with 1,000 to 10,000,000 iterations, and 8 to 64 octets of salt. \
            [bad-value]
            """,
            """
            7:38: error: "password" must be a hash with "ln" from 10, "r" and "p" up to 16, no more than 256 MiB, and \
            8 to 64 octets of salt. [bad-value]
            """),
        Case(
            "registries", "registry: { url: https://user:pass@host/, header: \"a b\", urlTemplate: x }",
            "1:18: error: \"url\" must be an http(s) URL without a user name, a query or a fragment. [bad-value]",
            "1:51: error: \"header\" must be the name of a header field. [bad-value]",
            """
            1:71: error: "urlTemplate" must be a URL that contains {id}, and {registry} for the registry's address. \
            [bad-value]
            """),
    ]

    @Test(arguments: cases)
    func `is answered with all that is wrong`(_ example: Case) {
        let found = GatewayConfiguration.diagnostics(for: example.text).map { $0.rendered(color: .none) }
        #expect(found == example.findings.map { "gateway.yaml:" + $0 })
        #expect(!found.contains { $0.contains("s3cret") || $0.contains("pass@") })
    }

    @Test func `in JSON has places too`() {
        #expect(
            GatewayConfiguration.messages(for: "{\n  \"limits\": {\n    \"boddy\": 1\n  }\n}") == [
                "gateway.yaml:3:5: \"boddy\" is not a key that \"limits\" has."
            ])
    }

    @Test func `may be cut off anywhere`() {
        let text = Array(`A configuration file`.example.utf8)
        for count in text.indices {
            do throws(DiagnosticError) {
                _ = try GatewayConfiguration.parse(Array(text.prefix(count)), name: "gateway.yaml", directory: "")
            } catch {
                #expect(!error.diagnostics.isEmpty)
            }
        }
    }

    @Test func `lists a hundred findings at most`() {
        let text = "nodes:\n" + (0..<1000).map { "  n\($0): { use: it }\n" }.joined()
        #expect(GatewayConfiguration.diagnostics(for: text).count == 100)
    }
}
