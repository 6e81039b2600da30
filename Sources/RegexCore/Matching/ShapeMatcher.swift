/// Matches what four of five patterns in the wild are: from the text's start, runs of sets one after the other.
///
/// Most are a beginning of one length and at most one run that goes to the text's end; what else there may be is for `runs`.
struct ShapeMatcher: Sendable {
    /// By position: the bit that its byte must have. What the pattern begins with, as far as that has one length and is ASCII.
    private let head: [UInt64]
    /// By byte: the sets that contain it.
    private let membership: [UInt64]
    private let leastBytes: Int
    /// The bit that each byte behind the head has where there is but one run and it goes to the end, and how many there may be.
    private let tail: (bit: UInt64, maximum: Int)
    /// A reference, so that a match need not copy it to the stack.
    private let runs: Box<RunMatcher>

    init(head: [UInt64], runs: RunMatcher) {
        self.head = head
        self.runs = Box(runs)
        membership = runs.membership
        leastBytes = head.count &+ runs.leastBytes
        tail = runs.soleRun ?? (0, -1)
    }

    var byteCount: Int { head.count &* 8 &+ runs.value.byteCount }

    /// Inlined where the matcher stands behind a reference: a call would copy all of it to the stack.
    @inline(__always)
    func matches(_ text: Span<UInt8>) -> Bool {
        guard text.count >= leastBytes else { return false }
        let membership = membership.span
        // Always so; it tells the optimizer that no byte needs a check as an index.
        guard membership.count == 256, hasHead(text, membership) else { return false }
        let rest = text.extracting(head.count..<text.count)
        if rest.count <= tail.maximum, Self.areAll(rest, in: tail.bit, membership) { return true }
        return runs.value.matches(text, from: head.count)
    }

    /// One loop without branches, whatever the runs were.
    @inline(__always)
    private func hasHead(_ text: Span<UInt8>, _ membership: Span<UInt64>) -> Bool {
        let head = head.span
        let bytes = text.extracting(0..<head.count)
        var missing: UInt64 = 0
        for position in bytes.indices { missing |= head[position] & ~membership[Int(bytes[position])] }
        return missing == 0
    }

    /// Whether all bytes are ASCII of one set. In blocks, of which the last overlaps the one before: but for their number no
    /// branch depends on the text.
    @inline(__always)
    private static func areAll(_ bytes: Span<UInt8>, in bit: UInt64, _ membership: Span<UInt64>) -> Bool {
        var common = bit
        guard bytes.count >= 8 else {
            for offset in bytes.indices { common &= membership[Int(bytes[offset])] }
            return common != 0
        }
        var rest = bytes
        while rest.count > 8, common != 0 {
            common &= setsOfAll(rest.extracting(0..<8), membership)
            rest = rest.extracting(8..<rest.count)
        }
        return common & setsOfAll(bytes.extracting(last: 8), membership) != 0
    }

    /// The sets that each of eight bytes is in.
    @inline(__always)
    private static func setsOfAll(_ block: Span<UInt8>, _ membership: Span<UInt64>) -> UInt64 {
        var common = membership[Int(block[0])] & membership[Int(block[1])]
        common &= membership[Int(block[2])] & membership[Int(block[3])]
        common &= membership[Int(block[4])] & membership[Int(block[5])]
        return common & membership[Int(block[6])] & membership[Int(block[7])]
    }
}
