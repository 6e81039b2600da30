/// Times a closure: the median of several runs, each long enough for the clock.
struct Measurement {
    let nanoseconds: Double

    /// - Parameter runs: how many samples; each repeats `body` until it took two milliseconds.
    static func median(runs: Int = 25, _ body: () throws -> Void) rethrows -> Measurement {
        let clock = ContinuousClock()
        var repeats = 1
        while try clock.measure({ for _ in 0..<repeats { try body() } }) < .milliseconds(2) { repeats *= 2 }
        var samples: [Double] = []
        for _ in 0..<runs {
            let time = try clock.measure { for _ in 0..<repeats { try body() } }
            samples.append(time.nanoseconds / Double(repeats))
        }
        return Measurement(nanoseconds: samples.sorted()[runs / 2])
    }

    /// Of so many octets a run.
    func gigabytesPerSecond(_ bytes: Int) -> Double { Double(bytes) / nanoseconds }

    func line(_ name: String, bytes: Int? = nil) -> String {
        let time =
            nanoseconds.rounded() < 10_000
            ? "\(Int(nanoseconds.rounded())) ns" : "\(Int((nanoseconds / 1000).rounded())) us"
        let rate = bytes.map { "  \(((gigabytesPerSecond($0) * 100).rounded()) / 100) GB/s" } ?? ""
        return "\(name): \(time)\(rate)"
    }
}

extension Duration {
    var nanoseconds: Double {
        Double(components.seconds) * 1e9 + Double(components.attoseconds) / 1e9
    }
}
