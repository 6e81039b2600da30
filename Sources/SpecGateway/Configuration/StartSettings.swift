import JSONCore

/// What a configuration file says beside its verifiers, which is read when the gateway starts and not again.
enum StartSettings {
    /// The keys whose values differ, in the order of their names; those of `server` one by one, as `server.tls`.
    static func changes(from old: JSON, to new: JSON) -> [String] {
        let changed = keys(old, new).filter { plain(old[$0], $0) != plain(new[$0], $0) }
        return changed.flatMap { key in
            guard key == "server", let old = old[key], let new = new[key] else { return [key] }
            return keys(old, new).filter { old[$0] != new[$0] }.map { "server.\($0)" }
        }
    }

    /// Verifiers are taken over without a restart.
    private static func keys(_ old: JSON, _ new: JSON) -> [String] {
        Set((Array(old.members) + Array(new.members)).map(\.key)).subtracting(["security"]).sorted()
    }

    /// The members of a value, or of each of its elements, without the verifiers.
    private static func plain(_ json: JSON?, _ key: String) -> [[String: JSON]]? {
        guard let json else { return nil }
        guard key == "specs" else { return [["": json]] }
        return json.elements.map { element in
            var members = Dictionary(element.members.map { ($0.key, $0.value) }) { $1 }
            members["security"] = nil
            return members
        }
    }
}
