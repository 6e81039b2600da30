/// What a node needs that hands requests on to another server.
extension ValidatedRequest {
    /// The path below the description's mount, octet for octet as it came.
    package var pathBelowMount: ArraySlice<UInt8> {
        let target = exchange.matched.target
        var path = target.bytes[target.path]
        for _ in 0..<operation.mountSegments {
            guard let next = path.dropFirst().firstIndex(of: UInt8(ascii: "/")) else { return [] }
            path = path[next...]
        }
        return path
    }

    /// With its `?`, octet for octet as it came; empty when the target has none.
    package var rawQuery: ArraySlice<UInt8> {
        let target = exchange.matched.target
        return target.bytes[target.path.upperBound...]
    }

    /// The body as it came; nil when there is none.
    package var forwardedBody: ForwardedBody? {
        switch content {
        case .bytes(let bytes): bytes.isEmpty ? nil : .bytes(bytes)
        case .stream, .items, .kept: .stream(bodyStream)
        case .parts: nil
        }
    }

    package enum ForwardedBody: Sendable {
        case bytes([UInt8])
        case stream(BodyStream)
    }

    /// Where the credentials stand that were verified here. Not of those that are accepted as they are.
    package var verifiedCredentials: [CredentialPlacement] {
        principals.isEmpty ? [] : operation.security.placements(of: Set(principals.map(\.scheme)))
    }
}

extension SecurityPlan {
    fileprivate func placements(of schemes: Set<String>) -> [CredentialPlacement] {
        alternatives.joined().filter { schemes.contains($0.name) && $0.verifies }.map(\.placement)
    }
}

extension SchemeCheck {
    fileprivate var verifies: Bool {
        switch method {
        case nil, .any: false
        case .keys, .users, .tokens, .introspection, .discovery, .certificates, .custom: true
        }
    }
}
