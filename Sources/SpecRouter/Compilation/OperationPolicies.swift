import JSONCore
package import OpenAPIModel

/// The policy of each operation: the one that the gateway has for the description, with what the description sets by
/// `x-specrouter-*` at its root, on a path item or on an operation.
package struct OperationPolicies {
    private let base: Policy
    private let document: OpenAPIDocument
    private let settings: DescriptionSettings
    /// Of operations that have settings.
    private var policies: [Place: Policy] = [:]
    private var notices: [Place: [HeaderField]] = [:]
    /// Operations that a wrong word applies to: what was meant is not known, so they are not served.
    private(set) var brokenOperations: Set<String> = []
    /// For what no operation has of its own.
    let description: Policy

    init(_ spec: SpecInput, report diagnostics: inout [Diagnostic]) {
        base = spec.policy
        document = spec.document
        settings = DescriptionSettings(spec.document)
        var log = SettingLog(document: spec.document)
        description = log.policy(settings.settings(of: spec.document.rootPlace), on: spec.policy, of: nil)
        for operation in spec.operations {
            let own = settings.settings(for: operation, in: document)
            guard !own.isEmpty else { continue }
            policies[operation.place] = log.policy(own, on: spec.policy, of: operation)
            notices[operation.place] = log.notices(own)
        }
        log.addMisplaced(settings, spec.operations)
        brokenOperations = log.brokenOperations
        diagnostics += log.diagnostics
    }

    /// For listing routes.
    package init(_ spec: SpecInput) {
        var unused: [Diagnostic] = []
        self.init(spec, report: &unused)
    }

    package func policy(of operation: Operation) -> Policy { policies[operation.place] ?? base }

    func notices(of operation: Operation) -> [HeaderField] { notices[operation.place] ?? [] }
}

/// Applies settings, and says what is wrong with them, each once.
private struct SettingLog {
    let document: OpenAPIDocument
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var brokenOperations: Set<String> = []
    private var known: Set<Place> = []

    init(document: OpenAPIDocument) {
        self.document = document
    }

    mutating func policy(
        _ settings: [DescriptionSettings.Setting], on base: Policy, of operation: Operation?
    ) -> Policy {
        var policy = base
        for setting in settings {
            guard let choice = PolicyChoice.extended[setting.key] else { continue }
            guard choice.set(&policy, setting.word) else {
                if let operation { brokenOperations.insert(operation.key) }
                add(.wrongWord(choice, setting), at: setting, operation)
                continue
            }
            if choice.word(policy) == Policy.Verbosity.verbose.rawValue { add(.verbose(setting), at: setting, nil) }
        }
        return policy
    }

    mutating func notices(_ settings: [DescriptionSettings.Setting]) -> [HeaderField] {
        let notices = OperationNotices(settings)
        for fault in notices.faults { add(.wrongDate(fault), at: fault, nil) }
        return notices.fields
    }

    private mutating func add(_ finding: Diagnostic, at setting: DescriptionSettings.Setting, _ operation: Operation?) {
        guard known.insert(setting.place).inserted else { return }
        var finding = finding
        finding.location = document.location(of: setting.place)
        finding.pointer = document.pointer(of: setting.place)
        finding.operation = operation?.key
        diagnostics.append(finding)
    }

    /// What nothing reads: keys that are none, and keys in objects that they say nothing about.
    mutating func addMisplaced(_ settings: DescriptionSettings, _ operations: [Operation]) {
        if settings.all.isEmpty { return }
        let root = document.rootPlace
        let owners = Set(operations.flatMap { $0.pathItems + [$0.place] })
        for (owner, setting) in settings.all where setting.key != PolicyChoice.ignoreKey {
            let isDate = OperationNotices.keys.contains(setting.key)
            guard let reach = isDate ? .operation : PolicyChoice.extended[setting.key]?.reach else {
                add(.unknownSetting(setting), at: setting, nil)
                continue
            }
            let isPlaced = owner == root || (reach == .operation && owners.contains(owner))
            if !isPlaced { add(.misplaced(reach, setting), at: setting, nil) }
        }
    }
}

extension PolicyChoice {
    /// Read by the linter, wherever it stands.
    fileprivate static let ignoreKey = "x-specrouter-ignore"

    fileprivate static let extended = Dictionary(all.map { ($0.extensionKey, $0) }) { first, _ in first }
}

extension DescriptionSettings.Setting {
    /// No choice has the empty word.
    fileprivate var word: String { value.string ?? "" }
}

extension Diagnostic {
    fileprivate static func wrongWord(_ choice: PolicyChoice, _ setting: DescriptionSettings.Setting) -> Diagnostic {
        let words = choice.words.map(\.word)
        let nearest = Spelling.nearest(to: setting.word, in: words).map { "Did you mean \"\($0)\"? " } ?? ""
        let list = words.map { "\"\($0)\"" }.joined(separator: ", ")
        return Diagnostic(
            .error, .unknownValue, "\"\(setting.key)\" must be one of \(list).",
            hint: "\(nearest)Until then what it applies to answers 501.")
    }

    fileprivate static func wrongDate(_ setting: DescriptionSettings.Setting) -> Diagnostic {
        Diagnostic(
            .warning, .unknownValue,
            "\"\(setting.key)\" must be a date such as 2030-01-31, or one with a time and a zone.",
            hint: "Until then clients are not told.")
    }

    fileprivate static func verbose(_ setting: DescriptionSettings.Setting) -> Diagnostic {
        Diagnostic(
            .warning, .verboseProblems, "\"\(setting.key)\" has answers tell details of inner failures.",
            hint: "This is for development: leave it out where strangers can ask.")
    }

    fileprivate static func unknownSetting(_ setting: DescriptionSettings.Setting) -> Diagnostic {
        let keys = PolicyChoice.all.map(\.extensionKey) + OperationNotices.keys + [PolicyChoice.ignoreKey]
        let nearest = Spelling.nearest(to: setting.key, in: keys).map { "Did you mean \"\($0)\"?" }
        return Diagnostic(
            .warning, .unknownField, "There is no setting \"\(setting.key)\", so nothing is set by it.",
            hint: nearest ?? "The settings are \(keys.map { "\"\($0)\"" }.joined(separator: ", ")).")
    }

    fileprivate static func misplaced(
        _ reach: PolicyChoice.Reach, _ setting: DescriptionSettings.Setting
    ) -> Diagnostic {
        let home =
            reach == .description
            ? "the root of the description" : "the root of the description, a path item or an operation"
        return Diagnostic(
            .warning, .unknownField, "\"\(setting.key)\" has no effect here.", hint: "Its place is \(home).")
    }
}
