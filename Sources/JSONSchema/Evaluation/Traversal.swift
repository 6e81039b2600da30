/// What an evaluator keeps on its way through schemas that need more than a look at the instance.
struct Traversal {
    /// One node asked about one instance, in one scope.
    struct Question: Hashable {
        var node: Int32
        var index: Int
        var scope: Int
    }

    private struct Memory {
        /// Verdicts of nodes that may be asked again.
        var verdicts: [Question: Bool] = [:]
        /// A number for each scope so far.
        var scopeIDs: [[Int32]: Int] = [:]
    }

    /// Bit sets of evaluated members or items, a stack. JSON Schema 2020-12, section 11.
    var marks: [UInt64] = []
    /// The resources entered, outermost first, each once: the dynamic scope. Only the first of a resource can matter.
    private(set) var scope: [Int32] = []
    /// The number of the scope; zero for the empty one.
    private(set) var scopeID = 0
    /// Cyclic nodes under way and their instances.
    var circles: [Question] = []
    var depth = 0
    /// Made when it is first needed: few schemas do.
    private var memory: Memory?

    func verdict(on question: Question) -> Bool? { memory?.verdicts[question] }

    mutating func remember(_ verdict: Bool, on question: Question) {
        memory = memory.take() ?? Memory()
        memory?.verdicts[question] = verdict
    }

    /// The number of the scope around the resource, for `leaveResource`; nil when it is in the scope already.
    mutating func enterResource(_ resource: Int32) -> Int? {
        guard !scope.contains(resource) else { return nil }
        let outer = scopeID
        scope.append(resource)
        var memory = memory.take() ?? Memory()
        scopeID = memory.scopeIDs[scope] ?? memory.scopeIDs.count + 1
        memory.scopeIDs[scope] = scopeID
        self.memory = memory
        return outer
    }

    mutating func leaveResource(_ outer: Int?) {
        guard let outer else { return }
        scope.removeLast()
        scopeID = outer
    }
}
