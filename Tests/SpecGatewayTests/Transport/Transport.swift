import NIOSSL
import SpecRouter

@testable import SpecGateway

/// Every way in which a request comes over a socket: what holds of one has to hold of all.
enum Transport: CaseIterable, Sendable {
    case http1, http1TLS, http2, http2TLS

    var isHTTP2: Bool { self == .http2 || self == .http2TLS }

    /// A server that speaks it, and clients for it.
    func withServer(
        limits: Limits = .hasty(), api: CompiledAPI? = nil, accessLog: AccessLogFormat = .off,
        log: @escaping @Sendable ([UInt8]) -> Void = { _ in }, _ body: (TransportServer) async throws -> Void
    ) async throws {
        guard self == .http1TLS || self == .http2TLS else {
            return try await SpecGatewayTests.withServer(
                limits: limits, api: api, accessLog: accessLog, http2: .always, log: log
            ) { server in
                try await body(TransportServer(server: server, transport: self, tls: nil))
            }
        }
        let authority = try TestAuthority()
        try await withDirectory { directory in
            let settings = try authority.server().write(to: directory)
            let tls = try authority.client(protocols: self == .http2TLS ? ["h2"] : [])
            try await SpecGatewayTests.withServer(
                limits: limits, api: api, accessLog: accessLog, tls: settings, log: log
            ) { server in
                try await body(TransportServer(server: server, transport: self, tls: tls))
            }
        }
    }
}

struct TransportServer: Sendable {
    let server: RunningServer
    let transport: Transport
    let tls: NIOSSLContext?

    func client(isReading: Bool = true) async throws -> TransportClient {
        if transport.isHTTP2 {
            return .http2(try await FrameClient(server, tls: tls, window: isReading ? 0x7fff_ffff : 1000))
        }
        return .http1(try await server.client(isReading: isReading, tls: tls))
    }
}

/// Sends one request, in pieces if asked, and reads its answer.
enum TransportClient: Sendable {
    case http1(SocketClient)
    case http2(FrameClient)

    struct Answer: Sendable, Equatable {
        var status: Int?
        var fields: [String: String] = [:]
        var body: [UInt8] = []
        /// Whether its end came.
        var isWhole = false

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// A request without a body.
    func send(_ method: String, _ path: String, _ fields: [(String, String)] = []) {
        switch self {
        case .http1(let client): client.send(Self.head(method, path, fields) + "\r\n")
        case .http2(let client): client.send(.headers(1, Frame.request(method, path) + fields))
        }
    }

    /// The head of a request whose body follows, with a length or without.
    func begin(_ path: String, length: Int? = nil, type: String = "text/plain", _ fields: [(String, String)] = []) {
        var fields = fields + [("content-type", type)]
        if let length { fields.append(("content-length", "\(length)")) }
        switch self {
        case .http1(let client):
            if length == nil { fields.append(("transfer-encoding", "chunked")) }
            client.send(Self.head("POST", path, fields) + "\r\n")
        case .http2(let client):
            client.send(.headers(1, Frame.request("POST", path) + fields, flags: Frame.endHeaders))
        }
    }

    /// A piece of the body that was begun.
    func send(_ piece: String, of length: Int? = nil) {
        switch self {
        case .http1(let client):
            client.send(length == nil ? "\(String(piece.utf8.count, radix: 16))\r\n\(piece)\r\n" : piece)
        case .http2(let client): client.send(.data(1, piece, flags: 0))
        }
    }

    func end(length: Int? = nil) {
        switch self {
        case .http1(let client): if length == nil { client.send("0\r\n\r\n") }
        case .http2(let client): client.send(.data(1, ""))
        }
    }

    /// Goes in the middle of the request: closes the connection, or resets the stream.
    func abandon() async {
        switch self {
        case .http1(let client): await client.close()
        case .http2(let client): client.send(.reset(1))
        }
    }

    private static func head(_ method: String, _ path: String, _ fields: [(String, String)]) -> String {
        "\(method) \(path) HTTP/1.1\r\nHost: a\r\n" + fields.map { "\($0.0): \($0.1)\r\n" }.joined()
    }

    /// What came so far.
    var current: Answer {
        get throws {
            switch self {
            case .http1(let client): HTTP1Answer(client.receivedBytes, isClosed: client.isClosed).answer
            case .http2(let client):
                try {
                    let answer = try StreamAnswer(1, in: client.frames)
                    return Answer(
                        status: answer.status, fields: answer.fields, body: answer.body, isWhole: answer.isWhole)
                }()
            }
        }
    }

    /// Waits for the answer's end, or for that of the connection.
    func answer() async throws -> Answer {
        try await answer { $0.isWhole }
    }

    func answer(until condition: (Answer) -> Bool) async throws -> Answer {
        switch self {
        case .http1(let client):
            _ = await client.received { _ in (try? current).map(condition) == true || client.isClosed }
        case .http2(let client):
            _ = await client.frames { frames in
                (try? current).map(condition) == true
                    || frames.contains { $0.kind == Frame.Kind.reset && $0.stream == 1 }
            }
        }
        return try current
    }
}

/// The last answer in the octets of a connection of HTTP/1.
private struct HTTP1Answer {
    var answer = TransportClient.Answer()

    init(_ bytes: [UInt8], isClosed: Bool) {
        var rest = bytes[...]
        repeat { rest = head(rest) } while answer.status == 100
        if answer.fields["transfer-encoding"] == "chunked" {
            chunks(rest)
        } else if let length = answer.fields["content-length"].flatMap({ Int($0) }) {
            answer.body = Array(rest.prefix(length))
            answer.isWhole = answer.body.count == length
        } else {
            answer.body = Array(rest)
            answer.isWhole = answer.status != nil && isClosed
        }
    }

    private mutating func head(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        answer.status = nil
        guard let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) else { return [] }
        let lines = String(decoding: rest[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        answer.status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard let name = parts.first, let value = parts.last else { continue }
            answer.fields[name.lowercased()] = String(value.drop { $0 == " " })
        }
        return rest[end.upperBound...]
    }

    private mutating func chunks(_ rest: ArraySlice<UInt8>) {
        var rest = rest
        while let line = rest.firstRange(of: Array("\r\n".utf8)),
            let size = Int(String(decoding: rest[..<line.lowerBound], as: UTF8.self), radix: 16)
        {
            rest = rest[line.upperBound...]
            answer.body += rest.prefix(size)
            answer.isWhole = size == 0
            rest = rest.dropFirst(size + 2)
        }
    }
}
