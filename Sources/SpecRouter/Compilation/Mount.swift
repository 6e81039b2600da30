package import OpenAPIModel

/// Where a description's paths begin (OpenAPI 3.2, section 4.6: Server Object).
///
/// The base path of an operation's first server, unless the gateway or the policy says otherwise; the host is ignored. A variable in the
/// path stands for each value of its enum, else for one segment. Webhooks have a mount of their own.
package enum Mount {
    package static func paths(of operation: Operation, in spec: SpecInput, _ rule: Policy.BasePath) -> [String] {
        if operation.isWebhook { return [normalized(spec.webhooks ?? "")] }
        if let mount = spec.mount { return [normalized(mount)] }
        if rule == .none { return [""] }
        return operation.servers.first.map(basePaths) ?? [""]
    }

    /// The description's own mount: where `/openapi.json` is.
    static func path(of spec: SpecInput, _ rule: Policy.BasePath) -> String {
        if let mount = spec.mount { return normalized(mount) }
        if rule == .none { return "" }
        return spec.document.servers.first.map { basePaths($0)[0] } ?? ""
    }

    private static func basePaths(_ server: Server) -> [String] {
        var url = server.url
        for variable in server.variables where url.hasPrefix("{\(variable.name)}") {
            url = variable.default + url.dropFirst(variable.name.count + 2)
        }
        let path = pathPart(of: url)
        return server.variables.reduce([path]) { paths, variable in
            paths.flatMap { expand(variable, in: $0) }
        }.map(normalized)
    }

    private static func expand(
        _ variable: (name: String, default: String, allowed: [String]?), in path: String
    ) -> [String] {
        let hole = "{\(variable.name)}"
        guard path.contains(hole), let allowed = variable.allowed, !allowed.isEmpty else { return [path] }
        return allowed.map { value in
            path.split(separator: hole, omittingEmptySubsequences: false).joined(separator: value)
        }
    }

    /// Without scheme, authority, query and fragment.
    private static func pathPart(of url: String) -> String {
        var rest = url[...]
        if let scheme = rest.range(ofText: "://") {
            rest = rest[scheme.upperBound...]
            rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
        } else if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
        }
        return String(rest.prefix { $0 != "?" && $0 != "#" })
    }

    private static func normalized(_ path: String) -> String {
        var path = path[...]
        while path.hasSuffix("/") { path = path.dropLast() }
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        if path.isEmpty || path == "." { return "" }
        return path.hasPrefix("/") ? String(path) : "/" + path
    }
}

extension Substring {
    fileprivate func range(ofText text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
