import JSONCore

extension DescriptionReader {
    /// Of a media type, or of a part that is a multipart body itself.
    mutating func readEncodings(of owner: Element) -> Encodings {
        let named = object("encoding", of: owner)?.members.compactMap { name, element in
            readEncoding(element).map { (name, $0) }
        }
        guard version.family >= .v32 else { return Encodings(named: named ?? [], prefix: [], item: nil) }
        if let field = owner["encoding"], owner["prefixEncoding"] != nil || owner["itemEncoding"] != nil {
            report(
                .error, .badEncoding,
                "\"encoding\" goes by name, \"prefixEncoding\" and \"itemEncoding\" by position; they exclude each other.",
                at: field)
        }
        let prefix = array("prefixEncoding", of: owner)?.elements.compactMap { readEncoding($0) }
        return Encodings(
            named: named ?? [], prefix: prefix ?? [], item: owner["itemEncoding"].flatMap { readEncoding($0) })
    }

    private mutating func readEncoding(_ element: Element) -> Encoding? {
        guard let element = resolved(element), element.isObject else { return nil }
        checkFields(of: element, .encoding)
        let style = text("style", of: element)
        let explode = flag("explode", of: element)
        let isStyled = style != nil || explode != nil || element["allowReserved"] != nil
        return Encoding(
            contentType: text("contentType", of: element),
            style: isStyled ? queryStyle(style, explode, element) : nil, headers: readHeaders(of: element),
            nested: isNested(element) ? readEncodings(of: element) : nil, place: element.place)
    }

    private func isNested(_ encoding: Element) -> Bool {
        version.family >= .v32
            && ["encoding", "prefixEncoding", "itemEncoding"].contains { encoding[$0] != nil }
    }
}
