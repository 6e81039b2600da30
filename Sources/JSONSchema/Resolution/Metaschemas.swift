import JSONCore

/// The metaschemas of every draft, as their specifications publish them, without titles and comments.
enum Metaschemas {
    /// By URI without fragment; parsed at the first use.
    static let documents: [String: JSON] = {
        var documents: [String: JSON] = [:]
        for text in drafts4To7 + draft201909 + draft202012 {
            guard let json = try? JSON(parsing: text), let id = (json["$id"] ?? json["id"])?.string else { continue }
            documents[URIReference(id).withoutFragment] = json
        }
        return documents
    }()
}
