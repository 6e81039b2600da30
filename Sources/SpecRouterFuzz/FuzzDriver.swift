import Foundation
import SpecRouterFuzzing

/// Tries inputs one after the other until the time is over or a rule is broken.
struct FuzzDriver {
    struct Run {
        var seconds: UInt64 = 10
        var seed: UInt64 = 1
        /// The number of the first input.
        var first: UInt64 = 0
        /// Holds the input that is being tried.
        var input: URL
    }

    /// The process ends when an input takes longer; nothing here takes a tenth of it.
    private static let secondsPerInput = 20
    /// Of address space: a pattern or schema that wants more ends the process.
    private static let memoryLimit: UInt64 = 4 << 30

    let target: FuzzTarget
    let seeds: [[UInt8]]
    let run: Run

    /// Throws the first broken rule; its input stays in the file.
    func tryAll() throws {
        print("\(target.rawValue): seed \(run.seed), \(seeds.count) inputs to start from, \(run.seconds) s")
        ProcessLimits.limitMemory(to: Self.memoryLimit)
        let file = try CurrentInput(run.input)
        let start = ContinuousClock.now
        var slowest = Duration.zero
        var number = run.first
        while true {
            let before = ContinuousClock.now
            guard before - start < .seconds(run.seconds) else { break }
            let input = target.input(number: number, of: run.seed, from: seeds)
            try file.replace(with: input)
            try check(input, number)
            slowest = max(slowest, ContinuousClock.now - before)
            number += 1
        }
        ProcessLimits.endAfter(seconds: 0)
        try FileManager.default.removeItem(at: run.input)
        print(
            "\(number - run.first) inputs, every rule holds; slowest input \(slowest), peak memory \(ProcessLimits.peakMegabytes) MB"
        )
    }

    private func check(_ input: [UInt8], _ number: UInt64) throws {
        ProcessLimits.endAfter(seconds: Self.secondsPerInput)
        do throws(Finding) {
            try target.check(input)
        } catch {
            print("Input \(number) of seed \(run.seed) broke a rule; it is in \(run.input.relativePath).")
            throw error
        }
    }
}
