import JSONSchema

/// The path of a server, which is where its operations are mounted.
package enum ServerURL {
    /// With its variables' defaults put in, without the slash at the end; `"/"` when nothing is left.
    package static func path(of url: String, defaults: (String) -> String?) -> String {
        var path = URIReference(substituted(url, defaults)).path
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
        return path.utf8.first == UInt8(ascii: "/") ? path : "/" + path
    }

    private static func substituted(_ url: String, _ defaults: (String) -> String?) -> String {
        var text = ""
        var rest = Substring(url)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            text += rest[..<open]
            text += defaults(name) ?? "{" + name + "}"
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
