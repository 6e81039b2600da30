/// What an operation answers.
extension ComparisonBuilder {
    mutating func compareResponses(_ old: Operation, _ new: Operation) {
        for (key, response) in new.responses {
            guard let known = old.responses.first(where: { $0.key == key })?.response else {
                add(.added, "the response \(key).", after: response.place)
                continue
            }
            let subject = "the response \(key)"
            compareContent(known.content, response.content, of: subject, .toClient)
            compareHeaders(known, response, of: subject)
        }
        for (key, known) in old.responses where !new.responses.contains(where: { $0.key == key }) {
            add(.removed, "the response \(key).", isBreaking: key.isSuccess, before: known.place)
        }
    }

    private mutating func compareHeaders(_ old: Response, _ new: Response, of subject: String) {
        for (name, header) in new.headers {
            guard let known = old.headers.first(where: { $0.name.lowercased() == name.lowercased() })?.header else {
                add(.added, "the header \"\(name)\" of \(subject).", after: header.place)
                continue
            }
            if known.isRequired, !header.isRequired {
                add(
                    .loosened, "the header \"\(name)\" of \(subject) may be missing now.", isBreaking: true,
                    before: known.place, after: header.place)
            }
            compareSchemas(known.schema, header.schema, of: "the header \"\(name)\" of \(subject)", .toClient)
        }
        for (name, known) in old.headers
        where !new.headers.contains(where: { $0.name.lowercased() == name.lowercased() }) {
            add(
                .removed, "the header \"\(name)\" of \(subject).", isBreaking: known.isRequired, before: known.place)
        }
    }
}

extension ResponseKey {
    fileprivate var isSuccess: Bool {
        switch self {
        case .status(let code): (200..<300).contains(code)
        case .range(let digit): digit == 2
        case .default: true
        }
    }
}
