import JSONCore

/// The nodes that aliases may repeat, recorded as they pass. Costs nothing for documents without anchors.
struct YAMLAnchors {
    enum Step {
        case event(YAMLEvent, text: Range<Int>)
        case alias(Range<Int>)
    }

    private(set) var steps: [Step] = []
    private(set) var texts: [UInt8] = []
    private var finished: [String: Range<Int>] = [:]
    private var open: [(name: String, start: Int, depth: Int)] = []
    private var depth = 0

    var isRecording: Bool { !open.isEmpty }

    /// Records the event where it belongs to an anchored node.
    mutating func pass(_ event: YAMLEvent, _ text: Span<UInt8>) {
        guard isRecording || event.anchor != nil else { return }
        if let name = event.anchor {
            finished[name] = nil
            open.append((name, steps.count, depth))
        }
        let start = texts.count
        for index in text.indices { texts.append(text[index]) }
        steps.append(.event(event, text: start..<texts.count))
        switch event.kind {
        case .sequenceStart, .mappingStart: depth += 1
        case .sequenceEnd, .mappingEnd: depth -= 1
        default: break
        }
        finishNodes()
    }

    /// The steps of the node that an alias repeats.
    mutating func target(of alias: YAMLEvent) throws(SyntaxFault) -> Range<Int> {
        let name = alias.anchor ?? ""
        guard let range = finished[name] else {
            let isInside = open.contains { $0.name == name }
            let reason = isInside ? "stands inside the node that it repeats" : "repeats an anchor that is not defined"
            throw SyntaxFault(.syntax, "The alias \"*\(name)\" \(reason).", at: alias.position)
        }
        if isRecording { steps.append(.alias(range)) }
        return range
    }

    /// An anchor that was defined anew inside the node keeps its inner meaning, as it started later.
    private mutating func finishNodes() {
        while let last = open.last, last.depth == depth {
            if finished[last.name] == nil { finished[last.name] = last.start..<steps.count }
            open.removeLast()
        }
    }
}
