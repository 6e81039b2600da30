import ArgumentParser

/// Every published number, reproducible: run it with `-c release`, pinned to a core.
@main
struct BenchmarksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "SpecRouterBenchmarks",
        abstract: "Measures parsing, checking, routing and the whole pipeline, and serves the floor to compare with.",
        subcommands: [
            Schema.self, Parse.self, Pattern.self, Decode.self, Compile.self, Hostile.self, Route.self, JWT.self,
            Multipart.self,
            Pipeline.self, Floor.self, HTTPBenchmark.self, Soak.self,
        ])
}
