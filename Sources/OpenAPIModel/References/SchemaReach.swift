/// Which schemas lead to which, as far as they have been visited.
struct SchemaReach {
    /// One bit for each entry of each document's tape.
    private var visited: [[UInt64]] = []
    /// From a schema to one that it holds or refers to.
    private var ways: [(user: Place, schema: Place)] = []

    mutating func visit(_ schema: Place) -> Bool {
        while visited.count <= schema.document { visited.append([]) }
        let (word, bit) = (schema.index / 64, UInt64(1) << UInt64(schema.index % 64))
        let missing = word + 1 - visited[schema.document].count
        if missing > 0 {
            visited[schema.document].append(contentsOf: repeatElement(0, count: missing))
        }
        guard visited[schema.document][word] & bit == 0 else { return false }
        visited[schema.document][word] |= bit
        return true
    }

    mutating func connect(_ user: Place, to schema: Place) {
        ways.append((user, schema))
    }

    /// The ways back.
    func users() -> SchemaUsers { SchemaUsers(ways) }
}

/// From schemas to those that hold them or refer to them.
struct SchemaUsers {
    private let users: [Place: [Place]]

    init(_ ways: [(user: Place, schema: Place)]) {
        users = Dictionary(grouping: ways, by: \.schema).mapValues { $0.map(\.user) }
    }

    /// All schemas from which one of those can be reached.
    func users(of schemas: Set<Place>) -> Set<Place> {
        var reached = schemas
        var pending = Array(schemas)
        while let schema = pending.popLast() {
            for user in users[schema] ?? [] where reached.insert(user).inserted {
                pending.append(user)
            }
        }
        return reached
    }
}
