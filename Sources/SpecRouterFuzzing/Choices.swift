/// Reads an input as a series of decisions, so that a small change of the input is a small change of what is made of it.
///
/// When the input is used up every decision is 0: grammars put what ends soonest first.
package struct Choices {
    private let bytes: [UInt8]
    private var position = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A number from 0 up to and without `bound`.
    package mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let first = byte()
        guard bound > 256 else { return first % bound }
        return (first << 8 | byte()) % bound
    }

    /// Never when the input is used up.
    mutating func once(in times: Int) -> Bool { below(times) == times - 1 }

    mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

    /// The bytes that no decision has used yet.
    mutating func rest() -> ArraySlice<UInt8> {
        defer { position = bytes.count }
        return bytes[position...]
    }

    private mutating func byte() -> Int {
        guard position < bytes.count else { return 0 }
        defer { position += 1 }
        return Int(bytes[position])
    }
}
