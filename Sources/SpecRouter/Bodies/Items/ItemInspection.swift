import JSONCore

/// Reads and checks items as their octets pass. Pure; the same for requests and answers.
struct ItemInspection: Sendable {
    private let checks: ItemChecks
    private let limit: Int
    private var reader: ItemReader
    private var count = 0

    /// - Parameter limit: how many violations of an item are listed.
    init(_ checks: ItemChecks, _ options: JSONParser.Options, violations limit: Int) {
        self.checks = checks
        self.limit = limit
        reader = ItemReader(checks.format, options)
    }

    /// The items that `chunk` completes, up to the first that is wrong; nil ends the stream.
    mutating func items(completedBy chunk: [UInt8]?) -> (items: [JSON], fault: InvalidItem?) {
        if let chunk { reader.feed(chunk) }
        var items: [JSON] = []
        do throws(InvalidItem) {
            while let item = try next(isEnd: chunk == nil) {
                try check(item)
                items.append(item)
            }
            if chunk == nil { try checkEnd() }
            return (items, nil)
        } catch {
            return (items, error)
        }
    }

    private mutating func next(isEnd: Bool) throws(InvalidItem) -> JSON? {
        do throws(ItemFault) {
            return try reader.next(isEnd: isEnd)
        } catch {
            throw invalid(error)
        }
    }

    /// Counts and checks one item.
    mutating func check(_ item: JSON) throws(InvalidItem) {
        let violations = checks.violations(of: item, at: count, atMost: limit)
        guard violations.isEmpty else { throw InvalidItem(violations) }
        count += 1
    }

    func checkEnd() throws(InvalidItem) {
        if let violation = checks.shortage(count) { throw InvalidItem([violation]) }
    }

    /// What the next item is when it cannot be read, or written.
    func invalid(_ fault: ItemFault) -> InvalidItem {
        InvalidItem([checks.violation(fault, at: count)])
    }
}

/// An item that does not meet the description, or a sequence with too few of them.
struct InvalidItem: Error {
    let violations: [RequestViolation]

    init(_ violations: [RequestViolation]) {
        self.violations = violations
    }

    /// For the log.
    var message: String {
        violations.first.map { "The body at \"\($0.pointer)\" \($0.message) (\($0.schema ?? ""))." } ?? ""
    }
}
