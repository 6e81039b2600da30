import NIOCore

/// What arrives is taken in order, each request after the answer to the one before it.
extension RequestHandler {
    func arrive(_ arrival: Arrival) {
        if isBlocked || !backlog.isEmpty { backlog.append(arrival) } else { take(arrival) }
    }

    private func take(_ arrival: Arrival) {
        switch arrival {
        case .part(let part): take(part)
        case .failure(let failure): refuse(failure)
        }
    }

    /// Goes on with what waited, after an answer or when the client took what was written.
    func proceed() {
        guard !isProceeding else { return }
        isProceeding = true
        while !isBlocked, let arrival = backlog.popFirst() { take(arrival) }
        isProceeding = false
        flushOutsideRead()
        guard !isBlocked, backlog.isEmpty else { return }
        if clientIsDone, case .idle = phase { return close() }
        if readIsPending {
            readIsPending = false
            context?.read()
        }
    }

    /// The client will send no more. A node that waits is cancelled: most clients that do this are gone.
    func inputClosed() {
        clientIsDone = true
        if passage?.isFeeding != true { task?.cancel() }
        switch phase {
        case .idle where backlog.isEmpty, .discarding, .lingering: close()
        case .idle, .admitting, .reading, .answering, .streaming, .closed: break
        }
    }
}
