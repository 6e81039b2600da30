import FoundationEssentials
import HTTPTypes
import JSONCore
import OpenAPIModel
import SpecRouter

/// Turns a configuration that met its schema into values. What the schema cannot say is found here.
struct ConfigurationReader {
    let name: String
    let directory: String
    private(set) var diagnostics: [Diagnostic] = []

    init(name: String, directory: String) {
        self.name = name
        self.directory = directory
    }

    mutating func configuration(_ json: JSON) -> GatewayConfiguration {
        var configuration = GatewayConfiguration()
        configuration.nodes = nodes(json["nodes"])
        configuration.fallback = choice(json["fallback"]) ?? .none
        configuration.security = security(json["security"])
        configuration.policy = policy(json["policy"]).applied(to: Policy())
        configuration.registry = registry(json["registry"])
        configuration.limits = limits(json["limits"])
        configuration.server = server(json["server"])
        for element in json["specs"]?.elements.map({ $0 }) ?? [] { configuration.specs.append(spec(element)) }
        return configuration
    }

    private mutating func spec(_ json: JSON) -> GatewayConfiguration.Spec {
        var spec = GatewayConfiguration.Spec(
            SourceReference(json["source"]?.string ?? "", relativeTo: directory))
        spec.name = json["name"]?.string
        spec.mount = json["mount"]?.string
        spec.poll = duration(json["poll"])
        spec.nodes = nodes(json["nodes"])
        spec.fallback = choice(json["fallback"])
        spec.security = security(json["security"])
        spec.policy = policy(json["policy"])
        return spec
    }

    private mutating func fault(_ json: JSON, _ message: String, hint: String? = nil) {
        let position = json.tape.position(of: json.index)
        let location = position.map { SourceLocation(file: name, line: $0.line, column: $0.column) }
        diagnostics.append(
            Diagnostic(.error, .badConfiguration, message, hint: hint, location: location, pointer: json.pointer))
    }

    // MARK: Nodes

    private mutating func nodes(_ json: JSON?) -> [String: ConfiguredNode] {
        var nodes: [String: ConfiguredNode] = [:]
        for member in json.map({ Array($0.members) }) ?? [] { nodes[member.key] = node(member.value) }
        return nodes
    }

    private mutating func node(_ json: JSON) -> ConfiguredNode {
        let use = json["use"]?.string
        if use == "respond" { return .respond(response(json)) }
        for (key, value) in json.memberKeys where !key.textEquals("use") {
            fault(value, "\"\(key.string ?? "")\" is only for a node with \"use: respond\".")
        }
        return use == "echo" ? .echo : .mock
    }

    private mutating func response(_ json: JSON) -> NodeResponse {
        var fields = HTTPFields()
        for (key, value) in json["headers"].map({ Array($0.members) }) ?? [] {
            guard let name = HTTPField.Name(key) else {
                fault(value, "\"\(key)\" is no name of a header field.")
                continue
            }
            fields.append(HTTPField(name: name, value: value.string ?? ""))
        }
        let status = HTTPResponse.Status(code: json["status"]?.int ?? 200)
        let type = json["contentType"]?.string
        if let text = json["text"] {
            if json["json"] != nil { fault(text, "A node has either \"json\" or \"text\", not both.") }
            return .bytes(
                Array((text.string ?? "").utf8), contentType: type ?? "text/plain; charset=utf-8", status: status,
                headerFields: fields)
        }
        guard let value = json["json"] else { return NodeResponse(status: status, headerFields: fields) }
        return NodeResponse(
            status: status, headerFields: fields, contentType: type ?? "application/json", body: .json(value))
    }

    // MARK: Security

    private mutating func security(_ json: JSON?) -> [String: CredentialVerifier] {
        var verifiers: [String: CredentialVerifier] = [:]
        for member in json.map({ Array($0.members) }) ?? [] { verifiers[member.key] = verifier(member.value) }
        return verifiers
    }

    private mutating func verifier(_ json: JSON) -> CredentialVerifier? {
        if let keys = json["keys"] { return .apiKeys(keyStore(keys)) }
        if let tokens = json["tokens"] { return .bearer(keyStore(tokens)) }
        if let users = json["users"] { return .basic(userStore(users)) }
        if let variable = json["keysFrom"]?.string { return .apiKeys(.environment(variable)) }
        if let variable = json["tokensFrom"]?.string { return .bearer(.environment(variable)) }
        if let variable = json["usersFrom"]?.string { return .basic(.environment(variable)) }
        return .acceptAny
    }

