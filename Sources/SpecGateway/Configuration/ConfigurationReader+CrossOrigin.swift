import JSONCore
import SpecRouter

extension ConfigurationReader {
    enum CrossOriginKey: String, CaseIterable {
        case origins, headers, exposedHeaders, credentials, maxAge
    }

    func crossOrigin(_ json: JSON) -> CrossOriginSharing {
        var sharing = CrossOriginSharing(with: .origins([]))
        var origins: [String] = []
        var hasCredentials = false
        for (key, value) in members(of: json, as: CrossOriginKey.self) {
            switch key {
            case .origins: origins = value.elements.compactMap(\.string)
            case .headers: sharing.headers = value.elements.compactMap(\.string)
            case .exposedHeaders: sharing.exposedHeaders = value.elements.compactMap(\.string)
            case .credentials: hasCredentials = value.bool ?? false
            case .maxAge: sharing.maxAge = Quantity.duration(value)
            }
        }
        sharing.audience = hasCredentials ? .originsWithCredentials(origins) : .origins(origins)
        if origins.contains("*") { sharing.audience = .everybody }
        return sharing
    }
}
