extension JSON {
    public enum Layout: Sendable, Hashable {
        case compact
        /// One member or element to a line, two spaces to a level.
        case pretty
    }

    /// The value as JSON text. Members keep their order, numbers their literals.
    public func serialized(layout: Layout = .compact) -> String {
        String(utf8: serializedBytes(layout: layout).span)
    }

    /// The value as JSON text in UTF-8.
    public func serializedBytes(layout: Layout = .compact) -> [UInt8] {
        var writer = JSONWriter(layout: layout)
        writer.value(self)
        return writer.finish()
    }
}
