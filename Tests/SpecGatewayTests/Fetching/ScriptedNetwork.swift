import SpecRouter
import Synchronization

@testable import SpecGateway

/// Answers requests to any host from a table, and keeps what was asked for.
final class ScriptedNetwork: Sendable {
    struct Request: Sendable, Equatable {
        var url: String
        var key: String?
        var entityTag: String?
    }

    enum Page: Sendable {
        case text(String)
        case redirect(String)
        case status(Int)
    }

    private let pages: Mutex<[String: Page]>
    private let log = Mutex<[Request]>([])

    var requests: [Request] { log.withLock { $0 } }

    init(_ pages: [String: Page]) {
        self.pages = Mutex(pages)
    }

    subscript(url: String) -> Page? {
        get { pages.withLock { $0[url] } }
        set { pages.withLock { $0[url] = newValue } }
    }

    /// The entity tag of a page is its text's length.
    func send(_ url: String, _ fields: [HeaderField], _ limits: FetchLimits) throws -> Fetcher.Hop {
        func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }
        let request = Request(url: url, key: field("x-api-key"), entityTag: field("If-None-Match"))
        log.withLock { $0.append(request) }
        switch self[url] {
        case .text(let text):
            let tag = "\"\(text.utf8.count)\""
            if request.entityTag == tag { return Fetcher.Hop(status: 304, fields: [], body: []) }
            guard text.utf8.count <= limits.maximumBytes else { throw FetchFault.tooLarge(limits.maximumBytes) }
            return Fetcher.Hop(status: 200, fields: [("ETag", tag)], body: Array(text.utf8))
        case .redirect(let location): return Fetcher.Hop(status: 302, fields: [("Location", location)], body: [])
        case .status(let status): return Fetcher.Hop(status: status, fields: [], body: [])
        case nil: return Fetcher.Hop(status: 404, fields: [], body: [])
        }
    }
}
