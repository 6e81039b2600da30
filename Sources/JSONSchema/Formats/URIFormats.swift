/// RFC 3986 and RFC 3987, appendix A of the first and section 2.2 of the second.
enum URIFormats {
    static func isURI(_ text: Span<UInt8>) -> Bool { isAbsolute(text, .ascii) }
    static func isURIReference(_ text: Span<UInt8>) -> Bool { isReference(text, .ascii) }
    static func isIRI(_ text: Span<UInt8>) -> Bool { isAbsolute(text, .unicode) }
    static func isIRIReference(_ text: Span<UInt8>) -> Bool { isReference(text, .unicode) }

    enum Repertoire {
        /// URIs.
        case ascii
        /// IRIs, outside of queries.
        case unicode
        /// Queries of IRIs: private-use characters too.
        case unicodeAndPrivate

        var inQuery: Repertoire { self == .ascii ? .ascii : .unicodeAndPrivate }

        func contains(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .ascii: false
            case .unicode: scalar.isIRICharacter
            case .unicodeAndPrivate: scalar.isIRICharacter || scalar.isIRIPrivate
            }
        }
    }

    /// The index after characters of `set`, percent-encoded triplets and what `repertoire` adds.
    static func endOfRun(of set: ASCIISet, _ repertoire: Repertoire, in text: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while true {
            index = text.endOfRun(of: set, from: index)
            guard let byte = text.byte(at: index) else { return index }
            if let end = text.endOfPercentTriplet(from: index) {
                index = end
            } else if byte >= 0x80, let next = text.scalar(at: index), repertoire.contains(next.scalar) {
                index = next.end
            } else {
                return index
            }
        }
    }

    private static func isAbsolute(_ text: Span<UInt8>, _ repertoire: Repertoire) -> Bool {
        guard let end = endOfScheme(text) else { return false }
        return isHierarchy(text, repertoire, from: end)
    }

    private static func isReference(_ text: Span<UInt8>, _ repertoire: Repertoire) -> Bool {
        if let end = endOfScheme(text) { return isHierarchy(text, repertoire, from: end) }
        let end = endOfRun(of: .segmentWithoutColon, repertoire, in: text, from: 0)
        return !text.holds(":", at: end) && isHierarchy(text, repertoire, from: 0)
    }

    /// The index after the scheme and its colon.
    private static func endOfScheme(_ text: Span<UInt8>) -> Int? {
        guard let first = text.byte(at: 0), ASCIISet.letters.contains(first) else { return nil }
        let end = text.endOfRun(of: .scheme, from: 1)
        return text.holds(":", at: end) ? end &+ 1 : nil
    }

    /// `[authority] path ["?" query] ["#" fragment]`, up to the end of the text.
    private static func isHierarchy(_ text: Span<UInt8>, _ repertoire: Repertoire, from start: Int) -> Bool {
        var index = start
        if text.holds("/", at: index), text.holds("/", at: index &+ 1) {
            guard let end = endOfAuthority(text, repertoire, from: index &+ 2) else { return false }
            index = end
        }
        index = endOfRun(of: .path, repertoire, in: text, from: index)
        if text.holds("?", at: index) {
            index = endOfRun(of: .query, repertoire.inQuery, in: text, from: index &+ 1)
        }
        if text.holds("#", at: index) {
            index = endOfRun(of: .query, repertoire, in: text, from: index &+ 1)
        }
        return index == text.count
    }
}

extension Unicode.Scalar {
    /// RFC 3987 `ucschar`.
    var isIRICharacter: Bool {
        switch value {
        case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
        case 0x10000...0xEFFFF: value & 0xFFFF < 0xFFFE && !(0xE0000...0xE0FFF).contains(value)
        default: false
        }
    }

    /// RFC 3987 `iprivate`.
    var isIRIPrivate: Bool {
        switch value {
        case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
        default: false
        }
    }
}
