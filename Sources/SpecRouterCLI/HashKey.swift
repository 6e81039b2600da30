import ArgumentParser
import SpecGateway

struct HashKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads a key on stdin and prints its hash for a configuration file.",
        discussion: "One newline at the end is dropped. The key is never an argument: those are seen by other users.")

    func run() throws {
        guard let key = readLine(strippingNewline: true), !key.isEmpty else {
            throw CommandFailure(message: "There is no key on stdin; try: printf %s \"$KEY\" | specrouter hash-key")
        }
        Terminal.print(output: KeyStore.hash(key))
    }
}
