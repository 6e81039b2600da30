import JSONCore
import OpenAPIModel
import SpecRouter

/// Policy, lint, limits, server and registry.
extension ConfigurationReader {
    func policy(_ json: JSON) -> PolicyChanges {
        var policy = PolicyChanges()
        for choice in PolicyChoice.all {
            guard let word = json.value(at: choice.configurationPointer)?.string else { continue }
            // A word that the choice does not have is the schema's to report.
            _ = policy.set(choice, to: word)
        }
        return policy
    }

    /// By the codes of the rules.
    func lint(_ json: JSON) -> [Diagnostic.Code: LintLevel] {
        var levels: [Diagnostic.Code: LintLevel] = [:]
        for (rule, level) in json.members { levels[Diagnostic.Code(rawValue: rule)] = choice(level) }
        return levels
    }

    enum LimitsKey: String, CaseIterable {
        case head, headerFields, body, stream, multipart, parts, partHeader, part, decompression, fileMemory, jsonDepth
        case connections, connectionsPerAddress, waiting, concurrentStreams, streamResets
        case handshakeTimeout, headTimeout, bodyTimeout, idleTimeout, nodeTimeout, drainTimeout, drainDelay
        case violations, description
    }

    func limits(_ json: JSON) -> Limits {
        var limits = Limits()
        for (key, value) in members(of: json, as: LimitsKey.self) {
            switch key {
            case .head: limits.headBytes ?= Quantity.octets(value)
            case .headerFields: limits.headerFields ?= value.int
            case .body: limits.bodyBytes ?= Quantity.octets(value)
            case .stream: limits.streamBytes ?= Quantity.octets(value)
            case .multipart: limits.multipartBytes ?= Quantity.octets(value)
            case .parts: limits.parts ?= value.int
            case .partHeader: limits.partHeaderBytes ?= Quantity.octets(value)
            case .part: limits.partBytes ?= Quantity.octets(value)
            case .decompression: limits.decompressionRatio ?= value.int
            case .fileMemory: limits.fileMemoryBytes ?= Quantity.octets(value)
            case .jsonDepth: limits.jsonDepth ?= value.int
            case .connections: limits.connections ?= value.int
            case .connectionsPerAddress: limits.connectionsPerAddress ?= value.int
            case .waiting: limits.waitingRequests ?= value.int
            case .concurrentStreams: limits.concurrentStreams ?= value.int
            case .streamResets: limits.streamResets ?= value.int
            case .handshakeTimeout: limits.handshakeTimeout ?= Quantity.duration(value)
            case .headTimeout: limits.headTimeout ?= Quantity.duration(value)
            case .bodyTimeout: limits.bodyTimeout ?= Quantity.duration(value)
            case .idleTimeout: limits.idleTimeout ?= Quantity.duration(value)
            case .nodeTimeout: limits.nodeTimeout ?= Quantity.duration(value)
            case .drainTimeout: limits.drainTimeout ?= Quantity.duration(value)
            case .drainDelay: limits.drainDelay ?= Quantity.duration(value)
            case .violations: limits.violations ?= value.int
            case .description: limits.descriptionBytes ?= Quantity.octets(value)
            }
        }
        return limits
    }

    enum ServerKey: String, CaseIterable {
        case host, port, threads, accessLog, sharesPort, tls, http2, admin, temporaryDirectory
        case trustedProxies, forwarded, proxyProtocol, compression
    }

    mutating func server(_ json: JSON) -> ServerConfiguration {
        var server = ServerConfiguration()
        for (key, value) in members(of: json, as: ServerKey.self) {
            switch key {
            case .host: server.host ?= value.string
            case .port: server.port ?= value.int
            case .threads: server.threads ?= value.int
            case .accessLog: server.accessLog ?= choice(value)
            case .sharesPort: server.sharesPort ?= value.bool
            case .tls: server.tls = tls(value)
            case .http2: server.http2 ?= choice(value)
            case .admin: server.admin = admin(value)
            case .trustedProxies: server.trustedProxies = value.elements.compactMap { addressRange($0) }
            case .forwarded: server.forwarded ?= choice(value)
            case .proxyProtocol: server.proxyProtocol ?= choice(value)
            case .compression: server.compression = compression(value)
            case .temporaryDirectory:
                server.temporaryDirectory ?= value.string.map { SourceReference.path($0, in: directory) }
            }
        }
        return server
    }

    enum TLSKey: String, CaseIterable {
        case certificate, key, passphraseEnvironment, passphraseFile, minimumVersion, clients
    }

    private func tls(_ json: JSON) -> TLSSettings {
        var tls = TLSSettings(certificate: "", key: "")
        for (key, value) in members(of: json, as: TLSKey.self) {
            let text = value.string ?? ""
            let path = SourceReference.path(text, in: directory)
            switch key {
            case .certificate: tls.certificate = path
            case .key: tls.key = path
            case .passphraseEnvironment: tls.passphrase = .environment(text)
            case .passphraseFile: tls.passphrase = .file(path)
            case .minimumVersion: tls.minimumVersion ?= choice(value)
            case .clients: tls.clients = clients(value)
            }
        }
        return tls
    }

    enum CompressionKey: String, CaseIterable {
        case minimum, types
    }

    private func compression(_ json: JSON) -> ResponseCompression {
        var compression = ResponseCompression()
        for (key, value) in members(of: json, as: CompressionKey.self) {
            switch key {
            case .minimum: compression.minimum ?= Quantity.octets(value)
            case .types: compression.types = value.elements.compactMap(\.string)
            }
        }
        return compression
    }

    private mutating func addressRange(_ json: JSON) -> AddressRange? {
        guard let text = json.string else { return nil }
        if let range = AddressRange(text) { return range }
        report(
            .badValue, json, "must be an address or a range of addresses",
            hint: "As 10.0.0.0/8, fd00::/8 and 192.0.2.7 are, without bits behind the prefix.")
        return nil
    }

    enum ClientsKey: String, CaseIterable {
        case authorities, verify
    }

    private func clients(_ json: JSON) -> TLSSettings.Clients {
        var clients = TLSSettings.Clients(authorities: "")
        for (key, value) in members(of: json, as: ClientsKey.self) {
            switch key {
            case .authorities: clients.authorities = SourceReference.path(value.string ?? "", in: directory)
            case .verify: clients.verify ?= choice(value)
            }
        }
        return clients
    }

    enum AdminKey: String, CaseIterable {
        case host, port
    }

    private func admin(_ json: JSON) -> AdminAddress {
        var address = AdminAddress(port: 0)
        for (key, value) in members(of: json, as: AdminKey.self) {
            switch key {
            case .host: address.host ?= value.string
            case .port: address.port ?= value.int
            }
        }
        return address
    }

    enum RegistryKey: String, CaseIterable {
        case url, header, urlTemplate, keyFile
    }

    func registry(_ json: JSON) -> RegistryConfiguration {
        var registry = RegistryConfiguration()
        for (key, value) in members(of: json, as: RegistryKey.self) {
            switch key {
            case .url: registry.url = value.string
            case .header: registry.header ?= value.string
            case .urlTemplate: registry.template ?= value.string
            case .keyFile: registry.keyFile = value.string.map { SourceReference.path($0, in: directory) }
            }
        }
        return registry
    }
}

extension PolicyChoice {
    /// Where it stands below `policy`.
    var configurationPointer: JSONPointer { JSONPointer(tokens: name.split(separator: ".").map(String.init)) }
}
