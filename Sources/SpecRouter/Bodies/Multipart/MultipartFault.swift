/// Why octets are no multipart body, or one that is larger than the limits: what and where, never what was sent.
package struct MultipartFault: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable, CaseIterable {
        case missingBoundary, badBoundary
        case noDelimiter, malformedDelimiter, missingFinalDelimiter
        case bareLineFeed, malformedHeader
        case headerTooLong, tooManyParts
        case partTooLarge, valuesTooLarge, bodyTooLarge
        case ambiguousHeader, missingName
    }

    package let kind: Kind
    /// The number of the part, from 1; 0 before the first one.
    package let part: Int
    /// Octets of the body before the place.
    package let offset: Int

    package init(_ kind: Kind, part: Int = 0, offset: Int = 0) {
        self.kind = kind
        self.part = part
        self.offset = offset
    }
}

extension MultipartFault {
    /// To follow "The body".
    package var message: String {
        switch kind {
        case .missingBoundary: "has no \"boundary\" in its Content-Type, which a multipart body needs"
        case .badBoundary:
            "has a \"boundary\" that is none: it has 1 to 70 letters, digits, spaces and '()+_,-./:=? and ends with no space"
        default: "is not well-formed multipart: \(place), \(reason)"
        }
    }

    private var place: String { part == 0 ? "before the first part" : "at part \(part) (octet \(offset))" }

    private var reason: String {
        switch kind {
        case .missingBoundary, .badBoundary: ""
        case .noDelimiter: "the boundary that the Content-Type names does not occur"
        case .malformedDelimiter: "the boundary must be followed by \"--\" or by the end of its line"
        case .missingFinalDelimiter: "the body ends without the final boundary, which has \"--\" behind it"
        case .bareLineFeed: "lines must end with CR LF, not with LF alone"
        case .malformedHeader: "the header must be lines of \"Name: value\" in UTF-8, then an empty line"
        case .headerTooLong: "the header is longer than what is accepted"
        case .tooManyParts: "there are more parts than what is accepted"
        case .partTooLarge: "the content is larger than what is accepted of one part"
        case .valuesTooLarge: "the parts that are no files are larger together than what is accepted"
        case .ambiguousHeader:
            "Content-Type and Content-Disposition must be well-formed and come once, each parameter once"
        case .missingName: "the part needs the field Content-Disposition: form-data; name=\"...\""
        case .bodyTooLarge: "the parts are larger than what is accepted of all together"
        }
    }
}
