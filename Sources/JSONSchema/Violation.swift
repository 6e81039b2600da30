public import JSONCore

/// One broken keyword: which, where in the instance, where in the schema.
public struct Violation: Sendable, Hashable {
    public var keyword: String
    public var instance: JSONPointer
    public var schema: SchemaLocation
    /// What was expected, as a phrase whose subject is the instance: "must be at least 1". Never the instance's own value.
    public var message: String

    public init(keyword: String, instance: JSONPointer, schema: SchemaLocation, message: String) {
        self.keyword = keyword
        self.instance = instance
        self.schema = schema
        self.message = message
    }
}
