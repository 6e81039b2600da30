import Synchronization

/// A property that `\p{...}` may name, ECMA-262 tables 66 to 69.
enum UnicodeProperty {
    case fixed(ScalarSet)
    case categories(Set<Unicode.GeneralCategory>)
    case binary(name: String, @Sendable (Unicode.Scalar.Properties) -> Bool)
    /// ECMA-262 has it, but nothing here knows its code points.
    case unsupported(reason: String)

    /// `text` is what stands between the braces. nil when ECMA-262 has no such property.
    init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch (parts[0], parts.count) {
        case (_, 1): self.init(lone: text)
        case ("General_Category", _), ("gc", _):
            guard let categories = Self.generalCategories[parts[1]] else { return nil }
            self = .categories(categories)
        case ("Script", _), ("sc", _), ("Script_Extensions", _), ("scx", _):
            self = .unsupported(reason: "Scripts are not supported in patterns yet. Write the ranges out.")
        default: return nil
        }
    }

    private init?(lone name: String) {
        if let set = Self.fixed[name] {
            self = .fixed(set)
        } else if let categories = Self.generalCategories[name] {
            self = .categories(categories)
        } else if let test = Self.binaryProperties[name] {
            self = .binary(name: name, test)
        } else if name == "Extended_Pictographic" || name == "ExtPict" {
            self = .unsupported(reason: "This property is not supported in patterns. Write the ranges out.")
        } else {
            return nil
        }
    }

    /// Takes some milliseconds for the first general category and for each binary property of a process.
    ///
    /// Empty for what is not supported.
    var scalars: ScalarSet {
        switch self {
        case .fixed(let set): set
        case .categories(let categories):
            ScalarSet(Self.categoryRuns.filter { categories.contains($0.value) }.map(\.range))
        case .binary(let name, let test): Self.scan(name, test)
        case .unsupported: ScalarSet()
        }
    }

    /// Binary properties that were scanned for, by name.
    private static let scanned = Mutex<[String: ScalarSet]>([:])

    private static func scan(_ name: String, _ test: (Unicode.Scalar.Properties) -> Bool) -> ScalarSet {
        if let known = scanned.withLock({ $0[name] }) { return known }
        let set = ScalarSet(runs(of: test).filter(\.value).map(\.range))
        scanned.withLock { $0[name] = set }
        return set
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
