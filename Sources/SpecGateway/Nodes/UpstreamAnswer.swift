import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1
import SpecRouter

/// An upstream's answer on its way back.
struct UpstreamAnswer {
    private let response: HTTPClientResponse
    private let request: ValidatedRequest
    private let upstream: Upstream
    private let pool: UpstreamPool
    private let status: Int
    private let length: Int?

    init(_ response: HTTPClientResponse, to request: ValidatedRequest, _ upstream: Upstream, _ pool: UpstreamPool) {
        self.response = response
        self.request = request
        self.upstream = upstream
        self.pool = pool
        status = Int(response.status.code)
        length = response.headers.first(name: "content-length").flatMap { Int($0) }
    }

    func nodeResponse() async throws -> NodeResponse {
        guard (200..<600).contains(status) else { throw invalid("The status \(status) is none of a final answer.") }
        var answer = NodeResponse(status: HTTPResponse.Status(code: status))
        for field in EndToEnd.fields(of: response.headers.map { ($0.name, $0.value) }, in: .answer) {
            if field.name.equalsASCIIFolded("content-type") {
                guard answer.contentType == nil else { throw invalid("The answer has more than one Content-Type.") }
                answer.contentType = field.value
            } else if !field.name.equalsASCIIFolded("content-length"), let name = HTTPField.Name(field.name) {
                answer.headerFields.append(HTTPField(name: name, value: field.value))
            }
        }
        answer.body = try await body(answer)
        return answer
    }

    private func body(_ answer: NodeResponse) async throws -> NodeResponse.Body {
        if request.head.method == "HEAD" {
            return answer.contentType == nil ? .none : .stream(ResponseStream(length: length) { _ in })
        }
        guard length != 0, ![204, 205, 304].contains(status) else { return .none }
        guard request.operation.checksWholeAnswer(to: request.head, status: status, contentType: answer.contentType)
        else { return .stream(stream()) }
        if let coding = answer.headerFields[.contentEncoding], coding.lowercased() != "identity" {
            throw invalid("The answer is encoded, so that it cannot be checked: \"identity\" was asked for.")
        }
        return .bytes(try await collected())
    }

    /// Asks for each piece when the client has taken the one before.
    private func stream() -> ResponseStream {
        ResponseStream(length: length) { [response, upstream, pool] writer in
            // The connections have to be there to the end of the answer.
            defer { withExtendedLifetime(pool) {} }
            do {
                for try await piece in response.body { try await writer.write(Array(buffer: piece)) }
            } catch {
                throw UpstreamFault.failure(error, of: upstream)
            }
        }
    }

    private func collected() async throws -> [UInt8] {
        do {
            return Array(buffer: try await response.body.collect(upTo: upstream.largestAnswer))
        } catch is NIOTooManyBytesError {
            throw invalid(
                "The answer has more than \(upstream.largestAnswer) octets, too many to be checked: raise the node's "
                    + "\"largestAnswer\", or set the policy for bodies of responses to \"off\".")
        }
    }

    private func invalid(_ reason: String) -> UpstreamFault {
        UpstreamFault(
            .invalidUpstreamResponse, "The answer of the server behind this one is not valid; the log says why.",
            reason: reason)
    }
}
