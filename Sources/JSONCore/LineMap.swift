/// Finds lines and columns of offsets in a text, counting from 1.
struct LineMap: Sendable {
    private let lineStarts: [Int]

    init(_ bytes: [UInt8], count: Int) {
        var starts = [0]
        for index in 0..<min(count, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
            starts.append(index + 1)
        }
        lineStarts = starts
    }

    /// The column counts code points, in time linear in the line's length.
    func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let line = lineStarts.partitioningIndex { $0 > offset }
        let start = lineStarts[max(line - 1, 0)]
        var column = 1
        for index in start..<max(start, min(offset, bytes.count)) where bytes[index] & 0xC0 != 0x80 {
            column += 1
        }
        return (line, column)
    }
}

extension [Int] {
    /// The first index at which `isAfter` holds, in an array that is ordered by it.
    fileprivate func partitioningIndex(_ isAfter: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = low + (high - low) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
