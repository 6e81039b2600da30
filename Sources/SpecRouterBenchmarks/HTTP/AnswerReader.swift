import NIOCore

/// Finds where answers end: a head with a `Content-Length`, then so many octets. No other framing comes from either server.
struct AnswerReader {
    private var head: [UInt8] = []
    private var status = 0
    /// Octets of the body still to come; nil before the head is whole.
    private var remaining: Int?

    /// Takes from `buffer` up to the end of an answer.
    ///
    /// - Returns: the answer's status once it is whole.
    mutating func read(_ buffer: inout ByteBuffer) -> Int? {
        if remaining == nil, !readHead(&buffer) { return nil }
        guard let length = remaining else { return nil }
        let taken = min(length, buffer.readableBytes)
        buffer.moveReaderIndex(forwardBy: taken)
        remaining = length - taken
        guard taken == length else { return nil }
        remaining = nil
        return status
    }

    private mutating func readHead(_ buffer: inout ByteBuffer) -> Bool {
        let view = buffer.readableBytesView
        let start = head.count
        head.append(contentsOf: view)
        guard let end = Self.end(of: head, from: max(0, start - 3)) else {
            buffer.moveReaderIndex(forwardBy: view.count)
            return false
        }
        buffer.moveReaderIndex(forwardBy: end - start)
        status = Self.number(head[9..<12])
        remaining = Self.length(head[..<end])
        head.removeAll(keepingCapacity: true)
        return true
    }

    private static func end(of head: [UInt8], from start: Int) -> Int? {
        guard head.count >= 4 else { return nil }
        for index in start...(head.count - 4)
        where head[index] == 13 && head[index + 1] == 10 && head[index + 2] == 13 && head[index + 3] == 10 {
            return index + 4
        }
        return nil
    }

    private static func length(_ head: ArraySlice<UInt8>) -> Int {
        let name = Array("content-length:".utf8)
        for line in head.split(separator: 10) where line.count > name.count {
            guard zip(line, name).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { continue }
            return number(line.dropFirst(name.count))
        }
        return 0
    }

    private static func number(_ text: ArraySlice<UInt8>) -> Int {
        text.reduce(0) { (48...57).contains($1) ? $0 * 10 + Int($1 - 48) : $0 }
    }
}
