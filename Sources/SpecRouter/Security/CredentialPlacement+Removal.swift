extension CredentialPlacement {
    /// Takes the credential out of what is handed on. `query` keeps its `?` and every other octet as it came.
    package func remove(from fields: inout [HeaderField], query: inout [UInt8]) {
        switch self {
        case .header(let name): fields.removeAll { $0.name.equalsASCIIFolded(name) }
        case .authorization: fields.removeAll { $0.name.equalsASCIIFolded("authorization") }
        case .cookie(let name): Self.removeCookie(name, from: &fields)
        case .query(let name): query = QueryCredential.removing(name, from: query)
        case .clientCertificate: break
        }
    }

    private static func removeCookie(_ name: String, from fields: inout [HeaderField]) {
        for index in fields.indices where fields[index].name.equalsASCIIFolded("cookie") {
            let pairs = fields[index].value.utf8.split(separator: UInt8(ascii: ";"))
            let kept = pairs.filter { pair in
                let pair = pair.drop { $0 == UInt8(ascii: " ") }
                return !pair.prefix { $0 != UInt8(ascii: "=") }.elementsEqual(name.utf8)
            }
            guard kept.count < pairs.count else { continue }
            let texts = kept.map { String(Substring($0.drop { $0 == UInt8(ascii: " ") })) }
            fields[index].value = texts.joined(separator: "; ")
        }
        fields.removeAll { $0.value.isEmpty && $0.name.equalsASCIIFolded("cookie") }
    }
}

extension QueryCredential {
    /// Without the parameters of that name.
    fileprivate static func removing(_ name: [UInt8], from query: [UInt8]) -> [UInt8] {
        guard query.first == UInt8(ascii: "?") else { return query }
        let pairs = query.dropFirst().split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
        let kept = pairs.filter { pair in
            let label = Array(pair.prefix { $0 != UInt8(ascii: "=") })
            return !isName(name, label.span)
        }
        if kept.count == pairs.count { return query }
        let rest = Array(kept.joined(separator: [UInt8(ascii: "&")]))
        return rest.isEmpty ? [] : [UInt8(ascii: "?")] + rest
    }
}
