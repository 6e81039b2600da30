import JSONCore
import JSONSchema
import Testing

/// Names are told apart by their bytes, however many a schema has and however long they are.
struct NameTests {
    /// Alike in their first and last eight bytes; alike as Unicode has it.
    private static let alike = [
        "startsXalikeXXXends", "startsXalikeYYYends", "startsXalike", "caf\u{E9}", "cafe\u{301}", "", "a",
    ]

    @Test(arguments: [0, 10, 60])
    func `required properties`(others: Int) throws {
        let names = (0..<others).map { "other\($0)" } + Self.alike
        let list = names.map { "\"\($0)\"" }.joined(separator: ",")
        let properties = names.reversed().enumerated().map { #""\#($1)":{"const":\#($0)}"# }.joined(separator: ",")
        for schema in [
            #"{"required":[\#(list)],"properties":{\#(properties)}}"#,
            #"{"properties":{\#(properties)},"required":[\#(list)]}"#,
        ] {
            let compiled = try CompiledSchema(try JSON(parsing: schema))
            for missing in -1..<names.count {
                let members = names.reversed().enumerated().filter { names.count - 1 - $0.offset != missing }
                let instance = try JSON(
                    parsing: "{" + members.map { #""\#($1)":\#($0)"# }.joined(separator: ",") + "}")
                #expect(compiled.isValid(instance) == (missing < 0), "\(missing)")
            }
        }
    }

    @Test func `references`() throws {
        let schema = ##"""
            {"properties": {"a": {"$ref": "#/$defs/caf\u00e9"}, "b": {"$ref": "#/$defs/cafe\u0301"},
                            "c": {"$ref": "#/$defs/K"}, "d": {"$ref": "#/$defs/\u212a"}},
             "$defs": {"caf\u00e9": {"const": 1}, "cafe\u0301": {"const": 2}, "K": {"const": 3}, "\u212a": {"const": 4}}}
            """##
        let compiled = try CompiledSchema(try JSON(parsing: schema))
        #expect(compiled.isValid(try JSON(parsing: #"{"a": 1, "b": 2, "c": 3, "d": 4}"#)))
        for wrong in [#"{"a": 2}"#, #"{"b": 1}"#, #"{"c": 4}"#, #"{"d": 3}"#] {
            #expect(!compiled.isValid(try JSON(parsing: wrong)), "\(wrong)")
        }
    }

    @Test(arguments: ["/components/schemas/A", "/components/schemas/B/$defs/inner", "/components/schemas/B"])
    func `a schema compiles alike by its place and by its value`(pointer: String) throws {
        let document = try JSON(
            parsing: ##"""
                {"components": {"schemas": {
                    "A": {"$ref": "#/components/schemas/B"},
                    "B": {"$id": "https://example.com/b", "items": {"$ref": "#/$defs/inner"},
                          "$defs": {"inner": {"minimum": 3, "not": {"$ref": "#/$defs/five"}}, "five": {"const": 5}}}}}}
                """##)
        let place = try #require(JSONPointer(pointer))
        let value = try #require(document.value(at: place))
        // A place within a resource is known for that once the resource is.
        for isFramed in pointer.hasSuffix("inner") ? [true] : [false, true] {
            var compiler = SchemaCompiler(registry: SchemaRegistry(["file:///d.json": document]))
            if isFramed {
                _ = try compiler.compile(SchemaLocation(document: "file:///d.json", pointer: "/components/schemas/B"))
            }
            let one = try compiler.compile(SchemaLocation(document: "file:///d.json", pointer: place))
            let other = try compiler.compile(value, inDocument: "file:///d.json")
            #expect(one == other)
            let schema = compiler.finish().schema(other)
            #expect(!schema.isValid(try JSON(parsing: pointer.hasSuffix("inner") ? "5" : "[5]")))
            #expect(schema.isValid(try JSON(parsing: pointer.hasSuffix("inner") ? "6" : "[6]")))
        }
    }
}
