import JSONCore
import Testing

@testable import JSONSchema

/// Where a member stands is guessed from the one before it; a wrong guess must never change the verdict.
@Suite struct MemberOrderTests {
    /// Names of one word, of two and of more, one escaped, and one that the schema does not declare.
    private static let members = [
        #""id":1"#, #""twelve bytes":2"#, #""more than sixteen bytes":3"#, #""\u006eote":4"#, #""undeclared":5"#,
    ]

    private static let properties = """
        "properties":{"id":{"const":1},"twelve bytes":{"const":2},"more than sixteen bytes":{"const":3},"note":{"const":4}},\
        "required":["id","twelve bytes","more than sixteen bytes","note"]
        """

    @Test(
        "Members are found in every order",
        arguments: [
            "{\(properties)}", "{\(properties),\"patternProperties\":{\"^u\":{\"const\":5}}}",
            "{\(properties),\"unevaluatedProperties\":{\"const\":5}}",
            "{\(properties),\"additionalProperties\":{\"const\":5}}",
        ])
    func orders(schema: String) throws {
        let schema = try CompiledSchema(JSON(parsing: schema))
        for order in Self.orders(of: Self.members) {
            let text = order.joined(separator: ",")
            #expect(schema.isValid(try JSON(parsing: "{\(text)}")), "\(text)")
            for member in order where !member.contains("undeclared") {
                let wrong = order.map { $0 == member ? member.dropLast() + "0" : $0 }.joined(separator: ",")
                #expect(!schema.isValid(try JSON(parsing: "{\(wrong)}")), "\(wrong)")
                let fewer = order.filter { $0 != member }.joined(separator: ",")
                #expect(!schema.isValid(try JSON(parsing: "{\(fewer)}")), "\(fewer)")
            }
        }
    }

    private static func orders(of members: [String]) -> [[String]] {
        guard !members.isEmpty else { return [[]] }
        return members.flatMap { first in
            orders(of: members.filter { $0 != first }).map { [first] + $0 }
        }
    }

    @Test("Strings are told apart however many and however alike they are", arguments: 2...20)
    func unique(count: Int) throws {
        let schema = try CompiledSchema(JSON(parsing: #"{"uniqueItems":true}"#))
        let items = (0..<count).map { "\"the same at both ends \($0 + 100) and as long\"" }
        #expect(schema.isValid(try JSON(parsing: "[\(items.joined(separator: ","))]")))
        for position in 1..<count {
            var repeated = items
            repeated[position] = items[position - 1]
            #expect(!schema.isValid(try JSON(parsing: "[\(repeated.joined(separator: ","))]")), "\(position)")
        }
    }
}
