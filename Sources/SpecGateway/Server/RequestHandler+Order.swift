import NIOCore

/// What arrives is taken in order, each request after the answer to the one before it.
extension RequestHandler {
    /// Takes what has come, as far as it can be taken now. Called again after an answer, and when the client took what
    /// was written.
    func proceed() {
        guard !isProceeding else { return }
        isProceeding = true
        while !isBlocked, takeNext() {}
        isProceeding = false
        if clientIsDone, !isBlocked { inputEnded() }
        flushOutsideRead()
        if readIsPending, !isBlocked {
            readIsPending = false
            context?.read()
        }
    }

    /// False when more octets are needed.
    private func takeNext() -> Bool {
        switch phase {
        case .lingering, .closed: return throwAway()
        case .idle, .admitting, .reading, .answering, .streaming, .discarding: break
        }
        do throws(MalformedRequest) {
            guard let part = try nextPart() else { return false }
            take(part)
        } catch {
            input.clear()
            refuse(error)
        }
        return true
    }

    private func nextPart() throws(MalformedRequest) -> ReceivedPart? {
        switch wire {
        case .bytes: try input.next()
        case .frames(let stream): stream.parts.popFirst()
        }
    }

    private func throwAway() -> Bool {
        switch wire {
        case .bytes: discard(input.clear())
        case .frames(let stream): discard(stream.clear())
        }
        return false
    }

    /// The client will send no more. A node that waits is cancelled: most clients that do this are gone.
    func inputClosed() {
        clientIsDone = true
        if passage?.isFeeding != true { task?.cancel() }
        if case .lingering = phase { close() } else { proceed() }
    }

    /// All is taken that the client sent.
    private func inputEnded() {
        switch phase {
        case .idle where !input.isInsideHead, .discarding: close()
        case .idle, .reading: refuse(.cutOff)
        case .streaming: if passage?.requestIsComplete == false { refuse(.cutOff) }
        case .admitting, .answering, .lingering, .closed: break
        }
    }
}
