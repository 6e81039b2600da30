import CLibYAML

/// One step of libyaml's parser. The text of scalars travels beside it.
struct YAMLEvent {
    enum Kind {
        case documentStart, alias, scalar, sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }

    enum Tag {
        case absent
        case string
        /// One of the core schema's other scalar tags.
        case core
        case unknown
    }

    var kind: Kind
    var position: SourcePosition
    /// Of the node; of an alias, the name that it refers to.
    var anchor: String?
    var tag = Tag.absent
    /// Whether a scalar was written without quotes and not as a block.
    var isPlain = false
}

/// Line and column, both from 1, columns in code points.
struct SourcePosition: Hashable {
    var line: Int
    var column: Int

    /// As `TapeBuilder` takes it.
    var packed: UInt64 { UInt64(truncatingIfNeeded: line) << 32 | UInt64(UInt32(truncatingIfNeeded: column)) }
}

/// Drives libyaml over a text in memory. The only file that knows libyaml.
///
/// libyaml owns what its events point to until the event is deleted: the span that `body` gets is valid during the
/// call only, as the type says. Parser and event are released on every path.
enum YAMLEventStream {
    /// Calls `body` with every event but those of the stream, until the end or the first error.
    static func read(
        _ bytes: [UInt8], _ body: (YAMLEvent, Span<UInt8>) throws(SyntaxFault) -> Void
    ) throws(SyntaxFault) {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else {
            throw SyntaxFault(.limitExceeded, "There is not enough memory to read the document.", at: .start)
        }
        defer { yaml_parser_delete(parser) }
        let result: Result<Void, SyntaxFault> = bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
            return Result { () throws(SyntaxFault) in try drain(parser, bytes, body) }
        }
        try result.get()
    }

    private static func drain(
        _ parser: UnsafeMutablePointer<yaml_parser_t>, _ bytes: [UInt8],
        _ body: (YAMLEvent, Span<UInt8>) throws(SyntaxFault) -> Void
    ) throws(SyntaxFault) {
        var raw = yaml_event_t()
        while true {
            guard yaml_parser_parse(parser, &raw) == 1 else { throw fault(parser.pointee, bytes) }
            defer { yaml_event_delete(&raw) }
            if raw.type == YAML_STREAM_END_EVENT || raw.type == YAML_NO_EVENT { return }
            guard let event = YAMLEvent(raw) else { continue }
            guard raw.type == YAML_SCALAR_EVENT else {
                try body(event, Span())
                continue
            }
            let scalar = raw.data.scalar
            try body(event, Span(_unsafeStart: scalar.value, count: scalar.length))
        }
    }

    private static func fault(_ parser: yaml_parser_t, _ bytes: [UInt8]) -> SyntaxFault {
        let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be understood here"
        switch parser.error {
        case YAML_READER_ERROR:
            let position = SourcePosition(of: parser.problem_offset, in: bytes)
            return SyntaxFault(.syntax, "The text cannot be read as UTF-8: \(problem).", at: position)
        case YAML_MEMORY_ERROR:
            return SyntaxFault(.limitExceeded, "There is not enough memory to read the document.", at: .start)
        default:
            let context = parser.context.map { ", " + String(cString: $0) } ?? ""
            let phrase = problem == badStart ? "nothing can start with this character" : problem + context
            let position = SourcePosition(parser.problem_mark)
            return SyntaxFault(
                .syntax, "This is not well-formed YAML: \(phrase).", hint: hint(problem), at: position)
        }
    }
}

extension YAMLEventStream {
    /// What libyaml says of a tab, and of reserved characters.
    private static let badStart = "found character that cannot start any token"

    private static func hint(_ problem: String) -> String? {
        switch problem {
        case badStart:
            "Indent with blanks, not with tabs, and put texts that start with a special character in quotes."
        case "mapping values are not allowed in this context":
            "Put texts that contain a colon and a blank in quotes, and check the indentation."
        default: nil
        }
    }
}

extension YAMLEvent {
    /// Nil for the events that carry nothing: the stream's and the end of a document.
    fileprivate init?(_ raw: yaml_event_t) {
        let position = SourcePosition(raw.start_mark)
        switch raw.type {
        case YAML_DOCUMENT_START_EVENT: self.init(kind: .documentStart, position: position)
        case YAML_SEQUENCE_END_EVENT: self.init(kind: .sequenceEnd, position: position)
        case YAML_MAPPING_END_EVENT: self.init(kind: .mappingEnd, position: position)
        case YAML_ALIAS_EVENT:
            self.init(kind: .alias, position: position, anchor: Self.text(raw.data.alias.anchor))
        case YAML_SEQUENCE_START_EVENT:
            self.init(kind: .sequenceStart, position: position, anchor: Self.text(raw.data.sequence_start.anchor))
        case YAML_MAPPING_START_EVENT:
            self.init(kind: .mappingStart, position: position, anchor: Self.text(raw.data.mapping_start.anchor))
        case YAML_SCALAR_EVENT:
            let scalar = raw.data.scalar
            self.init(kind: .scalar, position: position, anchor: Self.text(scalar.anchor))
            isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
            if let name = Self.text(scalar.tag) { tag = Tag(name) }
        default: return nil
        }
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}

extension YAMLEvent.Tag {
    fileprivate init(_ name: String) {
        switch name {
        case "tag:yaml.org,2002:str", "!": self = .string
        case "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float":
            self = .core
        default: self = .unknown
        }
    }
}

extension SourcePosition {
    static let start = SourcePosition(line: 1, column: 1)

    fileprivate init(_ mark: yaml_mark_t) {
        self.init(line: Int(clamping: mark.line) &+ 1, column: Int(clamping: mark.column) &+ 1)
    }

    /// Linear in the offset.
    init(of offset: Int, in bytes: [UInt8]) {
        self = .start
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }
}
