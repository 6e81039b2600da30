import FoundationEssentials

/// An http or https URL without credentials in it.
struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    /// Who answers: credentials go to one origin only (RFC 6454).
    struct Origin: Sendable, Hashable {
        var scheme: String
        var host: String
        var port: Int
    }

    let text: String
    let origin: Origin
    /// Without the query, which may hold what is not for every eye.
    let description: String

    /// Nil when the text is no absolute http or https URL, or has a user or a password in it.
    init?(_ text: String) {
        guard let components = URLComponents(string: text), let scheme = components.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = components.host, !host.isEmpty,
            components.user == nil, components.password == nil
        else { return nil }
        var shown = components
        shown.query = nil
        shown.fragment = nil
        var sent = components
        sent.fragment = nil
        guard let name = shown.string, let text = sent.string else { return nil }
        self.text = text
        description = name
        origin = Origin(
            scheme: scheme, host: host.lowercased(), port: components.port ?? (scheme == "https" ? 443 : 80))
    }

    /// Where a `Location` field points (RFC 9110, section 10.2.2).
    func resolving(_ reference: String) -> WebAddress? {
        guard let base = URL(string: text), let target = URL(string: reference, relativeTo: base) else { return nil }
        return WebAddress(target.absoluteString)
    }
}
