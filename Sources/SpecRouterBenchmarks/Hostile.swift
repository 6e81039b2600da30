import ArgumentParser
import JSONCore
import JSONSchema

/// Checks instances that are made to take long, of one size and of twice that.
struct Hostile: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks instances made to take long, of size n and 2n: what is linear takes twice the time.")

    @OptionGroup var output: OutputOptions

    func run() throws {
        for trap in SchemaTrap.all {
            let schema = try CompiledSchema(JSON(parsing: trap.schema))
            let (once, twice) = (trap.instance(trap.size), trap.instance(2 * trap.size))
            var options = JSONParser.Options(maximumDepth: 100_000)
            options.keptBytes = .max
            let (json, twiceJSON) = (
                try JSON(parsing: once, options: options), try JSON(parsing: twice, options: options)
            )
            var parser = JSONParser(options)
            let parse = try Growth.measure(
                { parser.recycle(try parser.parse(copying: once.span)) },
                { parser.recycle(try parser.parse(copying: twice.span)) })
            let validate = try Growth.measure({ _ = schema.isValid(json) }, { _ = schema.isValid(twiceJSON) })
            let list = try Growth.measure(
                { _ = schema.violations(in: json, atMost: 20) }, { _ = schema.violations(in: twiceJSON, atMost: 20) })
            output.show(
                Row(trap.name)
                    .with("n", Double(trap.size), .count)
                    .with("valid", "\(schema.isValid(json))")
                    .with("parse", parse).with("validate", validate).with("list", list))
        }
    }
}

/// The time of something, and what doubling its size does to that.
private struct Growth {
    var time: Double
    var factor: Double

    static func measure(_ once: () throws -> Void, _ twice: () throws -> Void) throws -> Growth {
        var onceTime = Samples(), twiceTime = Samples()
        while !onceTime.isComplete || !twiceTime.isComplete {
            try onceTime.take(once)
            try twiceTime.take(twice)
        }
        return Growth(time: onceTime.median, factor: twiceTime.median / onceTime.median)
    }
}

extension Row {
    fileprivate func with(_ label: String, _ growth: Growth) -> Row {
        with(label, growth.time, .nanoseconds).with("\(label) 2n", growth.factor, .times)
    }
}
