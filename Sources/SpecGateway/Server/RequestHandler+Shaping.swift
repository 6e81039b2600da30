import SpecRouter

import struct SpecRouter.Response

/// What of a request's head its answer depends on, once the API has given it. Empty where nothing is configured.
struct AnswerWishes {
    /// Of the page that sent it.
    var origin: String?
    /// Nil where nothing is compressed.
    var encoding: AnswerEncoding?

    init() {}

    init(_ fields: [HeaderField], _ api: CompiledAPI, _ compression: ResponseCompression?) {
        if api.sharesAcrossOrigins { origin = fields.first { $0.name.equalsASCIIFolded("origin") }?.value }
        guard let compression else { return }
        let accepted = fields.filter { $0.name.equalsASCIIFolded("accept-encoding") }.map(\.value)
        encoding = AnswerEncoding(compression: compression, isWanted: AcceptEncoding.prefersGzip(accepted))
    }
}

extension RequestHandler {
    /// The answer as this client gets it.
    func shaped(_ response: Response, _ request: CurrentRequest) -> Response {
        let response = request.api.shared(response, with: request.wishes.origin)
        guard let encoding = request.wishes.encoding, case .bytes = response.body else { return response }
        return loop.compressed(response, encoding)
    }
}
