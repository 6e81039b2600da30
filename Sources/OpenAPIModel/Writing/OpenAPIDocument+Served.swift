public import JSONCore

extension OpenAPIDocument {
    /// The texts in which a description is handed out.
    public enum TextFormat: Sendable, Hashable {
        case json, yaml
    }

    /// What becomes of the servers that path items and operations have of their own.
    public enum OwnServers: Sendable, Hashable {
        /// Each keeps the path of its first server and loses the host: where the operation is mounted too.
        case keepPaths
        /// They go, since everything is under one mount.
        case remove
    }

    /// The entry document as a client of this server should read it; see `servedDescription`.
    public func served(
        mount: String, ownServers: OwnServers = .keepPaths, as format: TextFormat = .json
    ) -> [UInt8] {
        let description = servedDescription(mount: mount, ownServers: ownServers)
        switch format {
        case .json: return description.serializedBytes(layout: .pretty)
        case .yaml: return YAMLWriter.text(of: description)
        }
    }

    /// The entry document with its servers replaced by `mount`, a path without a slash at its end.
    ///
    /// References to other documents stay as they are.
    public func servedDescription(mount: String, ownServers: OwnServers = .keepPaths) -> JSON {
        let root = Element(document: 0, json: sources[0].root)
        var copy = ServedCopy(mount: mount.isEmpty ? "/" : mount, ownServers: ownServers)
        return version.family == .v20 ? copy.swagger(root) : copy.description(root)
    }
}

/// Copies a description, replacing its servers.
private struct ServedCopy {
    let mount: String
    let ownServers: OpenAPIDocument.OwnServers
    var builder = TapeBuilder()

    mutating func description(_ root: Element) -> JSON {
        let hasServers = root["servers"] != nil
        builder.beginObject()
        for (key, value) in root.members {
            switch key {
            case "servers": servers(mount)
            case "paths" where value.isObject: copyMembers(of: value) { $0.pathItem($1) }
            default: member(key, value)
            }
            if key == "info" && !hasServers { servers(mount) }
        }
        builder.endObject()
        let result = builder
        builder = TapeBuilder()
        return result.finish()
    }

    /// Without `host` and `schemes`, which are then those that the description was fetched from.
    mutating func swagger(_ root: Element) -> JSON {
        builder.beginObject()
        for (key, value) in root.members where !["host", "schemes", "basePath"].contains(key) {
            member(key, value)
            guard key == "info" else { continue }
            builder.key("basePath")
            builder.string(mount)
        }
        builder.endObject()
        let result = builder
        builder = TapeBuilder()
        return result.finish()
    }

    private mutating func pathItem(_ element: Element) {
        guard element.isObject else { return builder.append(element.json) }
        builder.beginObject()
        for (key, value) in element.members {
            switch key {
            case "servers": own(value)
            case "get", "put", "post", "delete", "options", "head", "patch", "trace", "query":
                builder.key(key)
                operation(value)
            default: member(key, value)
            }
        }
        builder.endObject()
    }

    private mutating func operation(_ element: Element) {
        guard element.isObject else { return builder.append(element.json) }
        builder.beginObject()
        for (key, value) in element.members {
            if key == "servers" { own(value) } else { member(key, value) }
        }
        builder.endObject()
    }

    private mutating func copyMembers(of element: Element, _ copy: (inout ServedCopy, Element) -> Void) {
        builder.key("paths")
        builder.beginObject()
        for (key, value) in element.members {
            builder.key(key)
            copy(&self, value)
        }
        builder.endObject()
    }

    private mutating func member(_ key: String, _ value: Element) {
        builder.key(key)
        builder.append(value.json)
    }

    private mutating func own(_ list: Element) {
        if ownServers == .keepPaths { servers(path(of: list)) }
    }

    private mutating func servers(_ url: String) {
        builder.key("servers")
        builder.beginArray()
        builder.beginObject()
        builder.key("url")
        builder.string(url)
        builder.endObject()
        builder.endArray()
    }

    private func path(of servers: Element) -> String {
        guard let server = servers.elements.first(where: { _ in true }), let url = server["url"]?.json.string else {
            return mount
        }
        return ServerURL.path(of: url, defaults: { name in server["variables"]?[name]?["default"]?.json.plainText })
    }
}
