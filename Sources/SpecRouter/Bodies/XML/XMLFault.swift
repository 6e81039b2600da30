/// Why octets are no XML document that is read here: what and where, never what was sent.
package struct XMLFault: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable, CaseIterable {
        case wrongEncoding, illegalCharacter
        case documentType, unknownEntity, malformedReference
        case malformedDeclaration, malformedMarkup, malformedName, malformedAttribute, repeatedAttribute
        case mismatchedTag, unknownPrefix, malformedPrefix
        case textOutsideRoot, severalRoots, noRoot
        case truncated, tooDeep
    }

    package let kind: Kind
    /// Octets of the document in UTF-8 before the place.
    package let offset: Int

    package init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

extension XMLFault {
    /// To follow "The body".
    var message: String { "is not XML that is read here: \(reason) (octet \(offset))" }

    private var reason: String {
        switch kind {
        case .wrongEncoding: "its encoding is not the one that it, its byte-order mark or its Content-Type names"
        case .illegalCharacter: "a character stands in it that XML does not have"
        case .documentType: "a document type is refused, and entities with it; send the document without one"
        case .unknownEntity: "the entities are lt, gt, amp, apos and quot"
        case .malformedReference: "\"&\" begins a reference, such as &amp;"
        case .malformedDeclaration: "the XML declaration is not well-formed"
        case .malformedMarkup: "a tag, comment, section or instruction is not well-formed"
        case .malformedName: "a name is none"
        case .malformedAttribute: "an attribute is not well-formed"
        case .repeatedAttribute: "an attribute is there twice"
        case .mismatchedTag: "an end tag is not that of the element that is open"
        case .unknownPrefix: "a prefix has no namespace"
        case .malformedPrefix: "a namespace is declared as it must not be"
        case .textOutsideRoot: "text stands outside of the root element"
        case .severalRoots: "there is a second root element"
        case .noRoot: "there is no root element"
        case .truncated: "it ends before its elements do"
        case .tooDeep: "elements are nested deeper than what is accepted"
        }
    }
}
