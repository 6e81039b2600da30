import SpecRouter

import struct SpecRouter.Response

/// What of a request's head its answer depends on, once the API has given it. Empty where nothing is configured.
struct AnswerWishes {
    /// Of the page that sent it.
    var origin: String?

    init() {}

    init(_ fields: [HeaderField], _ api: CompiledAPI) {
        guard api.sharesAcrossOrigins else { return }
        origin = fields.first { $0.name.equalsASCIIFolded("origin") }?.value
    }
}

extension RequestHandler {
    /// The answer as this client gets it.
    func shaped(_ response: Response, _ request: CurrentRequest) -> Response {
        request.api.shared(response, with: request.wishes.origin)
    }
}
