import JSONCore
import JSONSchema
import Testing

/// The structure of reports.
@Suite struct ReportingSchemaTests {
    /// The example of JSON Schema 2020-12, section 12.4, with our words.
    private static let polygon = #"""
        {"$id": "https://example.com/polygon", "$schema": "https://json-schema.org/draft/2020-12/schema",
         "$defs": {"point": {"type": "object", "properties": {"x": {"type": "number"}, "y": {"type": "number"}},
                             "additionalProperties": false, "required": ["x", "y"]}},
         "type": "array", "items": {"$ref": "#/$defs/point"}, "minItems": 3}
        """#
    private static let points = #"[{"x": 2.5, "y": 1.3}, {"x": 1, "z": 6.7}]"#

    @Test func `detailed output is a tree of schemas, those that say nothing left out`() throws {
        let expected = #"""
            {"valid": false, "keywordLocation": "", "absoluteKeywordLocation": "https://example.com/polygon",
             "instanceLocation": "", "errors": [
                {"valid": false, "keywordLocation": "/minItems",
                 "absoluteKeywordLocation": "https://example.com/polygon#/minItems", "instanceLocation": "",
                 "error": "must have at least 3 items"},
                {"valid": false, "keywordLocation": "/items/$ref",
                 "absoluteKeywordLocation": "https://example.com/polygon#/$defs/point", "instanceLocation": "/1",
                 "errors": [
                    {"valid": false, "keywordLocation": "/items/$ref/additionalProperties",
                     "absoluteKeywordLocation": "https://example.com/polygon#/$defs/point/additionalProperties",
                     "instanceLocation": "/1/z", "error": "is not a property that the schema declares"},
                    {"valid": false, "keywordLocation": "/items/$ref/required",
                     "absoluteKeywordLocation": "https://example.com/polygon#/$defs/point/required",
                     "instanceLocation": "/1", "error": "is missing the required property \"y\""}]}]}
            """#
        let report = try report(Self.polygon, Self.points, .detailed)
        #expect(Self.sorted(report) == Self.sorted(try JSON(parsing: expected)))
    }

    @Test func `basic output is one list`() throws {
        let report = try report(Self.polygon, Self.points, .basic)
        let places = report["errors"]?.elements.compactMap { $0["keywordLocation"]?.string }
        #expect(
            Set(places ?? []) == ["/minItems", "/items/$ref/required", "/items/$ref/additionalProperties"])
        #expect(try self.report(Self.polygon, "[]", .flag).description == #"{"valid":false}"#)
    }

    @Test func `one finding is the whole of a detailed report`() throws {
        let report = try report(#"{"properties": {"a": {"type": "string"}}}"#, #"{"a": 1}"#, .detailed)
        #expect(
            report.description
                == #"{"valid":false,"keywordLocation":"/properties/a/type","instanceLocation":"/a","#
                + #""error":"must be a string"}"#)
    }

    @Test func `a choice that fails has every branch within`() throws {
        let schema = ##"""
            {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/small"}], "$defs": {"small": {"maximum": 3, "title": "no"}}}
            """##
        let report = try report(schema, "5", .detailed)
        #expect(report["keywordLocation"]?.string == "/anyOf")
        #expect(
            report["errors"]?.elements.compactMap { $0["keywordLocation"]?.string } == [
                "/anyOf/0/type", "/anyOf/1/$ref/maximum",
            ])
        #expect(report["errors"]?[1]?["absoluteKeywordLocation"]?.string == "#/$defs/small/maximum")
    }

    @Test func `annotations are kept where every schema around them is met`() throws {
        let schema = #"""
            {"title": "all", "anyOf": [{"title": "text", "type": "string"}, {"title": "any"}, {"title": "more"}],
             "not": {"not": {"title": "twice"}}, "$comment": "none", "format": "date", "x-mine": [1]}
            """#
        let report = try report(schema, "5", .basic)
        let found = report["annotations"]?.elements.compactMap { unit in
            unit["keywordLocation"]?.string.map { $0 + " " + (unit["annotation"]?.description ?? "") }
        }
        #expect(
            Set(found ?? []) == [
                #"/anyOf/1/title "any""#, #"/anyOf/2/title "more""#, #"/title "all""#, #"/format "date""#,
                "/x-mine [1]",
            ])
    }

    @Test func `an embedded resource gives its own absolute places`() throws {
        let schema = #"""
            {"$id": "https://example.com/a/", "items": {"$id": "b", "items": {"$id": "c/", "items": {"type": "null"}}}}
            """#
        let report = try report(schema, "[[[1]]]", .detailed)
        #expect(report["keywordLocation"]?.string == "/items/items/items/type")
        #expect(report["absoluteKeywordLocation"]?.string == "https://example.com/a/c/#/items/type")
        #expect(report["instanceLocation"]?.string == "/0/0/0")
    }

    @Test func `errors and annotations stop at the limit`() throws {
        let instance = "[" + repeatElement("1", count: 100).joined(separator: ",") + "]"
        let wrong = try report(#"{"items": {"type": "string"}}"#, instance, .basic, limit: 7)
        #expect(wrong["errors"]?.count == 7)
        let right = try report(#"{"items": {"title": "a"}}"#, instance, .basic, limit: 7)
        #expect(right["annotations"]?.count == 7)
        #expect(try report(#"{"items": {"type": "string"}}"#, "[1, 2]", .basic, limit: 0)["errors"]?.count == 1)
    }

    @Test func `branches without number end at a limit of their own`() throws {
        let branch = ##"{"properties": {"a": {"$ref": "#"}}}"##
        let text = String(repeating: #"{"a":"#, count: 60) + "null" + String(repeating: "}", count: 60)
        for keyword in ["anyOf", "allOf"] {
            let schema = #"{"\#(keyword)": [\#(branch), \#(branch)], "type": ["object", "null"]}"#
            #expect(try report(schema, text, .basic)["valid"] == JSON(parsing: "true"))
            #expect(try CompiledSchema(JSON(parsing: schema)).violations(in: JSON(parsing: text), atMost: 5).isEmpty)
        }
    }

    @Test(
        "Reports of deep instances do not crash",
        arguments: [##"{"items": {"$ref": "#"}}"##, ##"{"anyOf": [{"items": {"$ref": "#"}, "title": "a"}, false]}"##])
    func deep(schema: String) throws {
        let text = String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000)
        let options = JSONParser.Options(maximumDepth: 100_000, maximumBytes: 1 << 20)
        let instance = try JSON(parsing: text, options: options)
        let schema = try ReportingSchema(JSON(parsing: schema))
        for format in OutputFormat.allCases {
            #expect(schema.report(on: instance, as: format, atMost: 5)["valid"]?.bool == false)
        }
    }

    private func report(
        _ schema: String, _ instance: String, _ format: OutputFormat, limit: Int = 100
    ) throws -> JSON {
        try ReportingSchema(JSON(parsing: schema)).report(on: JSON(parsing: instance), as: format, atMost: limit)
    }

    /// The order of findings is nobody's business.
    private static func sorted(_ report: JSON) -> String {
        let members = report.members.map { name, value in
            guard name == "errors" else { return "\(name): \(value)" }
            return "\(name): \(value.elements.map(sorted).sorted())"
        }
        return members.sorted().joined(separator: ", ")
    }
}
