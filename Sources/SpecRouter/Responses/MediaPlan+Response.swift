import JSONCore
import JSONSchema

extension MediaPlan {
    /// What is wrong with the body of an answer. What is already on the tape is not parsed again.
    ///
    /// - Parameter charset: as the media type names it.
    func faults(
        of body: NodeResponse.Body, charset: String?, _ check: Policy.Check, _ limits: Limits, _ parsers: ParserPool
    ) -> [ResponseFault] {
        if case .items(let checks) = decoding { return itemFaults(of: body, checks, check, limits) }
        guard let schema else { return [] }
        switch body {
        case .none: return []
        case .stream, .items: return streamFaults(check)
        case .json(let value, _): return faults(of: value, schema, check, limits)
        case .bytes(let bytes):
            switch self.charset(charset) {
            case .success(let charset): return faults(of: bytes, charset, schema, check, limits, parsers)
            case .failure(let refusal): return [ResponseFault(check: check, message: refusal.reason)]
            }
        }
    }

    private func faults(
        of bytes: [UInt8], _ charset: TextCharset?, _ schema: CompiledSchema, _ check: Policy.Check, _ limits: Limits,
        _ parsers: ParserPool
    ) -> [ResponseFault] {
        switch decoding {
        case .json:
            do throws(JSONSyntaxError) {
                let options = JSONParser.Options(maximumDepth: limits.jsonDepth, duplicateKeys: .refuse)
                return try parsers.parse(bytes, options) { faults(of: $0, schema, check, limits) }
            } catch {
                return [ResponseFault(check: check, message: "The body is not JSON: \(error.message)")]
            }
        case .text:
            guard let text = (charset ?? .utf8).text(bytes) else {
                return [ResponseFault(check: check, message: "The body is not text in its charset.")]
            }
            return faults(of: JSONCoding.string(text), schema, check, limits)
        case .xml(let plan): return faults(of: bytes, charset, plan, schema, check, limits)
        case .urlEncoded, .multipart, .opaque, .items: return []
        }
    }

    private func faults(
        of bytes: [UInt8], _ charset: TextCharset?, _ xml: XMLPlan, _ schema: CompiledSchema, _ check: Policy.Check,
        _ limits: Limits
    ) -> [ResponseFault] {
        do throws(XMLFault) {
            var decoder = XMLDecoder(xml, try XMLTree(bytes, charset: charset, depth: limits.jsonDepth))
            let value = decoder.value()
            guard decoder.faults.isEmpty else {
                return decoder.faults.map {
                    ResponseFault(check: check, message: "The body at \"\($0.pointer.description)\" \($0.message).")
                }
            }
            return faults(of: value, schema, check, limits)
        } catch {
            return [ResponseFault(check: check, message: "The body \(error.message).")]
        }
    }

    /// Items that are there at once; streams are checked while they pass.
    private func itemFaults(
        of body: NodeResponse.Body, _ checks: ItemChecks, _ check: Policy.Check, _ limits: Limits
    ) -> [ResponseFault] {
        guard case .bytes(let bytes) = body.whole else { return [] }
        let options = JSONParser.Options(
            maximumDepth: limits.jsonDepth, maximumBytes: bytes.count, duplicateKeys: .refuse)
        var inspection = ItemInspection(checks, options, violations: limits.violations)
        let fault = inspection.items(completedBy: bytes).fault ?? inspection.items(completedBy: nil).fault
        return fault.map { [ResponseFault(check: check, message: $0.message)] } ?? []
    }

    /// A stream is checked as far as that is possible while it passes.
    private func streamFaults(_ check: Policy.Check) -> [ResponseFault] {
        switch decoding {
        case .multipart, .opaque, .items: []
        case .json, .urlEncoded, .text, .xml:
            [
                ResponseFault(
                    check: check,
                    message: "The body is a stream, which cannot be checked against the schema of \(place); answer "
                        + "with a body that is whole, or set the policy for bodies of responses to \"report\".")
            ]
        }
    }

    private func faults(
        of value: JSON, _ schema: CompiledSchema, _ check: Policy.Check, _ limits: Limits
    ) -> [ResponseFault] {
        guard !schema.isValid(value) else { return [] }
        return schema.violations(in: value, atMost: limits.violations).map { violation in
            let place = violation.instance.description
            return ResponseFault(
                check: check,
                message: "The body at \"\(place)\" \(violation.message) (\(violation.schema)).")
        }
    }
}

extension Problem {
    /// The node broke the description: the details are for the log, and in the answer only where the policy says so.
    static func invalidResponse(_ faults: [ResponseFault], _ operation: CompiledOperation) -> Problem {
        let kind: Kind = operation.isForwarded ? .invalidUpstreamResponse : .invalidResponse
        switch operation.policy.problems {
        case .discreet:
            return Problem(kind, "The operation's answer does not meet the description; the log says why.")
        case .verbose:
            return Problem(kind, faults.map(\.message).joined(separator: " "))
        }
    }
}
