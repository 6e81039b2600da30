import FoundationEssentials
import JSONCore
import JSONSchema
import RegexCore

/// Runs one of the engine's loops a number of times, for `Scripts/guard`, which counts the instructions.
///
/// usage: SpecRouterGuard parser|evaluator|automaton COUNT BODY SCHEMA
@main
enum LoopGuard {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 4, let count = Int(arguments[2]) else { throw Refusal.usage }
        let body = Array(try Data(contentsOf: URL(filePath: arguments[3])))
        let schema = try CompiledSchema(JSON(parsing: Array(Data(contentsOf: URL(filePath: arguments[4])))))
        switch arguments[1] {
        case "parser": try parse(body, count)
        case "evaluator": try evaluate(body, schema, count)
        case "automaton": try match(count)
        default: throw Refusal.usage
        }
    }

    private enum Refusal: Error { case usage, wrongOutcome, wrongTier }

    private static func parse(_ body: [UInt8], _ count: Int) throws {
        var parser = JSONParser(.init(maximumDepth: 128))
        for _ in 0..<count { parser.recycle(try parser.parse(copying: body.span)) }
    }

    private static func evaluate(_ body: [UInt8], _ schema: CompiledSchema, _ count: Int) throws {
        let json = try JSON(parsing: body)
        for _ in 0..<count where !schema.isValid(json) { throw Refusal.wrongOutcome }
    }

    /// A host name of 1 KB, which takes a deterministic automaton.
    private static func match(_ count: Int) throws {
        let pattern = try ECMAPattern("^([a-z0-9]+(-[a-z0-9]+)*\\.)+[a-z]{2,}$")
        guard pattern.tier == .dfa else { throw Refusal.wrongTier }
        let text = Array((String(repeating: "an-example.", count: 93) + "com").utf8)
        for _ in 0..<count where pattern.match(text.span) != .matches { throw Refusal.wrongOutcome }
    }
}
