import FoundationEssentials

/// The last good copy of each fetched description on disk, next to what it is compared by.
struct SpecCache: Sendable {
    struct Copy: Sendable, Equatable {
        var bytes: [UInt8]
        var validators: Validators?
        /// When it was fetched, in seconds since 1970.
        var fetched: Int
    }

    let directory: String

    /// `$XDG_CACHE_HOME/specrouter`, else `~/.cache/specrouter`; nil when neither is known.
    static let standard: SpecCache? = {
        let environment = ProcessInfo.processInfo.environment
        if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
            return SpecCache(directory: cache + "/specrouter")
        }
        guard let home = environment["HOME"], !home.isEmpty else { return nil }
        return SpecCache(directory: home + "/.cache/specrouter")
    }()

    /// The copy of that address; nil when there is none or it cannot be read.
    func copy(of address: WebAddress) -> Copy? {
        guard let data = FileManager.default.contents(atPath: path(of: address)) else { return nil }
        return Self.parse(Array(data), of: address)
    }

    /// Replaces the copy at once or not at all. A cache that cannot be written is no reason to stop.
    func keep(_ copy: Copy, of address: WebAddress) {
        try? FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let text = Self.header(copy, of: address)
        let path = path(of: address)
        try? Data(Array(text.utf8) + copy.bytes).write(to: URL(filePath: path), options: .atomic)
        try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    private func path(of address: WebAddress) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in address.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return "\(directory)/\(address.origin.host)-\(String(hash, radix: 16)).spec"
    }

    // The format: lines of "name: value", an empty line, the description.

    private static func header(_ copy: Copy, of address: WebAddress) -> String {
        let lines = [
            ("address", address.text), ("fetched", "\(copy.fetched)"), ("url", copy.validators?.url),
            ("etag", copy.validators?.entityTag), ("last-modified", copy.validators?.lastModified),
        ]
        return lines.compactMap { name, value in value.map { "\(name): \($0)\n" } }.joined() + "\n"
    }

    private static func parse(_ bytes: [UInt8], of address: WebAddress) -> Copy? {
        guard let end = bytes.firstRange(of: [0x0a, 0x0a]) else { return nil }
        var values: [Substring: Substring] = [:]
        let header = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        for line in header.split(separator: "\n") {
            guard let colon = line.firstRange(of: ": ") else { return nil }
            values[line[..<colon.lowerBound]] = line[colon.upperBound...]
        }
        guard values["address"].map(String.init) == address.text, let fetched = values["fetched"].flatMap({ Int($0) })
        else { return nil }
        let validators = values["url"].map {
            Validators(
                url: String($0), entityTag: values["etag"].map(String.init),
                lastModified: values["last-modified"].map(String.init))
        }
        return Copy(bytes: Array(bytes[end.upperBound...]), validators: validators, fetched: fetched)
    }
}
