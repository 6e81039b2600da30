/// The numbers of symbols that a counted repeat may have consumed, at one position of the text.
///
/// All of them grow by one at a time, so the set keeps the steps at which the repeat was entered, as runs of
/// consecutive ones; every operation takes constant time over a whole scan.
struct CountingSet {
    private struct Run {
        var first: Int
        var last: Int
    }

    private let minimum: Int
    private let maximum: Int?
    private var runs: [Run] = []
    private var head = 0

    init(minimum: Int, maximum: Int?) {
        self.minimum = minimum
        self.maximum = maximum
    }

    var isEmpty: Bool { head == runs.count }

    mutating func removeAll() {
        runs.removeAll(keepingCapacity: true)
        head = 0
    }

    /// Adds the count 0 at `step`. Steps never decrease.
    mutating func enter(at step: Int) {
        if maximum == nil, !isEmpty { return }
        if !isEmpty, runs[runs.count &- 1].last >= step &- 1 {
            runs[runs.count &- 1].last = step
        } else if minimum <= 1, !isEmpty {
            runs[runs.count &- 1] = Run(first: step, last: step)
        } else {
            runs.append(Run(first: step, last: step))
        }
    }

    /// Drops the counts that exceed the maximum at `step`.
    mutating func expire(at step: Int) {
        guard let maximum else { return }
        while head < runs.count {
            if step &- runs[head].last > maximum {
                head &+= 1
            } else {
                runs[head].first = max(runs[head].first, step &- maximum)
                break
            }
        }
        if isEmpty { removeAll() } else if head > 64, head > runs.count / 2 { compact() }
    }

    /// Whether one of the counts is enough at `step`.
    func mayLeave(at step: Int) -> Bool {
        head < runs.count && step &- runs[head].first >= minimum
    }

    private mutating func compact() {
        runs.removeFirst(head)
        head = 0
    }
}
