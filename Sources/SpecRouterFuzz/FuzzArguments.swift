import Foundation
import SpecRouterFuzzing

/// The command line, read.
struct FuzzArguments {
    enum Task {
        case run(FuzzDriver.Run)
        case replay([URL])
        case writeCorpus(URL)
    }

    struct Misuse: Error, CustomStringConvertible {
        var description: String
    }

    var target: FuzzTarget
    var task: Task
    var data: URL

    init(_ arguments: [String]) throws(Misuse) {
        guard let name = arguments.first, let target = FuzzTarget(rawValue: name) else {
            throw Misuse(description: "The first argument must be a target.")
        }
        self.target = target
        let environment = ProcessInfo.processInfo.environment["SPECROUTER_DATA"]
        data = URL(filePath: environment ?? "../shared/data")
        var run = FuzzDriver.Run(input: URL(filePath: "fuzz-\(target.rawValue).input"))
        var task: Task?
        var rest = arguments.dropFirst()
        while let option = rest.popFirst() {
            guard let value = rest.first else { throw Misuse(description: "\"\(option)\" needs a value.") }
            switch option {
            case "--seconds": run.seconds = try Self.number(value)
            case "--seed": run.seed = try Self.number(value)
            case "--first": run.first = try Self.number(value)
            case "--data": data = URL(filePath: value)
            case "--input": run.input = URL(filePath: value)
            case "--write-corpus": task = .writeCorpus(URL(filePath: value))
            case "--replay": task = .replay(rest.map { URL(filePath: $0) })
            default: throw Misuse(description: "\"\(option)\" is no option.")
            }
            if case .replay = task { break }
            rest = rest.dropFirst()
        }
        self.task = task ?? .run(run)
    }

    private static func number<Value: FixedWidthInteger>(_ text: String) throws(Misuse) -> Value {
        guard let value = Value(text) else { throw Misuse(description: "\"\(text)\" is no number.") }
        return value
    }
}
