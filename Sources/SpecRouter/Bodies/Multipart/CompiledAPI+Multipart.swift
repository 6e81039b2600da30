extension CompiledAPI {
    /// Takes a multipart body apart as it arrives, checks it, and runs the node.
    func respond(to exchange: Exchange, _ plan: MultipartPlan, body: RequestBody) -> Answer {
        switch body {
        case .none: return finish(exchange, plan, Result { () throws(MultipartFault) in try whole([], exchange, plan) })
        case .bytes(let bytes):
            return finish(exchange, plan, Result { () throws(MultipartFault) in try whole(bytes, exchange, plan) })
        case .stream(let stream):
            return .later {
                do {
                    try exchange.matched.checkParameters(self.limits)
                    let content = try await self.gathered(stream, exchange, plan)
                    switch self.finish(exchange, plan, content) {
                    case .now(let response): return response
                    case .later(let answer): return await answer()
                    }
                } catch {
                    return self.failed(error, exchange)
                }
            }
        }
    }

    private func finish(
        _ exchange: Exchange, _ plan: MultipartPlan, _ content: Result<MultipartContent, MultipartFault>
    ) -> Answer {
        do throws(Problem) {
            return answer(try exchange.validated(plan, content, limits), exchange)
        } catch {
            return .now(problem(error, exchange: exchange))
        }
    }

    /// A body that is there already keeps its files in memory.
    private func whole(
        _ bytes: [UInt8], _ exchange: Exchange, _ plan: MultipartPlan
    ) throws(MultipartFault) -> MultipartContent {
        var assembly = try exchange.assembly(plan, limits)
        try assembly.push(bytes)
        if !assembly.isEmpty { try assembly.finish() }
        let kept = exchange.operation.isForwarded ? KeptBody(bytes) : nil
        return MultipartContent(assembly: assembly, spooled: nil, kept: kept)
    }

    /// Keeps of a stream what memory may hold, and writes the rest to a temporary file.
    private func gathered(
        _ stream: BodyStream, _ exchange: Exchange, _ plan: MultipartPlan
    ) async throws -> Result<MultipartContent, MultipartFault> {
        do {
            var assembly = try exchange.assembly(plan, limits)
            var file: SpooledFile?
            var kept = exchange.operation.isForwarded ? KeptBody() : nil
            for try await piece in stream {
                try assembly.push(piece)
                try await kept?.append(piece, spool, limits)
                try await spill(&assembly, .between, to: &file)
            }
            if !assembly.isEmpty { try assembly.finish() }
            try await spill(&assembly, .atEnd, to: &file)
            return .success(MultipartContent(assembly: assembly, spooled: file, kept: kept))
        } catch let fault as MultipartFault {
            return .failure(fault)
        }
    }

    private func spill(
        _ assembly: inout MultipartAssembly, _ moment: MultipartAssembly.Moment, to file: inout SpooledFile?
    ) async throws {
        guard let spool, let octets = assembly.takeSpill(moment) else { return }
        let target = if let file { file } else { try await spool.open() }
        file = target
        try await target.append(octets)
    }
}
