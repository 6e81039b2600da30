/// From which text each entry of an overlaid tape comes, and where it stands on the tape of that text.
///
/// What was not changed is copied in one piece, so a few runs say it for all entries; nothing is stored for each.
struct ValueOrigins: Sendable {
    struct Origin: Sendable, Hashable {
        /// 0 is the description as it was read, n the n-th overlay.
        var text: Int
        /// On the tape of that text.
        var index: Int
    }

    private struct Run {
        var start: Int
        var origin: Origin
    }

    /// By start. Each reaches to the next one.
    private var runs: [Run] = []

    /// Every entry is where it was read.
    static let unchanged: ValueOrigins = {
        var origins = ValueOrigins()
        origins.add(Origin(text: 0, index: 0), at: 0)
        return origins
    }()

    /// Logarithmic in the number of runs.
    subscript(index: Int) -> Origin {
        guard let run = runs[..<position(after: index)].last else { return Origin(text: 0, index: index) }
        return Origin(text: run.origin.text, index: run.origin.index + index - run.start)
    }

    /// The entries from `start` on are those from `origin` on. Starts must grow.
    mutating func add(_ origin: Origin, at start: Int) {
        if let last = runs.last, last.origin.text == origin.text {
            if last.origin.index - last.start == origin.index - start { return }
        }
        runs.append(Run(start: start, origin: origin))
    }

    /// The entries from `start` on come from where those of `range` on another tape do.
    mutating func add(_ range: Range<Int>, of other: ValueOrigins, at start: Int) {
        guard !range.isEmpty else { return }
        add(other[range.lowerBound], at: start)
        for run in other.runs[other.position(after: range.lowerBound)...] {
            guard run.start < range.upperBound else { break }
            add(run.origin, at: start + run.start - range.lowerBound)
        }
    }

    /// Of the first run that starts behind `index`.
    private func position(after index: Int) -> Int {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].start <= index { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
