public import JSONCore

extension OpenAPIDocument {
    /// The texts in which a description is handed out.
    public enum TextFormat: Sendable, Hashable {
        case json, yaml
    }

    /// The entry document as a client of this server should read it. See `servedDescription(mount:)`.
    public func served(mount: String, as format: TextFormat = .json) -> [UInt8] {
        let description = servedDescription(mount: mount)
        switch format {
        case .json: return description.serializedBytes(layout: .pretty)
        case .yaml: return YAMLWriter.text(of: description)
        }
    }

    /// The entry document with its servers replaced by `mount`, a path without a slash at its end.
    ///
    /// Servers of path items and operations keep the path of the first and lose its host. References to other documents
    /// stay as they are.
    public func servedDescription(mount: String) -> JSON {
        let root = Element(document: 0, json: sources[0].root)
        var copy = ServedCopy(mount: mount.isEmpty ? "/" : mount)
        return copy.description(root)
    }
}

/// Copies a description, replacing its servers.
private struct ServedCopy {
    let mount: String
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

    private mutating func pathItem(_ element: Element) {
        guard element.isObject else { return builder.append(element.json) }
        builder.beginObject()
        for (key, value) in element.members {
            switch key {
            case "servers": servers(path(of: value))
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
            if key == "servers" { servers(path(of: value)) } else { member(key, value) }
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
