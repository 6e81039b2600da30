import Foundation

/// The benchmark's body as a value.
struct Transfer: Decodable, Equatable {
    struct Amount: Decodable, Equatable {
        var value: Double
        var currency: String
    }

    struct Party: Decodable, Equatable {
        struct Address: Decodable, Equatable {
            var street: String
            var city: String
            var postcode: String
            var country: String
        }

        var name: String
        var iban: String
        var bic: String?
        var email: String?
        var address: Address
    }

    struct Method: Decodable, Equatable {
        enum Kind: String, Decodable { case sepa, wire, card }

        var type: Kind
        var batch: Bool?
        var urgency: String?
        var cardId: String?
        var note: String?
    }

    var id: UUID
    var requestedAt: String
    var amount: Amount
    var debtor: Party
    var creditor: Party
    var purpose: String?
    var reference: String?
    var labels: [String]?
    var method: Method
}
