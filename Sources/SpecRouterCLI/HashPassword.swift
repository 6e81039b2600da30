import ArgumentParser
import SpecGateway

struct HashPassword: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads a password on stdin and prints its hash (scrypt) for a configuration file.",
        discussion: """
            One newline at the end is dropped. The password is never an argument: those are seen by other users. Each \
            run prints another hash, by another salt.
            """)

    func run() throws {
        guard let password = readLine(strippingNewline: true), !password.isEmpty else {
            throw CommandFailure(
                message: "There is no password on stdin; try: printf %s \"$PASSWORD\" | specrouter hash-password")
        }
        Terminal.print(output: PasswordHash(hashing: Secret(password)).description)
    }
}
