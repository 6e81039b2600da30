public import JSONCore
public import SpecRouter
import Synchronization

/// Sends requests to a compiled API without a socket: the same pipeline, the same answers.
public struct InProcessClient: Sendable {
    private let api: CompiledAPI

    public init(_ api: CompiledAPI) {
        self.api = api
    }

    /// Sends a request; a body gets its `Content-Length`, and `application/json` unless `fields` name another type.
    public func send(
        _ method: String, _ target: String, _ fields: [HeaderField] = [], body: String? = nil
    ) async -> InProcessResponse {
        var fields = fields
        if let body {
            if !fields.contains(where: { $0.name.lowercased() == "content-type" }) {
                fields.append(("Content-Type", "application/json"))
            }
            fields.append(("Content-Length", String(body.utf8.count)))
        }
        let head = RequestHead(
            method: method, target: target, fields: fields, requestID: "00000000-0000-4000-8000-000000000000")
        let bytes = body.map { RequestBody.bytes(Array($0.utf8)) } ?? .none
        return await InProcessResponse(api.respond(to: head, body: bytes))
    }
}

/// A response with its body at hand.
public struct InProcessResponse: Sendable {
    public let response: Response
    private let bytes: [UInt8]
    /// How a streamed body ended; nil for one that was there at once.
    public let outcome: ResponseStream.Outcome?

    /// Takes all of a streamed body.
    public init(_ response: Response) async {
        self.response = response
        switch response.body {
        case .none: (bytes, outcome) = ([], nil)
        case .bytes(let bytes): (self.bytes, outcome) = (bytes, nil)
        case .stream(let stream):
            let taken = Mutex<[UInt8]>([])
            outcome = await stream.send(to: BodyWriter { chunk in taken.withLock { $0 += chunk } })
            bytes = taken.withLock { $0 }
        }
    }

    public var status: Int { response.status }

    public var body: String { String(decoding: bytes, as: UTF8.self) }

    /// The body as JSON; nil when it is none.
    public var json: JSON? { try? JSON(parsing: body) }

    /// The problem's code (`invalid-request`), nil for an answer that is no problem.
    public var problem: String? {
        json?["type"]?.string.flatMap { $0.split(separator: ":").last.map(String.init) }
    }

    /// The first field of that name, in lower case.
    public func field(_ name: String) -> String? { response.firstField(name) }
}
