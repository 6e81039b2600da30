extension Problem.Kind {
    /// Why a client gets it, and what helps: the rest of a row of the table in `Problems.md`, as sentences.
    public var advice: (cause: String, remedy: String) {
        switch self {
        case .malformedRequest:
            ("The request breaks a rule of HTTP, or ends before it is complete.", "Mend the client or what is between.")
        case .invalidRequest:
            ("Parameters or the body break the description.", "Each entry of `violations` says where, and which rule.")
        case .unauthorized:
            ("There are no credentials, or they are not accepted.", "Send those that `WWW-Authenticate` asks for.")
        case .forbidden:
            ("The credentials are good, and lack a scope.", "Use others, or have the scope given to them.")
        case .routeNotFound: ("No path of the descriptions fits.", "Compare with `specrouter routes`; mind the mount.")
        case .methodNotAllowed:
            (
                "The path has operations, none for this method.",
                "Use one of `Allow`, or see the policy `methodFallback`."
            )
        case .notAcceptable:
            ("No media type that the operation answers with fits `Accept`.", "Ask for one that `detail` names.")
        case .requestTimeout:
            ("The head or the body did not arrive in time.", "Send faster, or raise `headTimeout` or `bodyTimeout`.")
        case .contentTooLarge:
            (
                "The body is above the limit, or becomes so when it is decompressed.",
                "Send less, or raise the limit `body` or `decompression`."
            )
        case .targetTooLong: ("The request line is above the limit.", "Shorten it, or raise the limit `head`.")
        case .unsupportedMediaType:
            (
                "The body has no `Content-Type`, or none that the operation declares; or its charset or "
                    + "`Content-Encoding` is not read.",
                "Send one that `Accept` names, or a coding that `Accept-Encoding` names."
            )
        case .headTooLarge:
            ("The header fields are above the limits.", "Send less, or raise the limits `head` and `headerFields`.")
        case .nodeFailed: ("The node threw an error.", "The log has it, with the id of the request.")
        case .invalidResponse:
            (
                "The node's answer breaks the description.",
                "The log says where; mend the node or the description, or see the policies `responses`."
            )
        case .methodUnknown: ("No operation and no standard has the method.", "Mend the client.")
        case .operationUnavailable:
            ("The part of the description that the operation needs is broken.", "Mend what `specrouter check` tells.")
        case .operationNotImplemented:
            ("No node is bound to the operation.", "Register one under its `x-entry-node-id`, or a fallback.")
        case .mockUnavailable:
            (
                "The description tells too little for a valid answer.",
                "Give the response that `detail` names an example."
            )
        case .invalidUpstreamResponse:
            (
                "The upstream's answer breaks the description, or is none.",
                "The log says where; mend either of the two."
            )
        case .upstreamUnreachable:
            (
                "The upstream is not there, or closed the connection before it answered.",
                "See that it runs, and that its address is right."
            )
        case .overloaded:
            ("A limit of the server is reached.", "Try again later.")
        case .credentialsUnverifiable:
            (
                "Nothing is known yet of the keys that sign the tokens, or who knows the tokens does not answer.",
                "Try again later; the log says what did not answer."
            )
        case .nodeTimeout: ("The node did not answer in time.", "Make it faster, or raise the limit `nodeTimeout`.")
        case .upstreamTimeout:
            (
                "The upstream did not take the connection, or did not answer, in time.",
                "See how it is, or raise the node's `connectTimeout` or `answerTimeout`."
            )
        case .insufficientStorage:
            (
                "The files of a multipart body could not be kept: the disk is full, or the directory is not there.",
                "Make room, or set `temporaryDirectory`."
            )
        }
    }
}
