/// A property that `\p{...}` may name, ECMA-262 tables 66 to 69.
enum UnicodeProperty {
    case any, ascii, assigned
    case categories(Set<Unicode.GeneralCategory>)
    case binary(@Sendable (Unicode.Scalar.Properties) -> Bool)

    struct Refusal: Error {
        var message: String
    }

    /// `text` is what stands between the braces.
    static func resolve(_ text: String) -> Result<UnicodeProperty, Refusal> {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return resolve(lone: text) }
        switch parts[0] {
        case "General_Category", "gc":
            guard let categories = generalCategories[parts[1]] else {
                return .failure(Refusal(message: "Unicode has no such general category."))
            }
            return .success(.categories(categories))
        case "Script", "sc", "Script_Extensions", "scx":
            return .failure(Refusal(message: "Scripts are not supported in patterns yet. Write the ranges out."))
        default:
            return .failure(Refusal(message: "ECMA-262 knows no such property with a value."))
        }
    }

    private static func resolve(lone name: String) -> Result<UnicodeProperty, Refusal> {
        switch name {
        case "Any": return .success(.any)
        case "ASCII": return .success(.ascii)
        case "Assigned": return .success(.assigned)
        default: break
        }
        if let categories = generalCategories[name] { return .success(.categories(categories)) }
        if let test = binaryProperties[name] { return .success(.binary(test)) }
        return .failure(Refusal(message: "ECMA-262 knows no such property, or this library does not support it."))
    }

    /// Takes some milliseconds for the first property of a process, and for each binary property.
    var scalars: ScalarSet {
        switch self {
        case .any: .all
        case .ascii: ScalarSet([0...0x7F])
        case .assigned: UnicodeProperty.categories([.unassigned]).scalars.inverted
        case .categories(let categories):
            ScalarSet(Self.categoryRuns.filter { categories.contains($0.value) }.map(\.range))
        case .binary(let test): ScalarSet(Self.runs(of: test).filter(\.value).map(\.range))
        }
    }

    private struct Run<Value: Equatable & Sendable>: Sendable {
        var range: ClosedRange<UInt32>
        var value: Value
    }

    /// Scanned once a process.
    private static let categoryRuns: [Run<Unicode.GeneralCategory>] = runs(of: \.generalCategory)

    /// All code points in runs with the same value. Surrogates, which no text contains, count to the run before them.
    private static func runs<Value>(of property: (Unicode.Scalar.Properties) -> Value) -> [Run<Value>] {
        var runs: [Run<Value>] = []
        var value: UInt32 = 0
        while value <= ScalarSet.last {
            let range = value...last(alike: value)
            value = range.upperBound &+ 1
            guard let found = Unicode.Scalar(range.lowerBound).map({ property($0.properties) }) else { continue }
            if let last = runs.last, last.value == found {
                runs[runs.count &- 1].range = last.range.lowerBound...range.upperBound
            } else {
                runs.append(Run(range: range, value: found))
            }
        }
        return runs
    }

    /// The last code point that is known to share all properties with `value` and those between.
    ///
    /// Planes 4 to 13 are unassigned and planes 15 and 16 for private use, but for the last two code points of each,
    /// which are noncharacters (Unicode Standard, section 2.8). Asking about each would take four times as long.
    private static func last(alike value: UInt32) -> UInt32 {
        let plane = value >> 16
        guard plane > 3, plane != 14, value & 0xFFFF < 0xFFFE else { return value }
        return plane << 16 | 0xFFFD
    }
}
