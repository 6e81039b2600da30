// The program of the tutorial `ThirdPartyDescription.md`, which a test compares with the lines between the marks, and runs.

import OpenAPIModel
// tutorial: begin
import SpecGateway

struct Customer: Encodable {
    var id: String
    var object = "customer"
    var created: Int
    var livemode = false
    var name: String?
    var email: String?
}

struct CustomerList: Encodable {
    var object = "list"
    var url = "/v1/customers"
    var hasMore: Bool
    var data: [Customer]

    enum CodingKeys: String, CodingKey {
        case object, url, data
        case hasMore = "has_more"
    }
}

struct NewCustomer: Decodable {
    var name: String?
    var email: String?
}

struct ListCustomers: Decodable {
    var limit: Int?
    var email: String?
}

struct Money: Encodable {
    var amount: Int
    var currency: String
}

struct Balance: Encodable {
    var object = "balance"
    var livemode = false
    var available = [Money(amount: 120_000, currency: "eur")]
    var pending = [Money(amount: 0, currency: "eur")]
}

actor Customers {
    private var all: [Customer] = []

    func add(_ new: NewCustomer) -> Customer {
        let customer = Customer(id: "cus_\(all.count + 1)", created: 1_767_225_600, name: new.name, email: new.email)
        all.append(customer)
        return customer
    }

    func list(_ wish: ListCustomers) -> CustomerList {
        let found = all.filter { wish.email == nil || $0.email == wish.email }
        let limit = wish.limit ?? 10
        return CustomerList(hasMore: found.count > limit, data: Array(found.prefix(limit)))
    }
}

func stripe(description: String, overlay: String) -> Gateway {
    let customers = Customers()
    var nodes = NodeRegistry()
    nodes.register("balance.get") { _ in try .json(Balance()) }
    nodes.register("customers.list", input: ListCustomers.self) { wish, _ in await customers.list(wish) }
    nodes.register("customers.create", body: NewCustomer.self) { new, _ in await customers.add(new) }
    return Gateway(
        .file(description, overlays: [.file(overlay)]), nodes: nodes,
        security: [
            "basicAuth": .basic(.environment("STRIPE_USERS")),
            "bearerAuth": .bearer(.plain(["tutorial": "sk_test_4eC39HqLyjWDarjtT1zdp7dc"])),
        ])
}
// tutorial: end
