/// What an evaluator does with a broken keyword.
protocol Sink {
    /// Whether findings are kept. A constant, so that the yes/no evaluator contains no code for messages.
    static var lists: Bool { get }
    /// Whether there is no room for more.
    var isFull: Bool { get }
    mutating func record(_ finding: @autoclosure () -> Finding)
    /// How many findings there are.
    var mark: Int { get }
    /// Counts the limit from here on, until the branch is closed with what this returned.
    mutating func openBranch() -> Int
    mutating func closeBranch(_ saved: Int)
    /// Replaces the findings since `start` by `header` and those that are kept.
    mutating func keep(_ kept: Range<Int>, after header: Finding, since start: Int)
    func finding(at position: Int) -> Finding?
}

/// One broken keyword.
struct Finding: Sendable {
    var site: Int32
    var index: Int
    var message: String
}

/// Yes or no.
struct Verdict: Sink {
    static var lists: Bool { false }
    var isFull: Bool { true }
    var mark: Int { 0 }
    mutating func record(_ finding: @autoclosure () -> Finding) {}
    mutating func openBranch() -> Int { 0 }
    mutating func closeBranch(_ saved: Int) {}
    mutating func keep(_ kept: Range<Int>, after header: Finding, since start: Int) {}
    func finding(at position: Int) -> Finding? { nil }
}

/// A list with a limit. A branch may list as many again; those that are not kept are dropped.
struct Listing: Sink {
    let limit: Int
    var findings: [Finding] = []
    var base = 0

    init(limit: Int) {
        self.limit = limit
    }

    static var lists: Bool { true }
    var isFull: Bool { findings.count - base >= limit }
    var mark: Int { findings.count }

    mutating func record(_ finding: @autoclosure () -> Finding) {
        findings.append(finding())
    }

    mutating func openBranch() -> Int {
        let saved = base
        base = findings.count
        return saved
    }

    mutating func closeBranch(_ saved: Int) {
        base = saved
    }

    mutating func keep(_ kept: Range<Int>, after header: Finding, since start: Int) {
        findings.replaceSubrange(start..., with: [header] + findings[kept])
    }

    func finding(at position: Int) -> Finding? {
        findings.indices.contains(position) ? findings[position] : nil
    }
}
