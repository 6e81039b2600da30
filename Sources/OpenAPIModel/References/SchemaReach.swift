/// Which schemas lead to which, as far as they have been visited.
struct SchemaReach {
    private var visited: Set<Place> = []
    /// From a schema to those that hold it or refer to it.
    private var users: [Place: [Place]] = [:]

    mutating func visit(_ schema: Place) -> Bool { visited.insert(schema).inserted }

    mutating func connect(_ user: Place, to schema: Place) {
        users[schema, default: []].append(user)
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
