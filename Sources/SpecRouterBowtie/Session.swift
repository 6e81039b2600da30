import JSONCore
import JSONSchema

/// A conversation with Bowtie: takes lines, gives answers. Knows nothing of files.
struct Session {
    enum Reply {
        case answer([UInt8])
        /// An empty line has no answer.
        case nothing
        case stop
        /// A full sentence; nothing more can be said on this line's behalf, since it does not say what it is.
        case failure(String)
    }

    private let formats: SchemaCompiler.Formats
    private var dialect = SchemaDialect.draft202012
    private var hasStarted = false

    init(formats: SchemaCompiler.Formats) {
        self.formats = formats
    }

    mutating func answer(_ line: String) -> Reply {
        guard line.utf8.contains(where: { $0 > UInt8(ascii: " ") }) else { return .nothing }
        do throws(Misunderstanding) {
            return try answer(Command(line))
        } catch {
            return .failure(error.message)
        }
    }

    private mutating func answer(_ command: Command) throws(Misunderstanding) -> Reply {
        switch command {
        case .start(let version):
            guard version == 1 else {
                throw Misunderstanding(message: "Only version 1 of the protocol is spoken, not \(version).")
            }
            hasStarted = true
            return .answer(Implementation.introduction)
        case .stop: return .stop
        case .dialect, .run:
            guard hasStarted else { throw Misunderstanding(message: "The first command must be \"start\".") }
            return .answer(respond(to: command))
        }
    }

    private mutating func respond(to command: Command) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        switch command {
        case .dialect(let uri):
            let named = SchemaDialect(uri: uri)
            dialect = named ?? dialect
            writer.key("ok")
            writer.bool(named != nil)
        case .run(let sequence, let body):
            writer.key("seq")
            writer.value(sequence)
            TestCase(body, dialect: dialect, formats: formats).write(to: &writer)
        case .start, .stop: break
        }
        writer.endObject()
        return writer.finish()
    }
}
