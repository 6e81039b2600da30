import Foundation

/// A directory of its own, removed when `body` returns.
func withDirectory(_ body: (String) async throws -> Void) async throws {
    let path = NSTemporaryDirectory() + "specrouter-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
}

func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
}

/// A description with one operation per path.
func description(_ title: String, paths: [String] = ["/a"]) -> String {
    let operations = paths.map { path in
        "  \(path):\n    get:\n      responses:\n        \"200\": {description: fine}\n"
    }
    return "openapi: 3.1.0\ninfo: {title: \(title), version: \"1\"}\npaths:\n" + operations.joined()
}
