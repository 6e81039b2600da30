import JSONCore
import JSONSchema
import OpenAPIModel

extension Diagnostic {
    /// A schema that does not compile disables the operations that need it.
    init(_ error: SchemaError, operation: String, in document: OpenAPIDocument) {
        let place = document.place(of: error.location)
        self.init(
            .error, Code(error.code), error.message, hint: Self.hint(for: error.code),
            location: place.map(document.location), pointer: place.map(document.pointer) ?? error.location.pointer,
            operation: operation)
    }

    private static func hint(for code: SchemaError.Code) -> String {
        switch code {
        case .badPattern: "Write the pattern in the syntax of ECMA-262; until then the operation answers 501."
        default: "Mend the schema; until then the operation answers 501."
        }
    }
}

extension Diagnostic.Code {
    init(_ code: SchemaError.Code) {
        switch code {
        case .unresolvableReference: self = .unresolvableReference
        case .badPattern: self = .invalidPattern
        default: self = .invalidSchema
        }
    }
}
