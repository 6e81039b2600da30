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

    /// A scan of all code points for binary properties (tens of milliseconds), a look-up otherwise.
    var scalars: ScalarSet {
        switch self {
        case .any: .all
        case .ascii: ScalarSet([0...0x7F])
        case .assigned: Self.scalars(in: [.unassigned]).inverted
        case .categories(let categories): Self.scalars(in: categories)
        case .binary(let test): Self.scalars(where: test)
        }
    }

    private static func scalars(in categories: Set<Unicode.GeneralCategory>) -> ScalarSet {
        ScalarSet(categoryRuns.lazy.filter { categories.contains($0.category) }.map(\.range))
    }

    private static func scalars(where test: (Unicode.Scalar.Properties) -> Bool) -> ScalarSet {
        var ranges: [ClosedRange<UInt32>] = []
        for value in 0...ScalarSet.last {
            guard let scalar = Unicode.Scalar(value), test(scalar.properties) else { continue }
            if let last = ranges.last, last.upperBound &+ 1 == value {
                ranges[ranges.count &- 1] = last.lowerBound...value
            } else {
                ranges.append(value...value)
            }
        }
        return ScalarSet(ranges)
    }

    private struct CategoryRun {
        var range: ClosedRange<UInt32>
        var category: Unicode.GeneralCategory
    }

    /// All code points in runs of one category, surrogates included. Scanned once a process.
    private static let categoryRuns: [CategoryRun] = {
        var runs: [CategoryRun] = []
        for value in 0...ScalarSet.last {
            let category = Unicode.Scalar(value)?.properties.generalCategory ?? .surrogate
            if let last = runs.last, last.category == category {
                runs[runs.count &- 1].range = last.range.lowerBound...value
            } else {
                runs.append(CategoryRun(range: value...value, category: category))
            }
        }
        return runs
    }()
}