    private mutating func keyStore(_ json: JSON) -> KeyStore {
        var entries: [KeyStore.Entry] = []
        for key in json.elements {
            guard let hash = SecretHash(hex: key["sha256"]?.string ?? "") else {
                fault(key, "\"sha256\" is not a hash as \"specrouter hash-key\" prints it.")
                continue
            }
            entries.append(
                KeyStore.Entry(
                    name: key["name"]?.string ?? "", sha256: hash, expires: expiry(key["expires"]),
                    scopes: scopes(key["scopes"])))
        }
        return KeyStore(entries)
    }

    private mutating func userStore(_ json: JSON) -> UserStore {
        var users: [UserStore.User] = []
        for user in json.elements {
            guard let password = PasswordHash(user["password"]?.string ?? "") else {
                fault(
                    user["password"] ?? user, "\"password\" is no hash of a password.",
                    hint: "It has the form pbkdf2-sha256$ITERATIONS$SALT$HASH.")
                continue
            }
            users.append(
                UserStore.User(name: user["name"]?.string ?? "", password: password, scopes: scopes(user["scopes"])))
        }
        return UserStore(users)
    }

    private mutating func expiry(_ json: JSON?) -> Date? {
        guard let json, let text = json.string else { return nil }
        for style in [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)] {
            if let date = try? style.parse(text) { return date }
        }
        fault(json, "\"expires\" is no date and time with a time zone, as 2030-01-01T00:00:00Z is.")
        return .distantPast
    }

    private func scopes(_ json: JSON?) -> Set<String> {
        Set(json?.elements.compactMap(\.string) ?? [])
    }
}

// MARK: - Policy, limits, server

extension ConfigurationReader {
    private func choice<Choice: RawRepresentable<String>>(_ json: JSON?) -> Choice? {
        json?.string.flatMap(Choice.init(rawValue:))
    }

    private func duration(_ json: JSON?) -> Duration? {
        json?.string.flatMap(Quantity.duration)
    }

    private func size(_ json: JSON?) -> Int? {
        json?.int ?? json?.string.flatMap(Quantity.size)
    }

    private func path(_ text: String) -> String {
        text.hasPrefix("/") || directory.isEmpty ? text : directory + "/" + text
    }

    private func policy(_ json: JSON?) -> PolicyChanges {
        var policy = PolicyChanges()
        policy.unboundOperations = choice(json?["unboundOperations"])
        policy.unknownQuery = choice(json?["unknownQuery"])
        policy.duplicateKeys = choice(json?["duplicateKeys"])
        policy.description = choice(json?["description"])
        policy.problems = choice(json?["problems"])
        let responses = json?["responses"]
        policy.status = choice(responses?["status"])
        policy.type = choice(responses?["type"])
        policy.body = choice(responses?["body"])
        policy.headers = choice(responses?["headers"])
        return policy
    }

    private func registry(_ json: JSON?) -> RegistryConfiguration {
        var registry = RegistryConfiguration()
        registry.url = json?["url"]?.string
        registry.template = json?["template"]?.string ?? registry.template
        registry.header = json?["header"]?.string ?? registry.header
        registry.keyFile = json?["keyFile"]?.string.map(path)
        registry.keyVariable = json?["keyFrom"]?.string ?? registry.keyVariable
        return registry
    }

    private func limits(_ json: JSON?) -> Limits {
        var limits = Limits()
        limits.headBytes = size(json?["head"]) ?? limits.headBytes
        limits.headerFields = json?["headers"]?.int ?? limits.headerFields
        limits.bodyBytes = size(json?["body"]) ?? limits.bodyBytes
        limits.jsonDepth = json?["jsonDepth"]?.int ?? limits.jsonDepth
        limits.connections = json?["connections"]?.int ?? limits.connections
        limits.headTimeout = duration(json?["headTimeout"]) ?? limits.headTimeout
        limits.bodyTimeout = duration(json?["bodyTimeout"]) ?? limits.bodyTimeout
        limits.idleTimeout = duration(json?["idleTimeout"]) ?? limits.idleTimeout
        limits.nodeTimeout = duration(json?["nodeTimeout"]) ?? limits.nodeTimeout
        limits.drainTimeout = duration(json?["drainTimeout"]) ?? limits.drainTimeout
        limits.violations = json?["violations"]?.int ?? limits.violations
        return limits
    }

    private func server(_ json: JSON?) -> ServerConfiguration {
        var server = ServerConfiguration()
        server.host = json?["host"]?.string ?? server.host
        server.port = json?["port"]?.int ?? server.port
        server.threads = json?["threads"]?.int ?? server.threads
        server.accessLog = choice(json?["accessLog"]) ?? server.accessLog
        return server
    }
}
