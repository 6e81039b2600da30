package import JSONCore
package import OpenAPIModel

/// Values of a schema to and from XML: to prove that nothing breaks the reading, and that what is written is read again.
package struct XMLCodec: Sendable {
    private let plan: XMLPlan

    /// Nil for a schema that says nothing of XML.
    package init?(schema: Place, in document: OpenAPIDocument) {
        guard let plan = XMLPlanner(SchemaShapes(document)).plan(for: schema) else { return nil }
        self.plan = plan
    }

    /// The value of a document; nil for one that the schema has no place for.
    package func value(of document: [UInt8], depth: Int) throws(XMLFault) -> JSON? {
        var decoder = XMLDecoder(plan, try XMLTree(document, charset: nil, depth: depth))
        let value = decoder.value()
        return decoder.faults.isEmpty ? value : nil
    }

    /// The document of a value; nil for one that has no form in XML.
    package func document(of value: JSON) -> [UInt8]? { try? XMLWriter.document(of: value, plan) }
}
