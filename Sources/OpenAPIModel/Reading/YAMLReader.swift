import JSONCore

/// Builds the tape of one YAML document from libyaml's events.
struct YAMLReader {
    private let limits: ReadingLimits
    private var builder = TapeBuilder()
    private var anchors = YAMLAnchors()
    private var open: [Container] = []
    private var documents = 0
    private var repeatedNodes = 0
    private var repeatedBytes = 0

    private enum Container {
        case sequence, mappingBeforeKey, mappingBeforeValue
    }

    /// Keys that an object has twice are kept, and marked on the tape.
    static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(SyntaxFault) -> JSON {
        var reader = YAMLReader(limits: limits)
        try YAMLEventStream.read(bytes) { (event, text) throws(SyntaxFault) in try reader.take(event, text) }
        guard reader.documents > 0 else {
            throw SyntaxFault(.syntax, "The document is empty.", at: .start)
        }
        return reader.builder.finish()
    }

    private init(limits: ReadingLimits) {
        self.limits = limits
    }

    private mutating func take(_ event: YAMLEvent, _ text: Span<UInt8>) throws(SyntaxFault) {
        switch event.kind {
        case .documentStart:
            documents += 1
            guard documents == 1 else {
                throw SyntaxFault(
                    .syntax, "A second YAML document starts here; a file must hold one.",
                    hint: "Remove the line \"---\" and what follows it.", at: event.position)
            }
        case .alias:
            try replay(try anchors.target(of: event), for: event)
        default:
            anchors.pass(event, text)
            try emit(event, text)
        }
    }

    /// Bounded by the limits on repeated nodes and, as each nested alias stands in a container of its own, on depth.
    private mutating func replay(_ range: Range<Int>, for alias: YAMLEvent) throws(SyntaxFault) {
        let steps = anchors.steps
        let texts = anchors.texts
        for step in steps[range] {
            switch step {
            case .alias(let inner): try replay(inner, for: alias)
            case .event(let event, let text):
                repeatedNodes += 1
                repeatedBytes += text.count
                guard repeatedNodes <= limits.aliasNodes, repeatedBytes <= limits.maximumBytes else {
                    throw SyntaxFault(
                        .limitExceeded, "The document's aliases repeat more than \(limits.aliasNodes) nodes.",
                        hint: "Use \"$ref\" where the same part is needed in many places.", at: alias.position)
                }
                try emit(event, texts.span.extracting(text))
            }
        }
    }

    private mutating func emit(_ event: YAMLEvent, _ text: Span<UInt8>) throws(SyntaxFault) {
        switch event.kind {
        case .sequenceEnd:
            builder.endArray()
            open.removeLast()
            return
        case .mappingEnd:
            builder.endObject()
            open.removeLast()
            return
        default: builder.position(event.position.packed)
        }
        guard try !isKey(event, text) else { return }
        switch event.kind {
        case .sequenceStart:
            try enter(.sequence, event)
            builder.beginArray()
        case .mappingStart:
            try enter(.mappingBeforeKey, event)
            builder.beginObject()
        default: scalar(event, text)
        }
    }

    /// Adds the key, where one is due; notes the value, where that is due.
    private mutating func isKey(_ event: YAMLEvent, _ text: Span<UInt8>) throws(SyntaxFault) -> Bool {
        switch open.last {
        case .mappingBeforeKey:
            guard event.kind == .scalar else {
                throw SyntaxFault(.syntax, "A key must be a text, not a list or a mapping.", at: event.position)
            }
            builder.key(text)
            open[open.count - 1] = .mappingBeforeValue
            return true
        case .mappingBeforeValue:
            open[open.count - 1] = .mappingBeforeKey
            return false
        default: return false
        }
    }

    private mutating func enter(_ container: Container, _ event: YAMLEvent) throws(SyntaxFault) {
        guard open.count < limits.maximumDepth else {
            let message = "Lists and mappings are nested more than \(limits.maximumDepth) levels deep."
            throw SyntaxFault(.limitExceeded, message, at: event.position)
        }
        open.append(container)
    }

    private mutating func scalar(_ event: YAMLEvent, _ text: Span<UInt8>) {
        guard event.tag != .string, event.isPlain || event.tag == .core else { return builder.string(text) }
        switch YAMLScalar(text) {
        case .string: builder.string(text)
        case .null: builder.null()
        case .bool(let value): builder.bool(value)
        case .number: if !builder.number(literal: text) { builder.string(text) }
        case .converted(let literal): if !builder.number(literal: literal) { builder.string(text) }
        }
    }
}
