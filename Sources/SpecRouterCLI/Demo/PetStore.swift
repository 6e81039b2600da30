import SpecGateway

/// The demo's nodes: pets in memory.
actor PetStore {
    struct NewPet: Decodable {
        var name: String
        var kind: String
        var born: String?
        var tags: [String]?
        var price: Double?
    }

    struct Pet: Codable {
        var id: Int
        var name: String
        var kind: String
        var born: String?
        var tags: [String]?
        var price: Double?
    }

    struct ListPets: Decodable {
        var limit: Int
        var tags: [String]?
    }

    private var pets = [
        Pet(id: 1, name: "Mimi", kind: "cat", born: "2021-05-04", tags: ["indoor"], price: 120),
        Pet(id: 2, name: "Rex", kind: "dog", born: nil, tags: ["garden", "loud"], price: nil),
    ]

    func list(_ input: ListPets) -> [Pet] {
        let wanted = pets.filter { pet in
            input.tags.map { !Set($0).isDisjoint(with: pet.tags ?? []) } ?? true
        }
        return Array(wanted.prefix(input.limit))
    }

    func pet(_ id: Int) -> Pet? { pets.first { $0.id == id } }

    func add(_ pet: NewPet) -> Pet {
        let id = pets.count + 1
        let added = Pet(id: id, name: pet.name, kind: pet.kind, born: pet.born, tags: pet.tags, price: pet.price)
        pets.append(added)
        return added
    }

    nonisolated var nodes: NodeRegistry {
        var nodes = NodeRegistry()
        nodes.register("pets.list", input: ListPets.self) { input, _ in await self.list(input) }
        nodes.register("pets.create", body: NewPet.self) { pet, _ in await self.add(pet) }
        nodes.register("pets.get") { request in
            guard let pet = await self.pet(try request.path("petId")) else {
                return try .json(["message": "There is no such pet."], status: .notFound)
            }
            return try .json(pet)
        }
        return nodes
    }
}
