import OpenAPIModel
import SpecRouter

/// A request as it goes to the upstream.
struct UpstreamRequest {
    let method: String
    /// Path and query, octet for octet as they came but for the mount.
    let target: [UInt8]
    let fields: [HeaderField]
    let body: ValidatedRequest.ForwardedBody?

    /// Throws a ``Problem`` when the path is one that the upstream could take for another operation's.
    init(_ request: ValidatedRequest, _ upstream: Upstream) throws(Problem) {
        let path = request.pathBelowMount
        guard !DotSegments.occur(in: path) else {
            throw Problem(.malformedRequest, "The path has a segment \".\" or \"..\", which is not handed on.")
        }
        var fields = EndToEnd.fields(of: request.head.fields, in: .request)
        var query = Array(request.rawQuery)
        if upstream.credentials == .remove {
            for placement in request.verifiedCredentials { placement.remove(from: &fields, query: &query) }
        }
        fields.removeAll { Self.isWithheld($0.name, request) }
        ClientFields.replace(in: &fields, for: request, upstream.forwarded)
        fields.append(("X-Request-Id", request.requestID))
        fields.append(("Via", "1.1 specrouter"))
        if request.operation.mayCheckWholeAnswer { fields.append(("Accept-Encoding", "identity")) }
        method = request.head.method
        target = upstream.basePath + path + query
        self.fields = fields
        body = request.forwardedBody
    }

    /// What another field says, or what would bring answers that the operation does not have.
    private static func isWithheld(_ name: String, _ request: ValidatedRequest) -> Bool {
        switch name.utf8.count {
        case 4: name.equalsASCIIFolded("host")
        case 5: name.equalsASCIIFolded("range") && !request.operation.declaresAnswer(206)
        case 6: name.equalsASCIIFolded("expect")
        case 8: name.equalsASCIIFolded("if-range") && !request.operation.declaresAnswer(206)
        case 12: name.equalsASCIIFolded("x-request-id")
        case 14: name.equalsASCIIFolded("content-length")
        case 15: name.equalsASCIIFolded("accept-encoding") && request.operation.mayCheckWholeAnswer
        case 19: name.equalsASCIIFolded(RawTarget.fieldName) || name.equalsASCIIFolded("proxy-authorization")
        default: false
        }
    }
}

/// Segments that mean another one (RFC 3986, section 5.2.4), in whatever form an upstream may still read them.
enum DotSegments {
    static func occur(in path: ArraySlice<UInt8>) -> Bool {
        guard path.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "%") }) else { return false }
        return decoded(path).split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }).contains {
            $0.count <= 2 && $0.allSatisfy { $0 == UInt8(ascii: ".") }
        }
    }

    private static func decoded(_ path: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = path
        while let byte = rest.popFirst() {
            let escaped = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            if byte == UInt8(ascii: "%"), let escaped {
                bytes.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
