/// One choice of a policy as people write it: its names, its words and what they mean. A row of the table in `Policies.md`.
public struct PolicyChoice: Sendable {
    /// The smallest thing that it can be set for.
    public enum Reach: String, Sendable, Hashable {
        case description, operation
    }

    /// Its key below `policy` in a configuration file; `responses.body` is the key `body` of the object `responses`.
    public let name: String
    public let reach: Reach
    /// What is chosen, as a sentence.
    public let summary: String
    /// Each with what it means.
    public let words: [(word: String, meaning: String)]
    /// The word for what a policy says.
    public let word: @Sendable (Policy) -> String
    /// False, and nothing is set, for a word that it does not have.
    let set: @Sendable (inout Policy, String) -> Bool

    /// In the order of the documentation.
    public static let all: [PolicyChoice] = [
        .unboundOperations, .description, .mount, .methodFallback, .trailingSlash, .unknownQuery, .duplicateKeys,
        .nullable, .wrongWay, .violations, .responseStatus, .responseType, .responseBody, .responseHeaders,
        .responseSample, .brokenEvents, .problems,
    ]

    /// Its key in a description: `x-specrouter-responses-body`.
    public var extensionKey: String {
        let letters = name.flatMap { $0.isUppercase ? ["-", Character($0.lowercased())] : [$0 == "." ? "-" : $0] }
        return "x-specrouter-" + String(letters)
    }

    private init<Choice: RawRepresentable<String> & Sendable>(
        _ name: String, _ path: any WritableKeyPath<Policy, Choice> & Sendable, for reach: Reach, _ summary: String,
        words: [(word: String, meaning: String)]
    ) {
        self.name = name
        self.reach = reach
        self.summary = summary
        self.words = words
        word = { $0[keyPath: path].rawValue }
        set = { policy, word in
            guard let choice = Choice(rawValue: word) else { return false }
            policy[keyPath: path] = choice
            return true
        }
    }

    /// A closed choice: `meaning` has to know every case.
    private init<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, _ path: any WritableKeyPath<Policy, Choice> & Sendable, for reach: Reach = .operation,
        _ summary: String, _ meaning: (Choice) -> String
    ) {
        self.init(
            name, path, for: reach, summary, words: Choice.allCases.map { ($0.rawValue, meaning($0)) })
    }
}

/// What is served, and where.
extension PolicyChoice {
    static let unboundOperations = PolicyChoice(
        "unboundOperations", \.unboundOperations,
        "What becomes of an operation whose node id no node is registered under."
    ) { choice in
        switch choice {
        case .refuse: "The gateway does not start, and a reload keeps what there is."
        case .notImplemented: "It answers 501."
        case .fallback: "The fallback node answers, or 501 where there is none."
        }
    }

    static let description = PolicyChoice(
        "description", \.description, for: .description, "Whether clients can read the description."
    ) { choice in
        switch choice {
        case .served: "It is at `openapi.json` and `openapi.yaml` below the mount."
        case .hidden: "It is not."
        }
    }

    static let mount = PolicyChoice(
        "mount", \.mount, "Where paths begin, when the configuration gives no mount."
    ) { choice in
        switch choice {
        case .server: "Below the base path of the first server that applies to the operation."
        case .none: "At the root: servers are ignored."
        }
    }

    static let methodFallback = PolicyChoice(
        "methodFallback", \.methodFallback, "What follows when the most specific path lacks the request's method."
    ) { choice in
        switch choice {
        case .refuse: "405 with `Allow`."
        case .lessSpecific: "The next path that fits and has the method, else 405."
        }
    }

    static let trailingSlash = PolicyChoice(
        "trailingSlash", \.trailingSlash, "Whether `/pets` and `/pets/` are one path."
    ) { choice in
        switch choice {
        case .significant: "They are two."
        case .ignored: "They are one, unless the description has both."
        }
    }
}

/// What is taken from clients.
extension PolicyChoice {
    static let unknownQuery = PolicyChoice(
        "unknownQuery", \.unknownQuery, "What becomes of query parameters that the operation does not declare."
    ) { choice in
        switch choice {
        case .ignore: "Nothing."
        case .report: "They are logged."
        case .refuse: "The request is refused."
        }
    }

    static let duplicateKeys = PolicyChoice(
        "duplicateKeys", \.duplicateKeys, "What becomes of a JSON body with one key twice in an object."
    ) { choice in
        switch choice {
        case .refuse: "The request is refused."
        case .allow: "The last one counts; both have to meet the schema."
        }
    }

    static let nullable = PolicyChoice(
        "nullable", \.nullable, "What `nullable` means in OpenAPI 3.1 and later, which do not have it."
    ) { choice in
        switch choice {
        case .honour: "What it means in 3.0: beside a `type`, null is welcome."
        case .ignore: "Nothing."
        }
    }

    static let wrongWay = PolicyChoice(
        "wrongWay", \.wrongWay,
        "What becomes of a `readOnly` property in a request, and of a `writeOnly` one in a response."
    ) { choice in
        switch choice {
        case .ignore: "It is handed on like any other."
        case .refuse: "It is a violation, and its being `required` does not count on that way."
        }
    }

    static let violations = PolicyChoice(
        "violations", \.violations, "The status for a request that does not meet the description."
    ) { choice in
        switch choice {
        case .declared: "400, or 422 where the operation declares that and not 400."
        case .badRequest: "400."
        case .unprocessable: "422."
        }
    }
}

/// What goes to clients.
extension PolicyChoice {
    static let responseStatus = check("status", \.responses.status, "What follows when the status is not declared.")
    static let responseType = check("type", \.responses.type, "What follows when the media type is not declared.")
    static let responseBody = check("body", \.responses.body, "What follows when the body breaks its schema.")
    static let responseHeaders = check(
        "headers", \.responses.headers, "What follows when a required header is missing.")

    private static func check(
        _ name: String, _ path: any WritableKeyPath<Policy, Policy.Check> & Sendable, _ summary: String
    ) -> PolicyChoice {
        PolicyChoice("responses." + name, path, summary) { choice in
            switch choice {
            case .off: "Nothing; it is not looked at."
            case .report: "The log tells of it, and the answer leaves as it is."
            case .enforce: "The log tells of it, and the client gets 500; of an upstream's answer, 502."
            }
        }
    }

    static let responseSample = PolicyChoice(
        "responses.check", \.responses.check, for: .operation, "How many answers are checked at all.",
        words: [("all", "Each."), ("1 in N", "One of N on average, picked by the request's id.")])

    static let brokenEvents = PolicyChoice(
        "brokenEvents", \.brokenEvents,
        "How a stream of events ends when an event breaks its schema, or the node throws."
    ) { choice in
        switch choice {
        case .cut: "The connection ends in the middle of the answer."
        case .errorEvent: "The last event is one of the type `error`."
        }
    }

    static let problems = PolicyChoice(
        "problems", \.problems, "What answers tell of inner failures."
    ) { choice in
        switch choice {
        case .discreet: "Nothing; details go to the log alone."
        case .verbose: "All, for development: it is warned of at each start."
        }
    }
}
