import JSONCore

/// Why a value is not written: its text would be read as another value, or could not stand where it has to.
package struct EncodingRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// The place in the value, an RFC 6901 pointer.
    package let pointer: String
    /// A predicate: what the value must be.
    package let message: String

    init(at pointer: JSONPointer = .root, _ message: String) {
        self.pointer = pointer.description
        self.message = message
    }

    package var description: String { "The value at \"\(pointer)\" \(message)." }
}
