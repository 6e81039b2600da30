import JSONCore
import JSONSchema

/// What a multipart body held, once it has come.
struct MultipartContent: Sendable {
    let assembly: MultipartAssembly
    /// Where files were spilled to.
    let spooled: SpooledFile?
    /// All of it, where it is to be handed on.
    let kept: KeptBody?
}

extension Exchange {
    /// Begins to gather the body.
    func assembly(_ plan: MultipartPlan, _ limits: Limits) throws(MultipartFault) -> MultipartAssembly {
        guard let type = head.firstField("content-type").flatMap({ MediaType($0) }) else {
            throw MultipartFault(.missingBoundary)
        }
        return try MultipartAssembly(plan, type, limits)
    }

    /// Checks parameters and body, in this order, into one list of violations.
    func validated(
        _ plan: MultipartPlan, _ body: Result<MultipartContent, MultipartFault>, _ limits: Limits
    ) throws(Problem) -> ValidatedRequest {
        var findings = RequestFindings(limit: limits.violations, operation: operation)
        let parameters = operation.parameters.check(matched, &findings)
        var value: JSON?
        var files: [FilePart] = []
        var content = ValidatedRequest.Content.bytes([])
        switch body {
        case .success(let body) where body.assembly.isEmpty:
            value = try operation.requestBody.check([], announced, reading(limits), limits, &findings)
        case .success(let body):
            var decoder = MultipartDecoder(
                plan, body.assembly.files, JSONParser.Options(operation.policy, limits), limits)
            let decoded = decoder.value(of: body.assembly.parts)
            for violation in decoder.violations { findings.add(violation) }
            check(decoded, plan, besides: decoder.violations.map(\.pointer), &findings)
            value = decoded
            files = body.files(decoder.places) + decoder.innerFiles
            content = body.kept.map { .kept($0) } ?? .parts
        case .failure(let fault):
            if let problem = fault.sizeProblem(limits) { throw problem }
            findings.add(RequestViolation(in: .body, keyword: fault.keyword, message: fault.message))
        }
        if let problem = findings.problem() { throw problem }
        return ValidatedRequest(
            self, parameters: parameters, body: value, content: content, files: files, report: findings.report)
    }

    private func check(
        _ value: JSON, _ plan: MultipartPlan, besides unread: [String], _ findings: inout RequestFindings
    ) {
        if let schema = operation.requestBody.schema(of: media), !schema.isValid(value) {
            findings.add(schema, value, besides: unread)
        }
        guard let schema = plan.itemSchema, unread.isEmpty else { return }
        for (index, item) in value.elements.enumerated() where !schema.isValid(item) {
            findings.add(schema, item, in: .body, under: "/\(index)")
        }
    }
}

extension MultipartContent {
    func files(_ places: [Int: JSONPointer]) -> [FilePart] {
        assembly.parts.compactMap { part in
            guard case .file(let index) = part.content else { return nil }
            let file = assembly.files[index]
            let content: FilePart.Content =
                if let range = file.spilled, let spooled { .spooled(spooled, range) } else { .memory(file.memory) }
            return FilePart(
                name: part.name, pointer: places[index]?.description ?? "", filename: part.header.disposition?.filename,
                contentType: part.header.contentType, headerFields: part.header.fields, byteCount: file.count,
                content: content)
        }
    }
}

extension MultipartFault {
    var keyword: String {
        switch kind {
        case .headerTooLong, .tooManyParts: "limit"
        default: "syntax"
        }
    }

    /// 413, where there is too much.
    fileprivate func sizeProblem(_ limits: Limits) -> Problem? {
        switch kind {
        case .bodyTooLarge: .contentTooLarge(limit: limits.multipartBytes)
        case .partTooLarge:
            Problem(.contentTooLarge, "Part \(part) of the body may have at most \(limits.partBytes) octets.")
        case .valuesTooLarge:
            Problem(
                .contentTooLarge,
                "The parts of the body that are no files may have at most \(limits.bodyBytes) octets together.")
        default: nil
        }
    }
}
