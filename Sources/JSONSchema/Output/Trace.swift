import JSONCore

/// Follows an evaluation through its schemas, for the official output formats.
///
/// What it keeps is a tree in preorder, each entry with its depth, so that entries can be dropped where they stand.
struct Trace: Sink {
    enum Content: Sendable {
        /// A schema; the site of the keyword that referred to it, or -1 where it stands within the one around it.
        case schema(reference: Int32)
        /// A finding; those of a choice have their branches within.
        case error(message: String)
        case annotation(JSON)
    }

    struct Entry: Sendable {
        var content: Content
        var depth: Int
        /// A schema's node, or the site of a keyword.
        var id: Int32
        var index: Int
        var isValid: Bool
    }

    /// How many schemas are entered before only the verdict counts: branches of recursive schemas can be without number.
    private static let maximumVisits = 100_000

    let limit: Int
    private(set) var entries: [Entry] = []
    private var depth = 0
    private var errors = 0
    private var annotations = 0
    private var visits = 0
    private var reference: Int32 = -1

    init(limit: Int) {
        self.limit = limit
    }

    static var lists: Bool { true }
    static var traces: Bool { true }
    var isFull: Bool { errors >= limit }
    var isTracing: Bool { errors < limit && annotations < limit && visits < Self.maximumVisits }
    var mark: Int { entries.count }

    mutating func record(_ finding: @autoclosure () -> Finding) {
        guard errors < limit else { return }
        errors += 1
        append(finding())
    }

    private mutating func append(_ finding: Finding) {
        entries.append(
            Entry(
                content: .error(message: finding.message), depth: depth, id: finding.site, index: finding.index,
                isValid: false))
    }

    mutating func refer(by site: Int32) {
        reference = site
    }

    mutating func enter(_ node: Int32, _ index: Int) -> Int {
        entries.append(
            Entry(content: .schema(reference: reference), depth: depth, id: node, index: index, isValid: true))
        reference = -1
        depth += 1
        visits += 1
        return entries.count - 1
    }

    /// A schema that is not met has no annotations, nor have those within. 2020-12, section 7.7.1.2.
    mutating func leave(_ mark: Int, isValid: Bool, _ found: [Annotation]) {
        if isValid {
            let index = entries[mark].index
            for annotation in found where isTracing {
                annotations += 1
                let content = Content.annotation(annotation.value)
                entries.append(
                    Entry(content: content, depth: depth, id: annotation.site, index: index, isValid: true))
            }
        } else {
            entries[mark].isValid = false
            dropAnnotations(since: mark)
        }
        depth -= 1
        if entries.count == mark + 1 { entries.removeLast() }
    }

    mutating func dropAnnotations(since mark: Int) {
        let kept = entries[mark...].filter { entry in
            if case .annotation = entry.content { return false }
            return true
        }
        annotations -= entries.count - mark - kept.count
        entries.replaceSubrange(mark..., with: kept)
    }

    mutating func openGroup(_ finding: Finding) {
        record(finding)
        depth += 1
    }

    mutating func closeGroup() {
        depth -= 1
    }

    // Choices are traced as groups, with every branch: none is chosen.
    mutating func openBranch() -> Int { 0 }
    mutating func closeBranch(_ saved: Int) {}
    mutating func keep(_ kept: Range<Int>, after header: Finding, since start: Int) {}
    func finding(at position: Int) -> Finding? { nil }
}
