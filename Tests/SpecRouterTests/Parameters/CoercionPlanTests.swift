import JSONCore
import OpenAPIModel
import Testing

@testable import SpecRouter

struct CoercionPlanTests {
    @Test(
        "Types are found through references and combinations",
        arguments: [
            ("{}", ""), ("true", ""), (##"{"type": "integer"}"##, "integer"),
            (##"{"type": "number"}"##, "number or integer"), (##"{"type": ["integer", "null"]}"##, "integer or null"),
            (##"{"type": "integer", "nullable": true}"##, "integer or null"), (##"{"nullable": true}"##, ""),
            (##"{"$ref": "#/components/schemas/Id"}"##, "integer"),
            (##"{"allOf": [{"$ref": "#/components/schemas/Id"}]}"##, "integer"),
            (##"{"allOf": [{"type": ["integer", "string"]}, {"type": "string"}]}"##, "string"),
            (##"{"allOf": [{"type": "integer"}, {"description": "d"}]}"##, "integer"),
            (##"{"oneOf": [{"type": "integer"}, {"type": "boolean"}]}"##, "integer or boolean"),
            (##"{"anyOf": [{"type": "integer"}, {}]}"##, "integer"),
            (##"{"type": ["integer", "string"], "anyOf": [{"type": "integer"}, {"type": "object"}]}"##, "integer"),
            (##"{"enum": [1, "a", null]}"##, "string or integer or null"), (##"{"const": true}"##, "boolean"),
            (##"{"properties": {"a": {}}}"##, "object"), (##"{"items": {}}"##, "array"),
            (##"{"$ref": "#/components/schemas/Tree"}"##, "object"),
            (##"{"$ref": "#/components/schemas/Loop"}"##, ""),
            (##"{"type": "unheard-of"}"##, ""),
        ])
    func kinds(schema: String, expected: String) throws {
        let plan = try plan(schema)
        #expect(plan.0[plan.1].kinds.name == expected)
    }

    @Test func `plans are as recursive as their schemas`() throws {
        let (plan, root) = try plan(##"{"$ref": "#/components/schemas/Tree"}"##)
        let children = plan.property(Array("children".utf8).span, of: root)
        let child = plan.element(3, of: children)
        #expect(plan[child].kinds == .object)
        #expect(plan.property(Array("children".utf8).span, of: child) == children)
        #expect(plan[plan.property(Array("size".utf8).span, of: child)].kinds == .integer)
    }

    @Test func `a property of several branches may be what any of them says`() throws {
        let (plan, root) = try plan(
            ##"{"oneOf": [{"properties": {"a": {"type": "integer"}}}, {"properties": {"a": {"type": "boolean"}}}]}"##)
        #expect(plan[plan.property(Array("a".utf8).span, of: root)].kinds == [.integer, .boolean])
    }

    private func plan(_ schema: String) throws -> (CoercionPlan, Int) {
        let example = try ParameterExample(
            #"{"name": "a", "in": "query", "schema": \#(schema)}"#,
            schemas: ##"""
                "Id": {"type": "integer"}, "Loop": {"allOf": [{"$ref": "#/components/schemas/Loop"}]},
                "Tree": {"type": "object", "properties": {"size": {"$ref": "#/components/schemas/Id"},
                    "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}}
                """##)
        return (example.decoder.coercion, example.decoder.parameters.first?.node ?? -1)
    }
}
