import JSONCore
import JSONSchema
import Testing

@Suite struct DecimalMultipleTests {
    @Test(
        "Decimals are multiples by their digits, not by their nearest doubles",
        arguments: [
            ("0.01", "1250.75", true), ("0.01", "0.1", true), ("0.01", "0.015", false), ("0.01", "0.07", true),
            ("0.1", "0.30000000000000004", false), ("0.3", "0.9", true), ("0.3", "1.0", false), ("0.01", "3", true),
            ("0.01", "9999999999999.99", true), ("0.01", "99999999999999.9", true),
            ("0.01", "0.00999999999999999", false),
            ("0.0001", "4.35", true), ("2.5", "7.5", true), ("2.5", "8.5", false), ("0.01", "-19.99", true),
            ("1e-7", "3.3e-6", true), ("1e-7", "3.35e-6", false), ("1e-7", "3.355e-6", false), ("1e-20", "0.5", true),
            ("123456789.012345", "123456789.012345", true), ("123456789.012345", "123456789.012346", false),
        ])
    func multiples(divisor: String, value: String, isMultiple: Bool) throws {
        let schema = try CompiledSchema(try JSON(parsing: "{\"multipleOf\": \(divisor)}"))
        #expect(schema.isValid(try JSON(parsing: value)) == isMultiple)
    }

    @Test func `sums of cents agree with the exact arithmetic of numbers`() throws {
        let divisor = try #require(JSONNumber(literal: "0.01"))
        let schema = try CompiledSchema(try JSON(parsing: #"{"multipleOf": 0.01}"#))
        for number in 0..<2_000 {
            let digits = number * 7_654_321 % 1_000_000_007
            let literal = "\(digits / 1_000).\(digits % 1_000)"
            let value = try JSON(parsing: literal)
            #expect(schema.isValid(value) == value.number?.isMultiple(of: divisor), "\(literal)")
        }
    }
}
