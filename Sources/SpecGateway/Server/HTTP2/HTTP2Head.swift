import NIOHPACK
import SpecRouter

import struct SpecRouter.Response

/// Writes the head of a response as HTTP/2 has it (RFC 9113, section 8.3.2).
enum HTTP2Head {
    /// The server's own fields stand in for any that the response has.
    static func of(_ response: Response, _ framing: ResponseSerializer.Framing) -> HPACKHeaders {
        var head = HPACKHeaders()
        head.reserveCapacity(response.fields.count + 4)
        head.add(name: ":status", value: String(ResponseSerializer.sentStatus(response.status)))
        for field in response.fields where ResponseSerializer.isForwarded(field) {
            let name = field.name.lowercased()
            guard name != "proxy-connection", name != "te" else { continue }
            head.add(name: name, value: field.value)
        }
        if let length = ResponseSerializer.length(of: response, framing.body) {
            head.add(name: "content-length", value: String(length), indexing: .nonIndexable)
        }
        head.add(name: "date", value: String(decoding: framing.date, as: UTF8.self))
        head.add(name: "x-request-id", value: framing.requestID, indexing: .nonIndexable)
        return head
    }

    /// Tells a client to send its body.
    static let `continue` = HPACKHeaders([(":status", "100")])
}
