import JSONCore

/// Splits a multipart body into parts (RFC 2046, section 5.1.1), in whatever pieces it comes.
///
/// It does no I/O and keeps no content: events name ranges of the piece that was given. Strict where receivers disagree:
/// lines end with CR LF, a header is not folded, and nothing but white space follows a boundary on its line. What comes
/// before the first and after the final boundary is passed over. Linear in the body, whatever it holds: the delimiter
/// has its only CR in front, so after a mismatch nothing is looked at again.
package struct MultipartParser: Sendable {
    package enum Event: Sendable {
        /// A part begins; names of fields are as they were sent.
        case part([HeaderField])
        /// Octets of the current part, in the piece that was given.
        case content(Range<Int>)
        /// Octets of the current part that stood at the end of earlier pieces and looked like a delimiter: these of ``delimiter``.
        case withheld(Range<Int>)
        case endOfPart
    }

    private enum State: Sendable {
        case preamble
        /// Behind a delimiter, up to the end of its line.
        case delimiterEnd, padding, lineFeed
        /// Behind the first hyphen that may make the delimiter the final one.
        case hyphen
        case header, content
        /// Behind the final delimiter.
        case closing, closingLineFeed, epilogue
    }

    package let delimiter: [UInt8]
    private let limits: Limits
    private var state = State.preamble
    /// Octets of the delimiter that the last pieces ended with.
    private var matched = 2
    /// How many of those belong to no content: the end of the line before it, or the start of the body.
    private var borrowed = 2
    private var header: [UInt8] = []
    private var lineStart = 0
    private var fields: [HeaderField] = []
    private var partOctets = 0
    /// Of the pieces before the current one.
    private var consumed = 0
    /// Parts that have begun.
    package private(set) var parts = 0

    package init(_ boundary: MultipartBoundary, limits: Limits) {
        delimiter = boundary.delimiter
        self.limits = limits
    }

    /// The next event of `piece`; nil once all of it is read. Give the same piece until then.
    ///
    /// - Parameter position: where to go on in the piece: 0 for a new one.
    package mutating func next(
        in piece: Span<UInt8>, at position: inout Int
    ) throws(MultipartFault) -> Event? {
        guard piece.count <= limits.multipartBytes - consumed else { throw fault(.bodyTooLarge, position) }
        while position < piece.count {
            switch state {
            case .preamble:
                if case .delimiter = search(piece, &position) { state = .delimiterEnd }
            case .content:
                if let event = try content(piece, &position) { return event }
            case .header:
                if let fields = try header(piece, &position) { return .part(fields) }
            case .epilogue: position = piece.count
            case .delimiterEnd, .padding, .lineFeed, .hyphen, .closing, .closingLineFeed:
                state = try follow(piece[position], position)
                position &+= 1
            }
        }
        consumed += piece.count
        return nil
    }

    /// To be called at the end of the body.
    package func finish() throws(MultipartFault) {
        switch state {
        case .closing, .epilogue: break
        case .preamble: throw fault(.noDelimiter, 0)
        default: throw fault(.missingFinalDelimiter, 0)
        }
    }

    func fault(_ kind: MultipartFault.Kind, _ position: Int) -> MultipartFault {
        MultipartFault(kind, part: parts, offset: consumed + position)
    }
}

extension MultipartParser {
    /// What a delimiter's line goes on with.
    private mutating func follow(_ byte: UInt8, _ position: Int) throws(MultipartFault) -> State {
        switch (state, byte) {
        case (.delimiterEnd, UInt8(ascii: "-")): return .hyphen
        case (.hyphen, UInt8(ascii: "-")): return .closing
        case (.delimiterEnd, UInt8(ascii: "\r")), (.padding, UInt8(ascii: "\r")): return .lineFeed
        case (.delimiterEnd, UInt8(ascii: " ")), (.padding, UInt8(ascii: " ")),
            (.delimiterEnd, UInt8(ascii: "\t")), (.padding, UInt8(ascii: "\t")):
            return .padding
        case (.lineFeed, UInt8(ascii: "\n")): return try beginPart(position)
        case (.closing, UInt8(ascii: " ")), (.closing, UInt8(ascii: "\t")): return .closing
        case (.closing, UInt8(ascii: "\r")): return .closingLineFeed
        case (.closingLineFeed, UInt8(ascii: "\n")): return .epilogue
        case (_, UInt8(ascii: "\n")): throw fault(.bareLineFeed, position)
        default: throw fault(.malformedDelimiter, position)
        }
    }

    private mutating func beginPart(_ position: Int) throws(MultipartFault) -> State {
        parts += 1
        guard parts <= limits.parts else { throw fault(.tooManyParts, position) }
        header.removeAll(keepingCapacity: true)
        fields = []
        lineStart = 0
        partOctets = 0
        return .header
    }

