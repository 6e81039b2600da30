import ArgumentParser
import Foundation
import RegexCore

/// Matches a pattern against texts.
struct Pattern: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Matches a pattern against a file as one text and by lines, or traps against harmless texts.")

    @Argument(help: "An ECMA-262 pattern.")
    var pattern: String?

    @Argument(help: "A file with UTF-8 text.")
    var file: String?

    @Flag(help: "Matches patterns that are slow elsewhere against 1 MiB of their worst, and of a harmless text.")
    var redos = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard redos ? pattern == nil : file != nil else {
            throw ValidationError("Give a pattern and a file, or --redos.")
        }
    }

    func run() throws {
        if let pattern, let file { try measure(pattern, Array(Data(contentsOf: URL(fileURLWithPath: file)))) }
        if redos { try measureTraps() }
    }

    private func measure(_ source: String, _ text: [UInt8]) throws {
        let pattern = try ECMAPattern(source)
        let lines = text.split(separator: UInt8(ascii: "\n")).map { Array($0) }
        let whole = Samples.median { _ = pattern.match(text.span) }
        let byLine = Samples.median { for line in lines { _ = pattern.match(line.span) } }
        let found = lines.count { pattern.match($0.span) == .matches }
        output.show(
            Row(source)
                .with("tier", "\(pattern.tier)")
                .with("compile", try Samples.median { _ = try ECMAPattern(source) }, .nanoseconds)
                .with("memory", try Heap.bytes { try ECMAPattern(source) }, .bytes)
                .with("one text", "\(pattern.match(text.span))")
                .with("rate", 1_000 * Double(text.count) / whole, .megabytesPerSecond)
                .with("lines", Double(lines.count), .count)
                .with("that match", Double(found), .count)
                .with("rate by line", 1_000 * Double(text.count) / byLine, .megabytesPerSecond))
    }

    private func measureTraps() throws {
        for trap in PatternTrap.all {
            let pattern = try ECMAPattern(trap.pattern)
            let worst = trap.worst.text(bytes: 1 << 20)
            let harmless = trap.harmless.text(bytes: 1 << 20)
            var worstTime = Samples(), harmlessTime = Samples()
            while !worstTime.isComplete || !harmlessTime.isComplete {
                worstTime.take { _ = pattern.match(worst.span) }
                harmlessTime.take { _ = pattern.match(harmless.span) }
            }
            output.show(
                Row(trap.pattern)
                    .with("tier", "\(pattern.tier)")
                    .with("worst text", worstTime.median, .nanoseconds)
                    .with("outcome", "\(pattern.match(worst.span))")
                    .with("harmless text", harmlessTime.median, .nanoseconds)
                    .with("ratio", worstTime.median / harmlessTime.median, .times))
        }
    }
}
