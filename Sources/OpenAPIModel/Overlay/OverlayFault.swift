import JSONCore

/// Why an action cannot be performed.
struct OverlayFault: Error {
    var code: Diagnostic.Code
    var message: String
    var hint: String?
    /// In the overlay.
    var place: Element

    init(_ code: Diagnostic.Code, _ message: String, hint: String? = nil, at place: Element) {
        self.code = code
        self.message = message
        self.hint = hint
        self.place = place
    }

    static func exhausted(at place: Element) -> OverlayFault {
        OverlayFault(
            .limitExceeded, "Finding what the paths select takes too long.",
            hint: "Write paths without \"..\" within filters.", at: place)
    }
}

/// How much an overlay may still add: all that it holds once, and beyond that no more than aliases may repeat.
struct OverlayRoom {
    private var values: Int
    private var octets: Int

    init(for overlay: Overlay, _ limits: ReadingLimits) {
        let root = overlay.document.root
        values = limits.aliasNodes + root.tape.next(after: root.index)
        octets = limits.maximumBytes
    }

    mutating func takes(_ value: JSON, times: Int) -> Bool {
        let range = value.index..<value.tape.next(after: value.index)
        let (added, overflows) = range.count.multipliedReportingOverflow(by: times)
        guard !overflows, added <= values else { return false }
        values -= added
        var length = 0
        for index in range {
            length += value.tape.withText(at: index) { $0.count } + value.tape.withLiteral(at: index) { $0.count }
        }
        octets -= length * times
        return octets >= 0
    }
}
