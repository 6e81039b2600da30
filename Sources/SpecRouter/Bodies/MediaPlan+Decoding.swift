import JSONCore

extension MediaPlan {
    /// The body as JSON; nil when it is opaque, or not well-formed, which goes to `findings`.
    func decode(
        _ bytes: [UInt8], _ charset: TextCharset?, _ json: JSONReading, _ limits: Limits,
        _ findings: inout RequestFindings
    ) -> JSON? {
        switch decoding {
        case .json:
            do throws(JSONSyntaxError) {
                return try json.parse(bytes)
            } catch {
                findings.add(syntax("is not JSON: \(error.message) (line \(error.line), column \(error.column))"))
                return nil
            }
        case .urlEncoded(let form):
            guard let bytes = (charset ?? .utf8).form(bytes) else {
                findings.add(syntax("is not text in the charset that its Content-Type names"))
                return nil
            }
            return decode(bytes, as: form, &findings)
        case .text:
            guard let text = (charset ?? .utf8).text(bytes) else {
                findings.add(
                    syntax(
                        charset == nil
                            ? "is not UTF-8 text" : "is not text in the charset that its Content-Type names"))
                return nil
            }
            return JSONCoding.string(text)
        case .xml(let plan): return decode(bytes, charset, as: plan, limits, &findings)
        case .multipart, .opaque, .items: return nil
        }
    }

    private func decode(
        _ bytes: [UInt8], _ charset: TextCharset?, as xml: XMLPlan, _ limits: Limits, _ findings: inout RequestFindings
    ) -> JSON? {
        do throws(XMLFault) {
            var decoder = XMLDecoder(xml, try XMLTree(bytes, charset: charset, depth: limits.jsonDepth))
            let value = decoder.value()
            for fault in decoder.faults {
                findings.add(
                    RequestViolation(
                        in: .body, pointer: fault.pointer.description, keyword: "xml", message: fault.message,
                        schema: place.reference))
            }
            return decoder.faults.isEmpty ? value : nil
        } catch {
            findings.add(syntax(error.message))
            return nil
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
            if let schema { findings.add(schema, tape.finish(), besides: faults.map(\.pointer)) }
            return nil
        }
        return tape.finish()
    }

    private func syntax(_ message: String) -> RequestViolation {
        RequestViolation(in: .body, keyword: "syntax", message: message, schema: place.reference)
    }
}

/// How JSON is read, and with what.
struct JSONReading {
    let options: JSONParser.Options
    let parsers: ParserPool

    func parse(_ text: [UInt8]) throws(JSONSyntaxError) -> JSON { try parsers.parse(text, options) }
}

extension JSONParser.Options {
    init(_ policy: Policy, _ limits: Limits) {
        self.init(
            maximumDepth: limits.jsonDepth, maximumBytes: limits.bodyBytes,
            duplicateKeys: policy.duplicateKeys == .allow ? .allow : .refuse)
    }
}
