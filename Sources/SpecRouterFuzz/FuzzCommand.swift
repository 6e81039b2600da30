import Foundation
import SpecRouterFuzzing

// With libFuzzer linked in, `main` is libFuzzer's.
#if !SPECROUTER_LIBFUZZER
/// Fuzzes without coverage: inputs made up or changed, one after the other, from a seed.
@main
struct FuzzCommand {
    private static let usage = """
        usage: SpecRouterFuzz TARGET [--seconds N] [--seed N] [--data DIR] [--input FILE]
               SpecRouterFuzz TARGET --replay FILE...
               SpecRouterFuzz TARGET --write-corpus DIR [--data DIR]
        TARGET is json, pattern, schema, multipart or parameters.
        Each input is written to FILE (fuzz-TARGET.input) before it is tried, so that what crashes can be replayed.
        DIR holds foreign data to start from; $SPECROUTER_DATA or ../shared/data when not given.
        """

    static func main() {
        do {
            try run(try FuzzArguments(Array(CommandLine.arguments.dropFirst())))
        } catch let finding as Finding {
            print(finding)
            exit(1)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n\(usage)\n".utf8))
            exit(2)
        }
    }

    private static func run(_ arguments: FuzzArguments) throws {
        switch arguments.task {
        case .replay(let files):
            for file in files {
                try arguments.target.check(Array(Data(contentsOf: file)))
                print("\(file.relativePath): every rule holds")
            }
        case .writeCorpus(let folder): try FuzzSeeds.write(for: arguments.target, from: arguments.data, to: folder)
        case .run(let run):
            let seeds = FuzzSeeds.seeds(for: arguments.target, from: arguments.data)
            try FuzzDriver(target: arguments.target, seeds: seeds, run: run).tryAll()
        }
    }
}
#endif
