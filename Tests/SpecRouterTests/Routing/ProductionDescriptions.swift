import Foundation
import OpenAPIModel
import Testing

/// Descriptions of real APIs, which stand beside the repository (`../shared/data`) or where `SPECROUTER_DATA` says.
enum ProductionDescriptions {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["SPECROUTER_DATA"] { return URL(filePath: path) }
        return URL(filePath: #filePath).appending(path: "../../../../../shared/data").standardized
    }()

    /// In CI the data is required: a test whose data is missing runs, and fails.
    static let isExpected =
        ProcessInfo.processInfo.environment["CI"] != nil || FileManager.default.fileExists(atPath: folder.path)

    static let files = [
        "adyen/json/ManagementService-v3.json", "box/openapi.json", "github/api.github.com.json", "museum/openapi.yaml",
        "odata-openapi/Northwind.openapi3.json", "snowflake/specifications/database.yaml", "stripe/spec3.json",
        "twilio/json/twilio_api_v2010.json", "xero/xero_accounting.yaml", "xero/xero_files.yaml",
    ]

    static func load(_ file: String) -> OpenAPIDocument? {
        DescriptionLoader.load(file: folder.appending(path: "specs/\(file)").path).document
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips where the descriptions are not there, except in CI.
    static var needsDescriptions: Self {
        .enabled(if: ProductionDescriptions.isExpected, "the descriptions of ../shared/data are not there")
    }
}
