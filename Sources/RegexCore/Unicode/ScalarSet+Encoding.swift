/// The numbers in a table that `Generation/generate.py` wrote: digits of five bits, the highest first, `^` to `}` for the last
/// digit of a number and `0` to `O` for those before it.
package struct EncodedNumbers: Sequence, IteratorProtocol {
    private var digits: String.UTF8View.Iterator

    package init(_ text: String) {
        digits = text.utf8.makeIterator()
    }

    package mutating func next() -> UInt32? {
        var value: UInt32 = 0
        while let digit = digits.next() {
            if digit >= UInt8(ascii: "^") { return value << 5 | UInt32(digit &- UInt8(ascii: "^")) }
            value = value << 5 | UInt32(digit &- UInt8(ascii: "0"))
        }
        return nil
    }
}

extension ScalarSet {
    /// For each range, how many code points lie between it and the last one, and how many follow its first.
    package init(encoded text: String) {
        var numbers = EncodedNumbers(text)
        var ranges: [ClosedRange<UInt32>] = []
        var following: UInt32 = 0
        while let gap = numbers.next(), let length = numbers.next() {
            let first = following &+ gap
            ranges.append(first...(first &+ length))
            following = first &+ length &+ 1
        }
        self.init(ascending: ranges)
    }
}
