import JSONCore

extension SourceDocument {
    /// The document as text, with its overlays applied: YAML where it was YAML, else JSON, on one line where it was on
    /// one. Comments are not kept. Ends without a line end.
    public func serialized() -> String {
        let shape = text.drop { $0 <= 0x20 || $0 >= 0x80 }
        guard shape.first == UInt8(ascii: "{") || shape.first == UInt8(ascii: "[") else {
            return String(decoding: YAMLWriter.text(of: root).dropLast(), as: UTF8.self)
        }
        let lines = shape.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
        return root.serialized(layout: lines.count > 1 ? .pretty : .compact)
    }
}
