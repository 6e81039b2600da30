/// The type that a node takes its input as, kept to be held against the description when the API compiles.
package struct TypedInput: Sendable {
    package enum Source: Sendable {
        /// The body alone.
        case body
        /// The parameters by name, and the body under `body`.
        case parameters
    }

    let source: Source
    /// As the program names it.
    let name: String
    /// Throws what the type's own decoding throws.
    let decode: @Sendable (RehearsedValue) throws -> Void

    init<Value: Decodable & Sendable>(_ type: Value.Type, from source: Source) {
        self.source = source
        name = String(describing: type)
        decode = { _ = try $0.value(type) }
    }
}
