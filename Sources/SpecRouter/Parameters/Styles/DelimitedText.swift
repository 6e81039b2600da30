import JSONCore
import OpenAPIModel

/// What stands between the parts of a value. Split at before anything is decoded.
enum Delimiter: Sendable, Hashable {
    case comma, period, semicolon, ampersand
    /// `%20` or `+`.
    case space
    /// `%20` or a space, where `+` stands for itself.
    case blank
    /// `%7C` or `|`.
    case pipe
    /// `%09` or a tab.
    case tab

    /// The octets of the delimiter that stands at `index`; 0 when none does.
    ///
    /// - Parameter escapes: `raw` where nothing is percent-decoded: there `%7C` is no `|`.
    @inline(__always)
    func count(in source: Span<UInt8>, at index: Int, upTo end: Int, _ escapes: PercentDecoding.Escapes) -> Int {
        let found = source[index]
        if found == byte || self == .space && found == UInt8(ascii: "+") { return 1 }
        guard isReadEscaped, escapes == .decoded, found == UInt8(ascii: "%"),
            PercentDecoding.escape(source, at: index, upTo: end) == byte
        else { return 0 }
        return 3
    }

    var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .period: UInt8(ascii: ".")
        case .semicolon: UInt8(ascii: ";")
        case .ampersand: UInt8(ascii: "&")
        case .space, .blank: UInt8(ascii: " ")
        case .pipe: UInt8(ascii: "|")
        case .tab: UInt8(ascii: "\t")
        }
    }

    /// Whether its escape is the delimiter too, so that no part can hold it.
    var isReadEscaped: Bool {
        switch self {
        case .comma, .period, .semicolon, .ampersand: false
        case .space, .blank, .pipe, .tab: true
        }
    }

    /// In messages.
    var name: String {
        switch self {
        case .comma: "\",\""
        case .period: "\".\""
        case .semicolon: "\";\""
        case .ampersand: "\"&\""
        case .space, .blank: "\"%20\""
        case .pipe: "\"|\""
        case .tab: "\"%09\""
        }
    }
}

extension Delimiter {
    init(_ delimiter: ListDelimiter) {
        switch delimiter {
        case .space: self = .blank
        case .tab: self = .tab
        case .pipe: self = .pipe
        }
    }
}

/// Walks the parts of a value that delimiters separate; an empty value has none.
struct DelimitedParts {
    private let delimiter: Delimiter
    private let escapes: PercentDecoding.Escapes
    private let trimsSpace: Bool
    private var position: Int
    private let end: Int
    private var isFinished: Bool

    /// - Parameter trimsSpace: drops optional white space around parts, as lists in header fields may have it
    ///   (RFC 9110, section 5.6.1).
    init(_ range: Range<Int>, by delimiter: Delimiter, _ coding: TextCoding, trimsSpace: Bool = false) {
        self.delimiter = delimiter
        escapes = coding.escapes
        self.trimsSpace = trimsSpace
        position = range.lowerBound
        end = range.upperBound
        isFinished = range.isEmpty
    }

    mutating func next(in source: Span<UInt8>) -> Range<Int>? {
        guard !isFinished else { return nil }
        let start = position
        var index = start
        while index < end {
            let count = delimiter.count(in: source, at: index, upTo: end, escapes)
            if count > 0 {
                position = index &+ count
                return trimmed(start..<index, in: source)
            }
            index &+= 1
        }
        isFinished = true
        return trimmed(start..<end, in: source)
    }

    private func trimmed(_ range: Range<Int>, in source: Span<UInt8>) -> Range<Int> {
        trimsSpace ? range.trimmed(in: source) : range
    }
}

extension Range<Int> {
    /// Without spaces and tabs at both ends.
    func trimmed(in source: Span<UInt8>) -> Range<Int> {
        var lower = lowerBound
        var upper = upperBound
        while lower < upper, source[lower] == UInt8(ascii: " ") || source[lower] == UInt8(ascii: "\t") { lower &+= 1 }
        while lower < upper, source[upper - 1] == UInt8(ascii: " ") || source[upper - 1] == UInt8(ascii: "\t") {
            upper &-= 1
        }
        return lower..<upper
    }

    /// The first octet of that value.
    func firstIndex(of byte: UInt8, in source: Span<UInt8>) -> Int? {
        for index in self where source[index] == byte { return index }
        return nil
    }
}

extension Delimiter {
    /// As it stands between two parts.
    func written(in coding: TextCoding) -> [UInt8] {
        guard isReadEscaped, coding != .plain else { return [byte] }
        return Array((self == .pipe ? "%7C" : self == .tab ? "%09" : "%20").utf8)
    }
}
