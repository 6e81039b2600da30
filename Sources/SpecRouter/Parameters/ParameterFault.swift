import JSONCore
import OpenAPIModel

/// Something wrong with a parameter that no schema tells: what, and at which place in its value.
struct ParameterFault: Sendable, Hashable {
    enum Kind: String, Sendable, Hashable {
        case missing, duplicate, malformedEscape, invalidUTF8, nul, malformedStyle, malformedContent, tooDeep, tooMany
    }

    /// Position in the decoder's `parameters`; nil in a form.
    let parameter: Int?
    let location: ParameterLocation
    let name: String
    /// The place in the value, an RFC 6901 pointer.
    let pointer: String
    let kind: Kind
    /// What is wrong, to follow the name of the place: never the value that was sent.
    let message: String

    /// What stands for a schema's keyword in a violation.
    var keyword: String { kind.keyword }
}

extension ParameterFault.Kind {
    var keyword: String {
        switch self {
        case .missing: "required"
        case .duplicate: "duplicate"
        case .malformedEscape, .invalidUTF8, .nul, .malformedStyle, .malformedContent: "syntax"
        case .tooDeep, .tooMany: "limit"
        }
    }
}

/// A fault in one value, before it is known whose value it is.
struct ValueFault: Sendable, Hashable {
    let kind: ParameterFault.Kind
    let pointer: JSONPointer
    let message: String

    init(_ kind: ParameterFault.Kind, at pointer: JSONPointer = .root, _ message: String) {
        self.kind = kind
        self.pointer = pointer
        self.message = message
    }
}

extension ValueFault {
    init(_ fault: PercentDecoding.Fault, at pointer: JSONPointer) {
        switch fault {
        case .malformedEscape:
            self.init(.malformedEscape, at: pointer, "must have two hexadecimal digits after each \"%\"")
        case .invalidUTF8: self.init(.invalidUTF8, at: pointer, "must be UTF-8")
        case .nul: self.init(.nul, at: pointer, "must not contain the character U+0000")
        }
    }
}
