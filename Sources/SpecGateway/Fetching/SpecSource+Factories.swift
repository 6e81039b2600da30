import FoundationEssentials
public import OpenAPIModel
public import SpecRouter

extension SpecSource where Self == FileSource {
    /// A file, with the files that it refers to; read again when any of them changes.
    public static func file(
        _ path: String, overlays: [OverlaySource] = [], poll: Duration = .seconds(1)
    ) -> FileSource {
        FileSource(path, overlays: overlays, poll: poll)
    }
}

extension SpecSource where Self == RemoteSource {
    /// An http or https URL. Redirects are followed, at most five.
    public static func url(
        _ url: String, overlays: [OverlaySource] = [], poll: Duration = .seconds(60)
    ) -> RemoteSource {
        guard let address = WebAddress(url) else {
            return RemoteSource(name: "the URL", target: .fault(.badAddress("The URL of a description")), poll: poll)
        }
        var source = RemoteSource(name: address.description, target: .address(address, nil), poll: poll)
        source.overlays = overlays
        return source
    }

    /// A description in an IgniteConnex registry, by the id of its spec resource.
    ///
    /// The key goes to the registry alone, in the field `header`. `template` says where a description is:
    /// `{registry}` and `{id}` stand for what was given.
    public static func igniteConnex(
        apiKey: Secret?, specID: String, registry: String, header: String = "x-api-key",
        template: String = "{registry}/specs/{id}", poll: Duration = .seconds(60)
    ) -> RemoteSource {
        let name = "igniteconnex:\(specID)"
        func source(_ target: RemoteSource.Target) -> RemoteSource {
            RemoteSource(name: name, target: target, poll: poll)
        }
        guard let apiKey, apiKey.isSendable else { return source(.fault(.noKey(name))) }
        let base = registry.hasSuffix("/") ? String(registry.dropLast()) : registry
        let id = percentEncoded(specID)
        let url = template.replacing("{registry}", with: base).replacing("{id}", with: id)
        guard !id.isEmpty, let address = WebAddress(url) else {
            return source(.fault(.badAddress("The registry's URL for \"\(name)\"")))
        }
        return source(.address(address, HeaderCredential(field: header, secret: apiKey)))
    }
}

/// As one segment of a path: what is not unreserved (RFC 3986, section 2.3) is encoded.
private func percentEncoded(_ segment: String) -> String {
    segment.utf8.map { byte in
        let scalar = Unicode.Scalar(byte)
        let isUnreserved =
            scalar.properties.isAlphabetic && scalar.isASCII || "0123456789-._~".unicodeScalars.contains(scalar)
        return isUnreserved ? String(scalar) : (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }.joined()
}

extension Diagnostic {
    fileprivate static func badAddress(_ subject: String) -> Diagnostic {
        Diagnostic(
            .error, .unreadableSource, "\(subject) is not an http or https URL without a user name in it.",
            hint: "Write it as https://host/path.")
    }

    fileprivate static func noKey(_ name: String) -> Diagnostic {
        Diagnostic(
            .error, .unreadableSource, "There is no API key to read \"\(name)\" with.",
            hint: "Set the environment variable IGNITECONNEX_API_KEY, or name a file that holds the key.")
    }
}

extension Secret {
    /// The value of an environment variable; nil when it is not set or empty.
    public static func environment(_ variable: String) -> Secret? {
        guard let text = ProcessInfo.processInfo.environment[variable], !text.isEmpty else { return nil }
        return Secret(text)
    }

    /// The content of a file without its last line end; nil when it cannot be read or is empty.
    public static func file(_ path: String) -> Secret? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        var text = Substring(String(decoding: data, as: UTF8.self))
        if text.last?.isNewline == true { text = text.dropLast() }
        return text.isEmpty ? nil : Secret(String(text))
    }

    /// Whether it can be the value of a header field.
    fileprivate var isSendable: Bool {
        !revealed.isEmpty && revealed.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f }
    }
}
