import NIOCore
import SpecRouter

import struct SpecRouter.Response

/// How what the handler of requests says is put into the channel.
enum Wire {
    /// HTTP/1: octets that gather and leave in one write.
    case bytes
}

extension RequestHandler {
    /// The head of an answer, with its body where that is there.
    func write(_ response: Response, _ framing: ResponseSerializer.Framing) {
        switch wire {
        case .bytes: ResponseSerializer.append(response, framing, to: &output)
        }
    }

    /// Tells a client that waits to be told (`Expect: 100-continue`) to send its body.
    func askForBody() {
        switch wire {
        case .bytes: output.writeStaticString("HTTP/1.1 100 Continue\r\n\r\n")
        }
    }
}
