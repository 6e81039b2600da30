import JSONCore

extension ResponsePlan {
    /// An answer that a node gave as JSON as it goes out: written as XML where the description declares, or the client
    /// prefers, that; else as it is.
    func written(
        _ response: consuming NodeResponse, for head: borrowing RequestHead
    ) throws(XMLWriter.Refusal) -> NodeResponse {
        guard hasXML, case .json(let value, _) = response.body, let content = entry(for: response.status.code)?.content
        else {
            return response
        }
        let current = response.contentType.flatMap { content.entry(forFieldValue: $0)?.index }
        guard let index = Self.xmlEntry(of: content, insteadOf: current, response.contentType, head),
            case .xml(let plan) = content[index].decoding
        else { return response }
        var written = response
        written.body = .json(value, try XMLWriter.document(of: value, plan))
        if index != current { written.contentType = content[index].range.mediaType?.description ?? "application/xml" }
        return written
    }

    /// Nil to leave the answer as it is.
    private static func xmlEntry(
        of content: [MediaPlan], insteadOf current: Int?, _ type: String?, _ head: borrowing RequestHead
    ) -> Int? {
        if let current, content[current].isXML { return current }
        guard let xml = content.firstIndex(where: \.isXML) else { return nil }
        guard current != nil, let type = type.flatMap({ MediaType($0) }) else { return xml }
        let fields = head.fields.lazy.filter { $0.name.equalsASCIIFolded("accept") }.map(\.value)
        let accept = AcceptHeader(fields)
        let other = content[xml].range.mediaType ?? MediaType(type: "application", subtype: "xml", parameters: [])
        return accept.quality(of: other) > accept.quality(of: type) ? xml : nil
    }
}

extension MediaPlan {
    var isXML: Bool { if case .xml = decoding { true } else { false } }
}

extension XMLWriter.Refusal {
    var fault: ResponseFault {
        ResponseFault(
            check: .enforce,
            message: "The body cannot be written as XML: the value at \"\(pointer.description)\" \(message).")
    }
}
