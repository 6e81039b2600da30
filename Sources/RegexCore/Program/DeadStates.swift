/// Finds the states of a deterministic automaton from which no text leads to the accepting one.
enum DeadStates {
    /// Makes them all row 0. Row 1, the accepting one, stays.
    static func removing(from rows: [[Int]], start: Int) -> (rows: [[Int]], start: Int) {
        let isLive = liveness(of: rows)
        var numbers = [Int](repeating: 0, count: rows.count)
        var next = 1
        for state in rows.indices where isLive[state] {
            numbers[state] = next
            next &+= 1
        }
        let kept = rows.indices.filter { $0 == 0 || isLive[$0] }
        return (kept.map { rows[$0].map { numbers[$0] } }, numbers[start])
    }

    private static func liveness(of rows: [[Int]]) -> [Bool] {
        var predecessors = [[Int]](repeating: [], count: rows.count)
        for (state, row) in rows.enumerated() {
            for successor in Set(row) { predecessors[successor].append(state) }
        }
        var isLive = [Bool](repeating: false, count: rows.count)
        var queue = [1]
        while let state = queue.popLast() {
            guard !isLive[state] else { continue }
            isLive[state] = true
            queue += predecessors[state]
        }
        return isLive
    }
}
