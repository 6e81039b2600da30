/// What a node has to know of an operation that hands requests on to another server.
extension CompiledOperation {
    /// Whether the answers are another server's.
    var isForwarded: Bool {
        if case .bound(let node) = state { node.authorship == .upstream } else { false }
    }

    /// Whether such an answer has to be there as a whole before it can be checked. Others may pass as they arrive.
    package func checksWholeAnswer(to head: borrowing RequestHead, status: Int, contentType: String?) -> Bool {
        let checks = policy.responses
        guard checks.body != .off, head.method != "HEAD", checks.check.takes(requestID: head.requestID) else {
            return false
        }
        return responses.checksWhole(status: status, contentType: contentType)
    }

    /// Whether any answer that the description has must be there as a whole, and so must not be encoded.
    package var mayCheckWholeAnswer: Bool { policy.responses.body != .off && responses.mayCheckWhole }

    package func declaresAnswer(_ status: Int) -> Bool { responses.declaresAnswer(status) }

    /// The policy's, but for the body that another server's answer to HEAD cannot have, and for the 304 that stands for
    /// the answer that the client has already (RFC 9110, section 15.4.5).
    func checks(of status: Int, to head: borrowing RequestHead) -> Policy.ResponseChecks {
        var checks = policy.responses
        if status == 304, head.isConditional { checks.status = .off }
        if head.method == "HEAD", isForwarded { checks.body = .off }
        return checks
    }
}

extension RequestHead {
    fileprivate var isConditional: Bool {
        (method == "GET" || method == "HEAD")
            && (index(ofField: "if-none-match") != nil || index(ofField: "if-modified-since") != nil)
    }
}

extension ResponsePlan {
    fileprivate func checksWhole(status: Int, contentType: String?) -> Bool {
        guard let content = entry(for: status)?.content, let contentType,
            let index = content.entry(forFieldValue: contentType)?.index
        else { return false }
        return content[index].isCheckedWhole
    }

    fileprivate var mayCheckWhole: Bool { entries.contains { $0.content.contains(where: \.isCheckedWhole) } }
}

extension MediaPlan {
    fileprivate var isCheckedWhole: Bool {
        switch decoding {
        case .json, .text, .urlEncoded, .xml: schema != nil
        case .multipart, .opaque, .items: false
        }
    }
}
