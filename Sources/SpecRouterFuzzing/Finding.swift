/// A rule that an input broke.
package struct Finding: Error, Sendable, CustomStringConvertible {
    /// What should have held, as a sentence.
    package var rule: String
    /// What the input was taken to be, and what came of it.
    package var detail: String

    package init(_ rule: String, _ detail: String) {
        self.rule = rule
        self.detail = detail
    }

    package var description: String { "\(rule)\n\(detail)" }

    /// Throws a finding unless the rule holds.
    static func unless(
        _ holds: Bool, _ rule: @autoclosure () -> String, _ detail: @autoclosure () -> String
    ) throws(Finding) {
        guard holds else { throw Finding(rule(), detail()) }
    }
}
