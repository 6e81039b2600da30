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

    /// Whether the way through the schemas is followed, branches that decide nothing included: for the official output formats.
    /// A constant, too.
    static var traces: Bool { get }
    /// Whether more of the way is wanted.
    var isTracing: Bool { get }
    /// Notes by which keyword the next schema is entered.
    mutating func refer(by site: Int32)
    /// Enters a schema; what it returns is for `leave`.
    mutating func enter(_ node: Int32, _ index: Int) -> Int
    mutating func leave(_ mark: Int, isValid: Bool, _ annotations: [Annotation])
    /// Starts a finding that has others within.
    mutating func openGroup(_ finding: Finding)
    mutating func closeGroup()
    mutating func dropAnnotations(since mark: Int)
}

extension Sink {
    static var traces: Bool { false }
    var isTracing: Bool { false }
    mutating func refer(by site: Int32) {}
    mutating func enter(_ node: Int32, _ index: Int) -> Int { 0 }
    mutating func leave(_ mark: Int, isValid: Bool, _ annotations: [Annotation]) {}
    mutating func openGroup(_ finding: Finding) {}
    mutating func closeGroup() {}
    mutating func dropAnnotations(since mark: Int) {}
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