    /// The part's fields, once its header has ended.
    private mutating func header(
        _ piece: Span<UInt8>, _ position: inout Int
    ) throws(MultipartFault) -> [HeaderField]? {
        var end = position
        while end < piece.count, piece[end] != UInt8(ascii: "\n") { end &+= 1 }
        let isLine = end < piece.count
        if isLine { end &+= 1 }
        guard end - position <= limits.partHeaderBytes - header.count else { throw fault(.headerTooLong, position) }
        header.append(piece.extracting(position..<end))
        position = end
        guard isLine else { return nil }
        let line = header[lineStart...].dropLast(2)
        guard header.count - lineStart > 1, header[header.count - 2] == UInt8(ascii: "\r") else {
            throw fault(.bareLineFeed, position)
        }
        lineStart = header.count
        guard line.isEmpty else {
            guard let field = PartHeader.field(line) else { throw fault(.malformedHeader, position) }
            fields.append(field)
            return nil
        }
        state = .content
        (matched, borrowed) = (2, 2)
        return fields
    }

    private mutating func content(
        _ piece: Span<UInt8>, _ position: inout Int
    ) throws(MultipartFault) -> Event? {
        let event: Event
        switch search(piece, &position) {
        case .delimiter:
            state = .delimiterEnd
            return .endOfPart
        case .none: return nil
        case .octets(let range):
            partOctets += range.count
            event = .content(range)
        case .withheld(let range):
            partOctets += range.count
            event = .withheld(range)
        }
        guard partOctets <= limits.partBytes else { throw fault(.partTooLarge, position) }
        return event
    }
}

extension MultipartParser {
    private enum Finding {
        case delimiter
        /// Octets before the next place that looks like a delimiter.
        case octets(Range<Int>)
        /// Octets of the delimiter that were none.
        case withheld(Range<Int>)
        /// The piece is read.
        case none
    }

    private mutating func search(_ piece: Span<UInt8>, _ position: inout Int) -> Finding {
        if matched > 0, let finding = resume(piece, &position) { return finding }
        let start = position
        var index = start
        while true {
            index = piece.nextLineEnd(from: index)
            let length = piece.length(of: delimiter, at: index)
            let isCut = index + length == piece.count
            guard length == delimiter.count || isCut else {
                index += length
                continue
            }
            if index > start {
                position = index
                return .octets(start..<index)
            }
            position = index + length
            if length == delimiter.count { return .delimiter }
            matched = length
            return .none
        }
    }

    /// Goes on with a delimiter of which the last piece had the beginning; nil when it was none and nothing was withheld.
    private mutating func resume(_ piece: Span<UInt8>, _ position: inout Int) -> Finding? {
        while matched < delimiter.count, position < piece.count, piece[position] == delimiter[matched] {
            matched += 1
            position += 1
        }
        if matched < delimiter.count, position == piece.count { return Finding.none }
        let found = borrowed..<matched
        (matched, borrowed) = (0, 0)
        if found.upperBound == delimiter.count { return .delimiter }
        return found.isEmpty ? nil : .withheld(found)
    }
}

extension Span<UInt8> {
    /// The first CR from `start` on that an LF or nothing follows; the end when there is none. Thirty-two octets at a time.
    fileprivate func nextLineEnd(from start: Int) -> Int {
        var index = start
        while index &+ 33 <= count {
            let found =
                octets(Self.carriageReturns, at: index) | octets(Self.carriageReturns, at: index &+ 8)
                | octets(Self.carriageReturns, at: index &+ 16) | octets(Self.carriageReturns, at: index &+ 24)
            if found != 0, let end = lineEnd(inBlockAt: index) { return end }
            index &+= 32
        }
        while index < count {
            if self[index] == UInt8(ascii: "\r"), index &+ 1 == count || self[index &+ 1] == UInt8(ascii: "\n") {
                return index
            }
            index &+= 1
        }
        return index
    }

    private func lineEnd(inBlockAt start: Int) -> Int? {
        var index = start
        while index < start &+ 32 {
            let found = octets(Self.carriageReturns, at: index) & octets(Self.lineFeeds, at: index &+ 1)
            if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
            index &+= 8
        }
        return nil
    }

    private static var carriageReturns: UInt64 { 0x0D0D_0D0D_0D0D_0D0D }
    private static var lineFeeds: UInt64 { 0x0A0A_0A0A_0A0A_0A0A }

    /// The top bit of each of eight octets that are those of `pattern`.
    @inline(__always)
    private func octets(_ pattern: UInt64, at index: Int) -> UInt64 {
        let word = word(at: index) ^ pattern
        return ~(((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | word | 0x7F7F_7F7F_7F7F_7F7F)
    }

    /// How many octets of `text` stand at `index`.
    fileprivate func length(of text: [UInt8], at index: Int) -> Int {
        let end = Swift.min(text.count, count &- index)
        var length = 0
        while length < end, self[index &+ length] == text[length] { length &+= 1 }
        return length
    }
}
