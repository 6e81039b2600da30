/// A path key of a description, parsed: `/Customers('{ID}')/Orders`.
///
/// The fragment of a key is dropped, its query becomes a constraint. Literals are kept percent-decoded, because they
/// are compared with decoded segments. Parameter names are opaque: whatever stands between the braces.
struct PathTemplate: Sendable, Hashable {
    /// The key without query and fragment.
    let path: String
    let segments: [PathSegment]
    let constraint: QueryConstraint
    /// One name for each capture, from left to right.
    let parameterNames: [String]

    /// - Parameter text: the mount and the path as the description writes it. A server variable in the mount
    ///   (`/{region}/v1`) is captured like any parameter.
    init(_ text: String) throws(PathTemplateError) {
        let key = Array(text.utf8)
        guard key.first == UInt8(ascii: "/") else { throw .init(kind: .noLeadingSlash, template: text) }
        let path = key.prefix(Self.end(of: key))
        var names: [String] = []
        var segments: [PathSegment] = []
        for part in Self.split(path).dropFirst() {
            segments.append(try PathSegment(part, of: text) { names.append($0) })
        }
        guard segments.count <= Self.maximumSegments else { throw .init(kind: .tooLong, template: text) }
        var seen: Set<[UInt8]> = []
        for name in names where !seen.insert(Array(name.utf8)).inserted {
            throw .init(kind: .repeatedParameter(name), template: text)
        }
        self.path = String(decoding: path, as: UTF8.self)
        self.segments = segments
        self.parameterNames = names
        let rest = key[path.endIndex...]
        self.constraint = QueryConstraint(rest.prefix { $0 != UInt8(ascii: "#") }.dropFirst())
    }

    /// Bounds the depth of the search (real paths have at most 12).
    static let maximumSegments = 256

    /// Where the query or the fragment begins: the first `?` or `#` outside braces.
    private static func end(of key: [UInt8]) -> Int {
        var isInside = false
        for (index, byte) in key.enumerated() {
            if byte == UInt8(ascii: "{") { isInside = true }
            if byte == UInt8(ascii: "}") { isInside = false }
            if !isInside, byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return index }
        }
        return key.count
    }

    /// Splits at the slashes that stand outside braces.
    private static func split(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var isInside = false
        return bytes.split(omittingEmptySubsequences: false) { byte in
            if byte == UInt8(ascii: "{") { isInside = true }
            if byte == UInt8(ascii: "}") { isInside = false }
            return !isInside && byte == UInt8(ascii: "/")
        }
    }
}

/// Why a path key cannot be routed.
struct PathTemplateError: Error, Hashable {
    enum Kind: Hashable {
        case noLeadingSlash, unbalancedBraces, emptyParameterName, adjacentParameters, tooLong
        case repeatedParameter(String)
    }

    let kind: Kind
    let template: String

    /// A full sentence.
    var message: String {
        switch kind {
        case .noLeadingSlash: "The path \"\(template)\" must begin with a slash."
        case .unbalancedBraces: "The path \"\(template)\" must close every brace that it opens."
        case .emptyParameterName: "The path \"\(template)\" has a parameter without a name."
        case .adjacentParameters:
            "The path \"\(template)\" has two parameters with nothing between them, so no path says where one ends."
        case .tooLong: "The path \"\(template)\" has more than \(PathTemplate.maximumSegments) segments."
        case .repeatedParameter(let name): "The path \"\(template)\" names the parameter \"\(name)\" twice."
        }
    }
}
