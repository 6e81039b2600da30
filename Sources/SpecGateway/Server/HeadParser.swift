import JSONCore
import OpenAPIModel

/// The grammar of a request's head (RFC 9112, sections 3 and 5).
struct HeadParser {
    /// Nothing from here on is looked at.
    let end: Int
    let fieldCount: Int
    private(set) var hasRequestLine = false

    init(end: Int, fieldCount: Int) {
        self.end = end
        self.fieldCount = fieldCount
    }

    /// The head and where it ends; nil when it is not whole. Throws as soon as it cannot become one.
    mutating func parse(
        _ octets: borrowing Span<UInt8>, from start: Int
    ) throws(MalformedRequest) -> (ReceivedHead, Int)? {
        let octets = octets.extracting(0..<end)
        var position = start
        guard let method = try token(octets, &position), let target = try target(octets, &position),
            let version = try version(octets, &position)
        else { return nil }
        hasRequestLine = true
        var fields = ReceivedFields(isHTTP10: version == .http10)
        while position < octets.count, octets[position] != Octet.cr {
            guard let (name, value) = try FieldLine.parse(octets, &position),
                try Self.lineEnd(octets, &position, Self.badField)
            else { return nil }
            guard fields.fields.count < fieldCount else { throw .headTooLarge }
            try fields.append(String(utf8: octets.extracting(name)), String(utf8: octets.extracting(value)))
        }
        guard try Self.lineEnd(octets, &position, Self.badField) else { return nil }
        let head = try ReceivedHead(
            method: String(utf8: octets.extracting(method)), target: String(utf8: octets.extracting(target)), fields)
        return (head, position)
    }

    /// A method and the space behind it.
    private func token(_ octets: borrowing Span<UInt8>, _ position: inout Int) throws(MalformedRequest) -> Range<Int>? {
        let start = position
        while position < octets.count, octets[position].isTokenByte { position += 1 }
        guard position < octets.count else { return nil }
        guard position > start, octets[position] == Octet.space else { throw Self.badLine }
        position += 1
        return start..<(position - 1)
    }

    /// A target and the space behind it.
    private func target(_ octets: borrowing Span<UInt8>, _ position: inout Int) throws(MalformedRequest) -> Range<Int>?
    {
        let start = position
        while position < octets.count, octets[position] > Octet.space, octets[position] < Octet.delete { position += 1 }
        guard position < octets.count else { return nil }
        guard position > start, octets[position] == Octet.space else { throw Self.badLine }
        position += 1
        return start..<(position - 1)
    }

    private enum Version {
        case http10, http11
    }

    /// `HTTP/1.0` or `HTTP/1.1`, and the end of the line.
    private func version(_ octets: borrowing Span<UInt8>, _ position: inout Int) throws(MalformedRequest) -> Version? {
        let name: StaticString = "HTTP/1."
        for index in 0..<name.utf8CodeUnitCount {
            guard position < octets.count else { return nil }
            guard octets[position] == name.octet(index) else { throw Self.badVersion }
            position += 1
        }
        guard position < octets.count else { return nil }
        let minor = octets[position]
        guard minor == UInt8(ascii: "0") || minor == UInt8(ascii: "1") else { throw Self.badVersion }
        position += 1
        guard try Self.lineEnd(octets, &position, Self.badLine) else { return nil }
        return minor == UInt8(ascii: "0") ? .http10 : .http11
    }

    private static func lineEnd(
        _ octets: borrowing Span<UInt8>, _ position: inout Int, _ fault: MalformedRequest
    ) throws(MalformedRequest) -> Bool {
        guard position < octets.count else { return false }
        guard octets[position] == Octet.cr else { throw fault }
        guard position + 1 < octets.count else { return false }
        guard octets[position + 1] == Octet.lf else { throw fault }
        position += 2
        return true
    }

    private static let badLine = MalformedRequest.malformed("The request line is not well-formed.")
    private static let badVersion = MalformedRequest.malformed("The request is not in HTTP/1.0 or HTTP/1.1.")
    private static let badField = MalformedRequest.malformed("A header field of the request is not well-formed.")
}

/// `name: value` (RFC 9112, section 5.1).
enum FieldLine {
    /// Places of the name and of the value without the white space around it; `position` goes to the octet that ends the
    /// value. Nil when the octets end before that.
    static func parse(
        _ octets: borrowing Span<UInt8>, _ position: inout Int
    ) throws(MalformedRequest) -> (name: Range<Int>, value: Range<Int>)? {
        let start = position
        while position < octets.count, octets[position].isTokenByte { position += 1 }
        guard position < octets.count else { return nil }
        guard position > start, octets[position] == Octet.colon else {
            throw .malformed("A header field of the request has no name, or something between its name and the colon.")
        }
        let name = start..<position
        position += 1
        while position < octets.count, octets[position].isWhitespace { position += 1 }
        let value = position
        while position < octets.count, octets[position].isFieldOctet { position += 1 }
        guard position < octets.count else { return nil }
        var end = position
        while end > value, octets[end - 1].isWhitespace { end -= 1 }
        return (name, value..<end)
    }
}

extension UInt8 {
    var isWhitespace: Bool { self == Octet.space || self == Octet.tab }

    /// What a field's value may have: no control characters but the tab (RFC 9110, section 5.5).
    var isFieldOctet: Bool { self >= Octet.space && self != Octet.delete || self == Octet.tab }
}

extension StaticString {
    fileprivate func octet(_ index: Int) -> UInt8 { withUTF8Buffer { $0[index] } }
}
