import JSONCore
import OpenAPIModel
import Testing

@Suite("Overlays")
struct OverlayTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        /// In place of the description's `x`.
        var value: String
        /// Each an object, in YAML.
        var actions: [String]
        var version = "1.1.0"
        /// Of `x`; empty where the overlay is refused.
        var result = ""
        /// Line and column in the overlay, where the first action is in line 4.
        var finds: [String] = []

        var testDescription: String { what }
    }

    static let cases: [Case] = [
        Case(
            what: "objects are merged, deep", value: "{a: {b: 1, c: {d: 2}}}",
            actions: ["{target: $.x, update: {a: {c: {e: 3}, f: 4}, g: 5}}"],
            result: #"{"a":{"b":1,"c":{"d":2,"e":3},"f":4},"g":5}"#),
        Case(
            what: "arrays are concatenated, within objects too", value: "{a: [1], b: [2]}",
            actions: ["{target: $.x.a, update: [3, [4]]}", "{target: $.x, update: {b: [5]}}"],
            result: #"{"a":[1,3,[4]],"b":[2,5]}"#),
        Case(
            what: "a value that is no array is appended", value: "[[1], {a: 1}]",
            actions: ["{target: $.x, update: 2}", "{target: $.x, update: {b: null}}"],
            result: #"[[1],{"a":1},2,{"b":null}]"#),
        Case(
            what: "primitive values are replaced", value: "{a: 1, b: [x, y], c: null}",
            actions: [
                "{target: $.x.a, update: one}", "{target: \"$.x.b[?@=='y']\", update: false}",
                "{target: $.x, update: {c: 2}}",
            ],
            result: #"{"a":"one","b":["x",false],"c":2}"#),
        Case(
            what: "1.0 replaces no primitive values", value: "{a: 1}", actions: ["{target: $.x.a, update: 2}"],
            version: "1.0.0", finds: ["4:12 error incompatible-overlay"]),
        Case(
            what: "1.0 removes them", value: "{a: 1, b: [1, 2, 1]}",
            actions: ["{target: $.x.a, remove: true}", "{target: '$.x.b[?@ == 1]', remove: true}"], version: "1.0.0",
            result: #"{"b":[2]}"#),
        Case(
            what: "actions see what those before them did", value: "{a: {b: 1}}",
            actions: [
                "{target: $.x.a, remove: true}", "{target: $.x, update: {a: {c: 2}}}",
                "{target: $.x.*, update: {d: 3}}",
                "{target: $.x.a.c, remove: true}", "{target: $.x.a, update: {c: 4}}",
            ], result: #"{"a":{"d":3,"c":4}}"#),
        Case(
            what: "indices count what is left", value: "[0, 1, 2, 3]",
            actions: [
                "{target: '$.x[1]', remove: true}", "{target: '$.x[1]', remove: true, description: B}",
                "{target: '$.x[-1]', update: 9}",
            ],
            result: "[0,9]"),
        Case(
            what: "values within one another are removed together", value: "{a: {b: {c: 1}}, d: 1}",
            actions: ["{target: '$.x..[?@]', remove: true}"], result: "{}"),
        Case(
            what: "values within one another are updated together", value: "{a: {b: {}}}",
            actions: ["{target: '$.x..*', update: {z: 1}}"], result: #"{"a":{"b":{"z":1},"z":1}}"#),
        Case(
            what: "a value that is selected twice is changed once", value: "{a: [1]}",
            actions: ["{target: \"$.x['a','a']\", update: 2}"], result: #"{"a":[1,2]}"#),
        Case(
            what: "copies merge a value of the description", value: "{a: {b: 1, c: [1]}, d: {c: [2]}}",
            actions: ["{target: $.x.d, copy: $.x.a}", "{target: $.x.d, copy: $.x}"],
            result: #"{"a":{"b":1,"c":[1]},"d":{"c":[2,1],"b":1,"a":{"b":1,"c":[1]},"d":{"c":[2,1],"b":1}}}"#),
        Case(
            what: "a value is moved by three actions", value: "{a: {b: 1}}",
            actions: [
                "{target: $.x, update: {c: {}}}", "{target: $.x.c, copy: $.x.a}", "{target: $.x.a, remove: true}",
            ],
            result: #"{"c":{"b":1}}"#),
        Case(
            what: "a copy is of one value", value: "{a: {}, b: {}, c: {}}",
            actions: ["{target: $.x.c, copy: $.x.d}", "{target: $.x.c, copy: '$.x[\"a\",\"b\"]'}"],
            finds: ["4:25 error incompatible-overlay", "5:25 error incompatible-overlay"]),
        Case(
            what: "update and copy beside one another change nothing", value: "{a: 1}",
            actions: ["{target: $.x, update: {b: 2}, copy: $.x}"], result: #"{"a":1}"#,
            finds: ["4:39 warning bad-overlay"]),
        Case(
            what: "removal comes before update", value: "{a: 1}", actions: ["{target: $.x.a, update: 2, remove: true}"],
            result: "{}"),
        Case(
            what: "a target that selects nothing is a warning", value: "{a: 1}",
            actions: ["{target: $.x.b, update: 2}", "{target: '$.x[?@ > 1]', remove: true}", "{target: $.x.c}"],
            result: #"{"a":1}"#, finds: ["4:12 warning unmatched-target", "5:12 warning unmatched-target"]),
        Case(
            what: "what does not go together is refused, each of it", value: "{a: {b: 1}, c: [1], d: 1}",
            actions: [
                "{target: $.x, update: {a: [1]}}", "{target: $.x, update: {c: {}}}", "{target: $.x.d, update: {}}",
                "{target: $.x.a, update: 1}", "{target: $.x.*, update: 1}",
            ],
            finds: [
                "4:29 error incompatible-overlay", "5:29 error incompatible-overlay",
                "6:27 error incompatible-overlay", "7:27 error incompatible-overlay", "8:12 error incompatible-overlay",
            ]),
        Case(
            what: "the whole cannot be removed", value: "1", actions: ["{target: $, remove: true}"],
            finds: ["4:12 error incompatible-overlay"]),
        Case(
            what: "hyphens in names are understood", value: "{x-a: {b: 1}}",
            actions: ["{target: $.x.x-a.b, remove: true}"],
            result: #"{"x-a":{}}"#, finds: ["4:12 warning bad-jsonpath"]),
        Case(
            what: "1.0 has no copy", value: "{}", actions: ["{target: $.x, copy: $.x}"], version: "1.0.0",
            finds: ["4:23 error unknown-field"]),
        Case(
            what: "large objects are merged by name", value: large(0..<100),
            actions: [
                "{target: $.x, update: \(large(50..<150))}", "{target: $.x.k1, remove: true}",
                "{target: $.x, update: {k1: 2}}",
            ],
            result: largeResult),
    ]

    private static func large(_ range: Range<Int>) -> String {
        "{" + range.map { "k\($0): 1" }.joined(separator: ", ") + "}"
    }

    private static let largeResult =
        "{" + ([0] + Array(2..<150)).map { "\"k\($0)\":1" }.joined(separator: ",") + ",\"k1\":2}"

    @Test(arguments: cases)
    func `change a description as the specification says`(example: Case) throws {
        let description = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\nx: \(example.value)\n"
        var overlay = "overlay: \(example.version)\ninfo: {title: B, version: '1'}\nactions:\n"
        for action in example.actions { overlay += "- \(action)\n" }
        let loaded = load(description, overlays: [overlay])
        #expect(loaded.document?.sources[0].root["x"]?.serialized() ?? "" == example.result)
        let findings = loaded.diagnostics.filter { $0.location?.file == "1.overlay.yaml" }
        #expect(findings.map(\.summary) == example.finds)
        #expect(findings.allSatisfy { $0.message.hasSuffix(".") })
        if let document = loaded.document { try checkPlaces(in: document, [description, overlay]) }
    }

    /// Each key and each value is where the document says that it came from.
    private func checkPlaces(in document: OpenAPIDocument, _ texts: [String]) throws {
        var known: [String: JSON] = [:]
        for (name, text) in zip(["openapi.yaml", "1.overlay.yaml"], texts) {
            let tape = try StructuredText.parse(Array(text.utf8), name: name, limits: .standard).tape
            for index in 0..<tape.next(after: 0) {
                guard let position = tape.position(of: index), !tape.entry(index).isContainer else { continue }
                let location = "\(name):\(position.line):\(position.column)"
                known[location] = JSON(tape: tape, index: index)
            }
        }
        let tape = document.sources[0].root.tape
        for index in 0..<tape.next(after: 0) where !tape.entry(index).isContainer {
            let location = document.location(of: Place(document: 0, index: index)).description
            #expect(known[location] == JSON(tape: tape, index: index), "\(location)")
        }
    }

    @Test func `are applied in their order, and say of which of them a finding is`() throws {
        let description = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n"
        let first = overlay(["{target: $.paths, update: {/a: {get: {responses: {}, tags: [x], sumary: s}}}}"])
        let second = overlay(["{target: $.paths.*.get, update: {parameters: [{name: q, in: qery}]}}"])
        let third = overlay([
            "{target: $.paths.*.get.parameters.*, update: {required: 1}}", "{target: $.paths.*.get.tags, remove: true}",
        ])
        let loaded = load(description, overlays: [first, second, third])
        let operation = try #require(loaded.document?.sources[0].root["paths"]?["/a"]?["get"])
        let expected = #"{"responses":{},"sumary":"s","parameters":[{"name":"q","in":"qery","required":1}]}"#
        #expect(operation.serialized() == expected)
        let places = loaded.diagnostics.map {
            "\($0.location?.description ?? "-") \($0.code) \($0.pointer?.description ?? "-")"
        }
        #expect(
            places == [
                "1.overlay.yaml:4:75 unknown-field /actions/0/update/~1a/get/sumary",
                "2.overlay.yaml:4:63 unknown-value /actions/0/update/parameters/0/in",
            ])
    }

    @Test func `leave what they did not change where it was`() throws {
        let description = """
            {
              "openapi": "3.1.0", "info": { "title": "A", "version": "1" },
              "paths": {
                "/a": { "get": { "responses": {}, "sumary": "s" } },
                "/b": { "get": { "responses": {}, "sumary": "s" } }
              }
            }
            """
        let overlay = overlay([
            "{target: '$.paths[\"/a\"].get', update: {x-entry-node-id: 7}}",
            "{target: $..responses, update: {'200': {}}}",
        ])
        let loaded = load(description, overlays: [overlay])
        let places = loaded.diagnostics.map { "\($0.location?.description ?? "-") \($0.code)" }
        #expect(
            places == [
                "1.overlay.yaml:4:59 bad-node-id", "1.overlay.yaml:5:35 missing-field",
                "openapi.yaml:4:49 unknown-field",
                "openapi.yaml:5:49 unknown-field",
            ])
    }

    @Test(arguments: [
        ("$.pathz['/a'].get", "Did you mean \"paths\"?"), ("$.paths['/pets/{Id}'].get", "Did you mean \"/pets/{id}\"?"),
        ("$.paths['/pets/{id}'].delete", nil), ("$.paths.*.delete", nil), ("$.paths[0]", nil),
    ])
    func `say what a target probably meant`(target: String, hint: String?) throws {
        let description =
            "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {\"/pets/{id}\": {get: {responses: {}}}}\n"
        let loaded = load(description, overlays: [overlay(["{target: \"\(target)\", remove: true}"])])
        #expect(try #require(loaded.diagnostics.first { $0.code == .unmatchedTarget }).hint == hint)
    }

    @Test func `name the description that they are for`() {
        let description = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n"
        for (extends, isOther) in [
            ("openapi.yaml", false), ("https://example.com/openapi.yaml", false), ("b.yaml", true),
        ] {
            let text = "extends: \(extends)\n" + overlay(["{target: $.info, update: {title: B}}"])
            let loaded = load(description, overlays: [text])
            #expect(loaded.document?.title == "B")
            let notes = loaded.diagnostics.filter { $0.severity == .note }.map(\.code)
            #expect(notes == (isOther ? [.otherDescription] : []))
        }
    }

    @Test func `add no more than a description may hold`() {
        let description = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\nx: {}\ny: [1]\n"
        let doubling = overlay((0..<40).map { "{target: $.y, copy: $.y, description: '\($0)'}" })
        let deep = String(repeating: "{a: ", count: 200) + "{}" + String(repeating: "}", count: 200)
        let path = "$.x" + String(repeating: ".a", count: 200)
        let nesting = overlay(["{target: $.x, update: \(deep)}", "{target: \(path), update: \(deep)}"])
        let list = "[" + Array(repeating: "{}", count: 4000).joined(separator: ",") + "]"
        let added = "{b: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]}"
        let wide = overlay(
            ["{target: $.x, update: {a: \(list)}}"]
                + (0..<1).map { "{target: $.x.a.*, update: \(added), description: '\($0)'}" })
        let slow = overlay(["{target: $.x, update: {a: \(list)}}", "{target: '$..[?$ == @]', remove: true}"])
        for overlay in [doubling, nesting, wide, slow] {
            let limits = ReadingLimits(maximumBytes: 1 << 20, maximumSources: 1, maximumDepth: 256, aliasNodes: 20_000)
            let loaded = load(description, overlays: [overlay], limits)
            #expect(loaded.document == nil)
            #expect(loaded.diagnostics.last?.code == .limitExceeded, "\(loaded.diagnostics)")
        }
    }

    @Test func `that cannot be read refuse the description, each with its reason`() {
        let loaded = load("openapi: 3.1.0\n", overlays: ["a: [", "- b", overlay(["{target: '$[', update: 1}"])])
        #expect(loaded.document == nil)
        #expect(loaded.diagnostics.map(\.code) == [.syntax, .notOverlay, .badJSONPath])
        let options = DescriptionLoader.Options(overlays: [.file("/nonexistent/overlay.yaml")])
        let missing = DescriptionLoader.load(bytes: Array("{}".utf8), uri: "a:/", name: "a", options: options) { _ in []
        }
        #expect(missing.diagnostics.map(\.code) == [.unreadableSource])
    }

    private func overlay(_ actions: [String]) -> String {
        "overlay: 1.1.0\ninfo: {title: B, version: '1'}\nactions:\n" + actions.map { "- \($0)\n" }.joined()
    }

    private func load(
        _ description: String, overlays: [String], _ limits: ReadingLimits = .standard
    ) -> LoadedDescription {
        let sources = overlays.enumerated().map { OverlaySource.text(Array($1.utf8), name: "\($0 + 1).overlay.yaml") }
        return DescriptionLoader.load(
            bytes: Array(description.utf8), uri: "https://example.com/openapi.yaml", name: "openapi.yaml",
            options: .init(limits: limits, overlays: sources)
        ) { _ in throw MissingDocument() }
    }
}
