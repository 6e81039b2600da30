import JSONCore
package import OpenAPIModel

/// What `specrouter diff` prints as JSON.
package enum DescriptionDifference {
    package static func json(_ comparison: DescriptionComparison) -> String {
        var writer = JSONWriter(layout: .pretty)
        writer.beginObject()
        writer.key("breaking")
        writer.bool(comparison.isBreaking)
        writer.key("changes")
        writer.beginArray()
        for change in comparison.changes { write(change, to: &writer) }
        writer.endArray()
        writer.endObject()
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    private static func write(_ change: DescriptionChange, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("operation", change.operation)
        writer.member("kind", change.kind.rawValue)
        writer.key("breaking")
        writer.bool(change.isBreaking)
        writer.member("message", change.message)
        for (name, location) in [("before", change.before), ("after", change.after)] {
            guard let location else { continue }
            writer.key(name)
            writer.beginObject()
            writer.members(of: location)
            writer.endObject()
        }
        writer.endObject()
    }
}
