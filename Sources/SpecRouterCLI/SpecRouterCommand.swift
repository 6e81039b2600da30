import ArgumentParser
import JSONCore
import SpecGateway

@main
struct SpecRouterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "specrouter",
        abstract: "Serves an OpenAPI description: every request and response is checked against it.",
        version: SpecRouterVersion.current,
        subcommands: [
            Demo.self, Serve.self, Routes.self, Check.self, Diff.self, OverlayCommand.self, Bind.self, Registry.self,
            HashKey.self, HashPassword.self,
        ])

    /// Exit status: 0 right, 1 wrong input, 2 wrong usage.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Terminal.exit(after: error)
        }
    }
}
