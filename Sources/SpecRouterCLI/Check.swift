import ArgumentParser
import OpenAPIModel
import SpecGateway

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says everything that is wrong with descriptions; exits 1 when any of it is an error.")

    @OptionGroup var specs: SpecArguments

    @Option(help: "A configuration file, for the levels of its lint rules.")
    var config: String?

    @Flag(help: "Print the findings as JSON.")
    var json = false

    @Flag(help: "Print the findings as SARIF 2.1.0, for editors and code hosts.")
    var sarif = false

    func validate() throws {
        if json, sarif { throw ValidationError("Choose one of --json and --sarif.") }
    }

    func run() async throws {
        let configuration = try config.map { try GatewayConfiguration.load(file: $0) } ?? GatewayConfiguration()
        var findings: [Diagnostic] = []
        for (name, loaded) in await specs.load() {
            let checked = DescriptionCheck(loaded, name: name, levels: configuration.lintLevels(of: name))
            findings += checked.diagnostics
            if json || sarif { continue }
            Terminal.print(checked.diagnostics)
            Terminal.print(output: checked.summary)
        }
        if json { Terminal.print(output: DescriptionCheck.json(findings)) }
        if sarif { Terminal.print(output: SARIF.log(of: findings)) }
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}
