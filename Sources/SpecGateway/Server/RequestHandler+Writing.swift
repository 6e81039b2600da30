import NIOCore

/// Writing what has gathered, and the ways in which a connection ends.
extension RequestHandler {
    /// Writes what has gathered. Called at the end of a read, and outside reads after each answer.
    func flush() {
        guard output.readableBytes > 0, let context else { return }
        if case .frames(let stream) = wire { return stream.write(takeOutput(), to: context) }
        var bytes = takeOutput()
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        guard output.readableBytes == 0, bytes.capacity <= 8192 else { return }
        // Reuses the memory when all was written at once.
        bytes.clear()
        output = bytes
    }

    /// What has gathered, which then is gone: writing may call back and write more.
    private func takeOutput() -> ByteBuffer {
        var bytes = ByteBuffer()
        swap(&bytes, &output)
        return bytes
    }

    func flushOutsideRead() {
        if !isInRead, !isProceeding { flush() }
    }

    /// Writes what gathers until the event loop has done what waits.
    func scheduleFlush() {
        guard !isInRead, !flushIsScheduled else { return }
        flushIsScheduled = true
        loop.eventLoop.assumeIsolated().execute {
            self.flushIsScheduled = false
            self.flush()
        }
    }

    /// Whether something is still to be sent, and the client has taken some of it since the last time.
    func clientTakesBytes() -> Bool {
        let unsent = self.unsent
        defer { unsentBytes = unsent }
        return unsent > 0 && unsent != unsentBytes
    }

    /// Ends the answers after what was written, and gives the client time to read it: what it still sends would else
    /// make its system throw the answer away.
    func finish() {
        if case .frames(let stream) = wire { return finish(stream) }
        if clientIsDone { return close() }
        flush()
        linger()
        context?.close(mode: .output, promise: nil)
        if readIsPending {
            readIsPending = false
            context?.read()
        }
    }

    /// The stream ends by itself once both sides have ended.
    private func finish(_ stream: HTTP2Stream) {
        guard let context else { return }
        linger()
        deadline = .now() + loop.limits.idleTimeout
        stream.finish(takeOutput(), to: context)
    }

    /// Closes once all that was written has left.
    func close() {
        guard let context else { return }
        linger()
        context.writeAndFlush(wrapOutboundOut(takeOutput())).assumeIsolated().whenComplete { _ in self.abort() }
    }

    private func linger() {
        phase = .lingering(loop.limits.lingeringBytes)
        deadline = .now() + loop.limits.lingering
        input.clear()
    }

    /// Closes at once, whatever is in flight.
    func abort() {
        phase = .closed
        context?.close(promise: nil)
    }

    func end() {
        phase = .closed
        ticket &+= 1
        recordAbandoned()
        endPassage()
        task?.cancel()
        task = nil
        input.clear()
        loop.remove(ObjectIdentifier(self))
    }

    /// No further request is taken: an idle connection closes, a busy one with its answer.
    func drain() {
        if case .idle = phase, !wire.isFramed, input.isEmpty { close() }
    }
}
