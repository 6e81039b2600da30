// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
// Only when CI asks, so that a new compiler's warnings never break a user's build.
let warnings: [SwiftSetting] =
    Context.environment["SPECROUTER_WARNINGS_AS_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)]
let settings = strict + warnings
let coreSettings = settings + [.strictMemorySafety()]

let package = Package(
    name: "specrouter",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "JSONSchema", targets: ["JSONSchema"]),
        .library(name: "SpecRouter", targets: ["SpecRouter"]),
        .library(name: "SpecGateway", targets: ["SpecGateway"]),
        .library(name: "SpecRouterTesting", targets: ["SpecRouterTesting"]),
        .executable(name: "specrouter", targets: ["SpecRouterCLI"]),
        .executable(name: "specrouter-bowtie", targets: ["SpecRouterBowtie"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "JSONCore", swiftSettings: coreSettings),
        .target(name: "RegexCore", exclude: ["Unicode/Generation"], swiftSettings: coreSettings),
        .target(name: "JSONSchema", dependencies: ["JSONCore", "RegexCore"], swiftSettings: coreSettings),
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        // swift-nio-extras, below AsyncHTTPClient, links the library already.
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(
            name: "OpenAPIModel", dependencies: ["JSONCore", "RegexCore", "JSONSchema", "CLibYAML"],
            swiftSettings: settings),
        .target(
            name: "SpecRouter",
            dependencies: [
                "JSONCore", "JSONSchema", "OpenAPIModel",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .target(
            name: "SpecGateway",
            dependencies: [
                "JSONCore", "JSONSchema", "OpenAPIModel", "SpecRouter", "CZlib",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOHPACK", package: "swift-nio-http2"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Admin/admin.yaml"), .embedInCode("Configuration/gateway.schema.json")],
            swiftSettings: settings),
        .target(
            name: "SpecRouterTesting",
            dependencies: ["JSONCore", "SpecRouter", .product(name: "HTTPTypes", package: "swift-http-types")],
            swiftSettings: settings),
        .executableTarget(
            name: "SpecRouterCLI",
            dependencies: [
                "JSONCore", "OpenAPIModel", "SpecRouter", "SpecGateway",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.embedInCode("Descriptions/petstore.yaml"), .embedInCode("Descriptions/registry.yaml")],
            swiftSettings: settings),
        .target(name: "CAllocationCount"),
        .executableTarget(
            name: "SpecRouterBowtie", dependencies: ["JSONCore", "JSONSchema"], swiftSettings: settings),
        .executableTarget(
            name: "SpecRouterBenchmarks",
            dependencies: [
                "CAllocationCount", "JSONCore", "RegexCore", "JSONSchema", "OpenAPIModel", "SpecRouter",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            exclude: ["Scripts"],
            resources: [.embedInCode("Inputs/transfer.json"), .embedInCode("Inputs/transfer.schema.json")],
            swiftSettings: settings),
        .target(
            name: "SpecRouterFuzzing",
            dependencies: [
                "JSONCore", "RegexCore", "JSONSchema", "OpenAPIModel", "SpecRouter",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "SpecRouterFuzz", dependencies: ["SpecRouterFuzzing", "JSONCore"], swiftSettings: settings),
        .executableTarget(
            name: "SpecRouterGuard", dependencies: ["JSONCore", "RegexCore", "JSONSchema"], swiftSettings: settings),
        .testTarget(name: "JSONCoreTests", dependencies: ["JSONCore"], swiftSettings: settings),
        .testTarget(name: "RegexCoreTests", dependencies: ["RegexCore", "JSONCore"], swiftSettings: settings),
        .testTarget(
            name: "JSONSchemaTests", dependencies: ["JSONSchema", "JSONCore", "SpecRouterBowtie"],
            swiftSettings: settings),
        .testTarget(
            name: "OpenAPIModelTests", dependencies: ["OpenAPIModel", "JSONCore", "JSONSchema"], swiftSettings: settings
        ),
        .testTarget(
            name: "SpecRouterTests",
            dependencies: [
                "SpecRouter", "SpecRouterTesting", "OpenAPIModel", "JSONSchema", "JSONCore",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SpecGatewayTests",
            dependencies: [
                "SpecGateway", "SpecRouterCLI", "SpecRouter", "OpenAPIModel", "JSONSchema", "JSONCore",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOHPACK", package: "swift-nio-http2"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SpecRouterFuzzingTests",
            dependencies: ["SpecRouterFuzzing", "SpecRouter", "JSONSchema", "RegexCore", "JSONCore"],
            swiftSettings: settings),
        .testTarget(name: "SpecRouterCLITests", dependencies: ["SpecRouterCLI"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
