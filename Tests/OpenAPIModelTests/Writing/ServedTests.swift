import JSONCore
import OpenAPIModel
import Testing

@Suite("A description as it is served")
struct ServedTests {
    @Test func `has its servers replaced on all three levels`() throws {
        let document = try #require(
            load(
                """
                openapi: 3.1.0
                info: { title: A, version: '1' }
                servers: [{ url: "https://example.com/v1" }]
                paths:
                  /a:
                    servers: [{ url: "https://{host}/{base}/x/", variables: { host: { default: h }, base: { default: b } } }]
                    get: { servers: [{ url: "https://example.com" }], responses: {} }
                    put: { responses: {} }
                  /b: { $ref: other.yaml }
                """
            ).document)
        let expected = """
            {"openapi":"3.1.0","info":{"title":"A","version":"1"},"servers":[{"url":"/mount"}],"paths":{"/a":{\
            "servers":[{"url":"/b/x"}],"get":{"servers":[{"url":"/"}],"responses":{}},"put":{"responses":{}}},\
            "/b":{"$ref":"other.yaml"}}}
            """
        #expect(document.servedDescription(mount: "/mount").serialized() == expected)
        let under = String(decoding: document.served(mount: "/m", ownServers: .remove), as: UTF8.self)
        #expect(under.split(separator: "\"url\"").count == 2)
    }

    @Test func `gets servers when it has none`() throws {
        let document = try #require(load("openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: {}\n").document)
        let yaml = "openapi: \"3.1.0\"\ninfo:\n  title: A\n  version: \"1\"\nservers:\n  - url: /\npaths: {}\n"
        #expect(String(decoding: document.served(mount: "", as: .yaml), as: UTF8.self) == yaml)
    }

    @Test(arguments: [
        "null", "true", "[]", "{}", "[[1,[2,[]]],{\"a\":{\"b\":[{\"c\":null,\"d\":1.50e10}]}}]",
        "{\"200\":\"200\",\"yes\":\"no\",\"\":\"\",\"a b\":\"- x\",\"a: b\":\"c: d\",\"a #b\":\"x #y\",\"~\":\"~\"}",
        "[\"a\\nb\",\"a\\nb\\n\",\"a\\n\\nb\\n\",\"a\\n\\n\",\"\\na\",\" a\\nb\",\"a\\n  b\\n c\",\"a\\n\\tb\",\"a \\n b \"]",
        "[\"\\u0000\\u0007\\u001b\\u007f\\u0085\\u2028\\ufeff\\uffff\",\"\\r\\n\",\"é😀\",\"a\\r\\nb\",\"tab\\there\"]",
        "[\"true\",\"True\",\"null\",\"5\",\"-1\",\".5\",\"0x1\",\"2020-01-01\",\"1:2\",\"on\",\"y\",\"<<\",\"=\",\"---\",\"a:\"]",
        "[\"'\",\"\\\"\",\"\\\\\",\"@a\",\"`a\",\"%a\",\"&a\",\"*a\",\"!a\",\"|a\",\">a\",\"?a\",\"{a\",\"[a\",\"a,b\",\"/a/{b}\"]",
        "[\"--- a\\n--- b\",\"a\\n...\\nb\",\"# a\\n# b\",\"a\\n \",\"a\\n \\nb\"]",
    ])
    func `in YAML reads back as it was`(text: String) throws {
        let json = try JSON(parsing: text)
        let document = try JSON(parsing: "{\"openapi\":\"3.1.0\",\"info\":{},\"x-value\":\(text)}")
        let loaded = load(document.serialized())
        let yaml = try #require(loaded.document).served(mount: "", as: .yaml)
        let read = try StructuredText.parse(yaml, name: "yaml", limits: .standard)
        #expect(read["x-value"] == json, "\(String(decoding: yaml, as: UTF8.self))")
    }

    @Test func `in YAML keeps long keys`() throws {
        let key = String(repeating: "k", count: 3000)
        let loaded = load("{\"openapi\":\"3.1.0\",\"x-a\":{\"\(key)\":{\"b\":[1]},\"\(key)2\":1}}")
        let yaml = try #require(loaded.document).served(mount: "", as: .yaml)
        let read = try StructuredText.parse(yaml, name: "yaml", limits: .standard)
        #expect(read["x-a"]?[key]?.serialized() == "{\"b\":[1]}")
    }
}
