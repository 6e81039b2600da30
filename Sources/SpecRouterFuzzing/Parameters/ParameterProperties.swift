package import JSONCore
import SpecRouter

/// What holds for every text that stands where a parameter is read: it has a value, or faults, or neither; and what is
/// written for the value is read as the same value.
package enum ParameterProperties {
    static func check(_ input: [UInt8]) throws(Finding) {
        var choices = Choices(input)
        let entries = ParameterCatalogue.entries
        try Finding.unless(!entries.isEmpty, "The catalogue of parameters can be read", "")
        let entry = choices.pick(entries)
        let text = ParameterCatalogue.text(entry, Array(choices.rest()))
        let (value, faults) = entry.codec.decode(text)
        let detail = "\(entry.way), \(entry.schema): \(text)"
        try Finding.unless(value == nil || faults.isEmpty, "What has faults has no value", detail)
        if let value { try checkRoundTrip(value, of: entry, detail) }
    }

    /// - Returns: whether the value can be written.
    @discardableResult
    package static func checkRoundTrip(
        _ value: JSON, of entry: ParameterCatalogue.Entry, _ detail: String
    ) throws(Finding) -> Bool {
        let text: ParameterText
        do throws(EncodingRefusal) {
            text = try entry.codec.encode(value)
        } catch {
            return false
        }
        let again = entry.codec.decode(text)
        try Finding.unless(
            again.faults.isEmpty && again.value == value, "What is written is read as the same value",
            "\(detail)\nvalue \(value), written \(text), read \(again)")
        return true
    }
}
