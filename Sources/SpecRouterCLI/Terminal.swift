import ArgumentParser
import OpenAPIModel
import SpecGateway

/// What the commands print beside their results, and how they end.
enum Terminal {
    /// Unbuffered: who reads it may be waiting for it.
    static func print(output text: String) {
        StandardStream.output.write(Array((text + "\n").utf8))
    }

    static func print(error text: String) {
        StandardStream.error.write(Array((text + "\n").utf8))
    }

    static func print(_ diagnostics: [Diagnostic]) {
        Diagnostic.writeToStandardError(diagnostics)
    }

    /// Says what is wrong on stderr; help and version go to stdout.
    static func exit(after error: any Error) -> Never {
        switch error {
        case let failure as CommandFailure:
            print(error: "error: \(failure.message)")
            end(1)
        case let found as DiagnosticError:
            print(found.diagnostics)
            end(1)
        case let failure as ServerError:
            print(error: "error: \(failure)")
            end(1)
        default: exit(afterUsage: error)
        }
    }

    /// ArgumentParser's status for wrong usage is 64; ours is 2.
    private static func exit(afterUsage error: any Error) -> Never {
        let code = SpecRouterCommand.exitCode(for: error)
        let text = SpecRouterCommand.fullMessage(for: error)
        if code == .success {
            print(output: text)
            end(0)
        }
        if !text.isEmpty { print(error: text) }
        end(code == .validationFailure ? 2 : 1)
    }

    private static func end(_ status: Int32) -> Never {
        SpecRouterCommand.exit(withError: ExitCode(status))
    }
}

/// A command that cannot go on: what is wrong with its input, in full sentences.
struct CommandFailure: Error {
    var message: String
}
