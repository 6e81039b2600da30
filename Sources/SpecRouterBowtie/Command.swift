import JSONCore

/// Why a line is no command.
struct Misunderstanding: Error {
    /// A full sentence.
    var message: String
}

/// What Bowtie says.
enum Command {
    case start(version: Int)
    case dialect(String)
    /// The case is read when it is run: what is wrong with it is an answer under its `seq`.
    case run(sequence: JSON, body: JSON)
    case stop

    private static let options = JSONParser.Options(maximumDepth: 10_000, duplicateKeys: .allow)

    init(_ line: String) throws(Misunderstanding) {
        let json: JSON
        do throws(JSONSyntaxError) {
            json = try JSON(parsing: line, options: Self.options)
        } catch {
            throw Misunderstanding(message: "The line is not JSON: \(error.message)")
        }
        switch json["cmd"]?.string {
        case "start": self = .start(version: try Self.field("version", of: json) { $0.int })
        case "dialect": self = .dialect(try Self.field("dialect", of: json) { $0.string })
        case "run":
            let sequence = try Self.field("seq", of: json) { $0 }
            self = .run(sequence: sequence, body: try Self.field("case", of: json) { $0 })
        case "stop": self = .stop
        default:
            throw Misunderstanding(message: "\"cmd\" must be \"start\", \"dialect\", \"run\" or \"stop\".")
        }
    }

    private static func field<Value>(
        _ name: String, of json: JSON, _ read: (JSON) -> Value?
    ) throws(Misunderstanding) -> Value {
        guard let value = json[name].flatMap(read) else {
            throw Misunderstanding(message: "The command lacks \"\(name)\", or it is of the wrong type.")
        }
        return value
    }
}
