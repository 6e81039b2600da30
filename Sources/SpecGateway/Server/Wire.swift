import NIOCore
import NIOHPACK
import NIOHTTP2
import SpecRouter

import struct SpecRouter.Response

/// How what the handler of requests says is put into the channel.
enum Wire {
    /// HTTP/1: octets that gather and leave in one write.
    case bytes
    /// HTTP/2: frames of one stream, on which one request comes.
    case frames(HTTP2Stream)

    /// Whether the end of a body is told beside it.
    var isFramed: Bool {
        if case .frames = self { true } else { false }
    }
}

extension Wire {
    /// Of all requests of a connection, where several channels are one.
    var client: RequestClient? {
        if case .frames(let stream) = self { stream.connection.client } else { nil }
    }
}

extension RequestHandler {
    /// The head of an answer; of its body, what is there gathers in the output.
    func write(_ response: Response, _ framing: ResponseSerializer.Framing) {
        switch wire {
        case .bytes: ResponseSerializer.append(response, framing, to: &output)
        case .frames(let stream):
            guard let context else { return }
            let body = ResponseSerializer.sentBody(of: response, framing.body)
            let endsAnswer = body.isEmpty && !framing.body.isStreamed
            stream.write(HTTP2Head.of(response, framing), endsAnswer: endsAnswer, to: context)
            output.writeBytes(body)
        }
    }

    /// Tells a client that waits to be told (`Expect: 100-continue`) to send its body.
    func askForBody() {
        switch wire {
        case .bytes: output.writeStaticString("HTTP/1.1 100 Continue\r\n\r\n")
        case .frames(let stream):
            guard let context else { return }
            stream.write(HTTP2Head.continue, endsAnswer: false, to: context)
            context.flush()
        }
    }

    /// Ends the answer of which a part is missing, so that no client takes it for a whole one.
    func breakOffAnswer() {
        guard case .frames(let stream) = wire, let context else { return close() }
        phase = .closed
        stream.reset(.internalError, context)
    }

    /// Octets that the client has not taken yet.
    var unsent: Int {
        switch wire {
        case .bytes: (try? context?.channel.syncOptions?.getOption(ChannelOptions.bufferedWritableBytes)) ?? 0
        case .frames(let stream): stream.unsent
        }
    }
}
