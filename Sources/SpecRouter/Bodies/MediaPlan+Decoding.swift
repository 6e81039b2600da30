import JSONCore

extension MediaPlan {
    /// The body as JSON; nil when it is opaque, or not well-formed, which goes to `findings`.
    func decode(
        _ bytes: [UInt8], _ policy: Policy, _ limits: Limits, _ findings: inout RequestFindings
    ) -> JSON? {
        switch decoding {
        case .json:
            do throws(JSONSyntaxError) {
                return try JSON(parsing: bytes, options: JSONParser.Options(policy, limits))
            } catch {
                findings.add(syntax("is not JSON: \(error.message) (line \(error.line), column \(error.column))"))
                return nil
            }
        case .urlEncoded(let form): return decode(bytes, as: form, &findings)
        case .text:
            guard let text = String(validating: bytes, as: UTF8.self) else {
                findings.add(syntax("is not UTF-8 text"))
                return nil
            }
            return JSONCoding.string(text)
        case .multipart, .opaque, .items: return nil
        }
    }

    private func decode(_ bytes: [UInt8], as form: URLEncodedBody, _ findings: inout RequestFindings) -> JSON? {
        var tape = TapeBuilder()
        let faults = form.decode(bytes.span, into: &tape)
        guard faults.isEmpty else {
            for fault in faults {
                findings.add(
                    RequestViolation(
                        in: .body, pointer: fault.pointer, keyword: fault.keyword, message: fault.message,
                        schema: place.reference))
            }
            return nil
        }
        return tape.finish()
    }

    private func syntax(_ message: String) -> RequestViolation {
        RequestViolation(in: .body, keyword: "syntax", message: message, schema: place.reference)
    }
}

extension JSONParser.Options {
    init(_ policy: Policy, _ limits: Limits) {
        self.init(
            maximumDepth: limits.jsonDepth, maximumBytes: limits.bodyBytes,
            duplicateKeys: policy.duplicateKeys == .allow ? .allow : .refuse)
    }
}
