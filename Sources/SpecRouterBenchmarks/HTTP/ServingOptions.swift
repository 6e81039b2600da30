import ArgumentParser

/// How servers are measured, and with how much.
struct ServingOptions: ParsableArguments {
    @Option(help: "Connections.")
    var connections = 64

    @Option(help: "The core that each server is pinned to; -1 leaves it free.")
    var core = 0

    @Option(help: "Event loops of each server.")
    var threads = 1

    var pinnedCore: Int? { core < 0 ? nil : core }

    var threadArguments: [String] { ["--threads", String(threads)] }
}
