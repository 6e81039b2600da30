import JSONCore

/// Says what is worth saying about a description beyond its validity.
///
/// The time it takes is bounded by the size of the description: real ones of some megabytes take tenths of a second.
public struct Linter: Sendable {
    /// Instead of the rules' own.
    public var levels: [Diagnostic.Code: LintLevel]
    /// Of one rule, that many are told and the rest counted.
    public var findingsPerRule: Int

    public init(levels: [Diagnostic.Code: LintLevel] = [:], findingsPerRule: Int = 1_000) {
        self.levels = levels
        self.findingsPerRule = findingsPerRule
    }

    /// By document, line and column.
    public func findings(in document: OpenAPIDocument) -> [Diagnostic] {
        let survey = DescriptionSurvey(document)
        var log = DiagnosticLog()
        for rule in LintRule.all {
            guard let severity = (levels[rule.code] ?? rule.level).severity else { continue }
            add(rule, severity, survey, to: &log)
        }
        return log.sorted().withExcerpts(from: document.texts)
    }

    private func add(
        _ rule: LintRule, _ severity: Diagnostic.Severity, _ survey: DescriptionSurvey, to log: inout DiagnosticLog
    ) {
        let found = rule.check(survey).filter { !survey.marks.silence(rule.code, at: $0.place) }
            .sorted { ($0.place.document, $0.place.index) < ($1.place.document, $1.place.index) }
        let rest = found.count - findingsPerRule
        var unused = DiagnosticLog.Findings()
        for (index, finding) in found.prefix(findingsPerRule).enumerated() {
            var hint = finding.hint ?? rule.advice
            if rest > 0, index == findingsPerRule - 1 { hint += " Findings of this rule that are not shown: \(rest)." }
            let diagnostic = survey.document.diagnostic(
                severity, rule.code, finding.message, hint: hint, at: finding.place)
            log.add(diagnostic, document: finding.place.document, to: &unused)
        }
    }

    /// Gives findings of others that are rules of the table as well, such as those of the route table, the levels that
    /// are set here, and leaves out those that are off, or silenced at the operation of the document that they are about.
    public func settled(_ diagnostics: [Diagnostic], of document: OpenAPIDocument) -> [Diagnostic] {
        guard diagnostics.contains(where: { LintRule.named($0.code) != nil }) else { return diagnostics }
        let marks = IgnoreMarks(document)
        let operations = (document.operations + document.webhooks).map { (document.location(of: $0.place), $0.place) }
        let places = Dictionary(operations) { first, _ in first }
        return diagnostics.compactMap { diagnostic in
            guard LintRule.named(diagnostic.code) != nil, let place = diagnostic.location.flatMap({ places[$0] })
            else { return diagnostic }
            if marks.silence(diagnostic.code, at: place) { return nil }
            guard let level = levels[diagnostic.code] else { return diagnostic }
            guard let severity = level.severity else { return nil }
            var settled = diagnostic
            settled.severity = severity
            return settled
        }
    }
}

extension OpenAPIDocument {
    fileprivate func diagnostic(
        _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ message: String, hint: String, at place: Place
    ) -> Diagnostic {
        let shown = Place(document: place.document, index: reportIndex(of: place))
        return Diagnostic(
            severity, code, message, hint: hint, location: location(of: shown), pointer: pointer(of: place))
    }

    private func reportIndex(of place: Place) -> Int {
        let root = sources[place.document].root
        var parent = root.tape.pointer(to: place.index)
        let isMember = parent.tokens.popLast() != nil && root.value(at: parent)?.kind == .object
        let keyIndex = isMember ? place.index - 1 : nil
        return Element(document: place.document, json: json(at: place), keyIndex: keyIndex).reportIndex
    }
}
