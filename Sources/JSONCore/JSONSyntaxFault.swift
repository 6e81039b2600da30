/// What a scan found wrong, before it is worth a message.
struct JSONSyntaxFault: Sendable {
    enum Reason: Sendable {
        case value, literal, key, keyOrEndOfObject, colon, commaOrEndOfObject, commaOrEndOfArray, endOfText
        case unexpectedEnd, controlCharacter, encoding, escape, unicodeEscape, loneSurrogate
        case leadingZero, digit, duplicateKey, byteOrderMark
        case tooDeep(Int)
        case tooLarge(Int)
    }

    var reason: Reason
    var offset: Int

    init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    func error(in bytes: [UInt8], count: Int) -> JSONSyntaxError {
        let place = LineMap(bytes, count: min(count, offset)).position(of: offset, in: bytes)
        return JSONSyntaxError(message: message, offset: offset, line: place.line, column: place.column)
    }

    private var message: String {
        switch reason {
        case .value: "A JSON value was expected here."
        case .literal: "A JSON value was expected here; the only bare words are \"true\", \"false\" and \"null\"."
        case .key: "A key in double quotes was expected after the comma."
        case .keyOrEndOfObject: "A key in double quotes or \"}\" was expected here."
        case .colon: "A colon was expected after the key."
        case .commaOrEndOfObject: "A comma or \"}\" was expected after the member's value."
        case .commaOrEndOfArray: "A comma or \"]\" was expected after the element."
        case .endOfText: "Nothing but white space may follow the JSON value."
        case .unexpectedEnd: "The text ends before the JSON value is complete."
        case .controlCharacter: "A control character in a string must be written as an escape."
        case .encoding: "The text is not valid UTF-8 here."
        case .escape: "The backslash must be followed by one of the characters \"\\/bfnrtu."
        case .unicodeEscape: "\"\\u\" must be followed by four hexadecimal digits."
        case .loneSurrogate: "The escape is half of a surrogate pair; the other half is missing."
        case .leadingZero: "A number must not start with a superfluous zero."
        case .digit: "A digit was expected here, as part of a number."
        case .duplicateKey: "The object already has a member with this key."
        case .byteOrderMark: "JSON text must not start with a byte-order mark."
        case .tooDeep(let limit): "Arrays and objects are nested more than \(limit) levels deep."
        case .tooLarge(let limit): "The text is longer than \(limit) bytes."
        }
    }
}
