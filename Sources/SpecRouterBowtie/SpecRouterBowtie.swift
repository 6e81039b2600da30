import JSONSchema

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Answers Bowtie's protocol on standard input and output, a line at a time.
///
/// Exits 0 after `stop` or at the end of the input, 1 when a line cannot be understood, 2 when an argument cannot.
@main enum SpecRouterBowtie {
    private static let usage = """
        usage: specrouter-bowtie [--assert-formats]

        Speaks version 1 of Bowtie's protocol. With --assert-formats, "format" decides; without, it is an annotation.

        """

    static func main() {
        var session = Session(formats: formats())
        while let line = readLine() {
            switch session.answer(line) {
            case .answer(let bytes): write(bytes + [UInt8(ascii: "\n")], to: STDOUT_FILENO)
            case .nothing: continue
            case .stop: return
            case .failure(let message): fail("specrouter-bowtie: \(message)\n", status: 1)
            }
        }
    }

    private static func formats() -> SchemaCompiler.Formats {
        var formats = SchemaCompiler.Formats.annotate
        for argument in CommandLine.arguments.dropFirst() {
            switch argument {
            case "--assert-formats": formats = .assert
            case "--help", "-h":
                write(Array(usage.utf8), to: STDOUT_FILENO)
                exit(0)
            default: fail("specrouter-bowtie: \"\(argument)\" is not an option.\n\(usage)", status: 2)
            }
        }
        return formats
    }

    private static func fail(_ message: String, status: Int32) -> Never {
        write(Array(message.utf8), to: STDERR_FILENO)
        exit(status)
    }

    /// Whole and at once: whoever asks waits for the line. Nobody is left to tell when it cannot be written.
    private static func write(_ bytes: [UInt8], to file: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe platformWrite(file, $0) }
            if count < 0 { exit(1) }
            rest = rest.dropFirst(count)
        }
    }

    private static func platformWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Darwin)
        unsafe Darwin.write(file, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
        unsafe Musl.write(file, bytes.baseAddress, bytes.count)
        #else
        unsafe Glibc.write(file, bytes.baseAddress, bytes.count)
        #endif
    }
}
