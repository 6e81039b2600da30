import JSONCore

/// Simple numbers within bounds, as JSON literals.
///
/// Computed in `Double`: what comes out is checked against the schema afterwards, which is exact.
enum MockNumber {
    static func integer(_ facets: MockFacets, variant: Int) -> String {
        let bounds = Bounds(facets)
        var value = bounds.start(step: 1) + Double(variant) * (bounds.divisor ?? 1)
        value.round(.toNearestOrAwayFromZero)
        return Int64(exactly: value).map(String.init) ?? "0"
    }

    static func number(_ facets: MockFacets, variant: Int) -> String {
        let bounds = Bounds(facets)
        let value = bounds.start(step: 0.5) + Double(variant) * (bounds.divisor ?? 1)
        return Int64(exactly: value).map(String.init) ?? value.description
    }

    private struct Bounds {
        var lower: Double?
        var upper: Double?
        var excludesLower = false
        var excludesUpper = false
        let divisor: Double?

        init(_ facets: MockFacets) {
            let divisors = facets.values("multipleOf").compactMap(\.value.double).filter { $0 > 0 && $0.isFinite }
            divisor = divisors.max()
            lower = facets.values("minimum").compactMap(\.value.double).max()
            upper = facets.values("maximum").compactMap(\.value.double).min()
            excludesLower = facets.isTrue("exclusiveMinimum")
            excludesUpper = facets.isTrue("exclusiveMaximum")
            if let exclusive = facets.values("exclusiveMinimum").compactMap(\.value.double).max(),
                lower.map({ exclusive >= $0 }) ?? true
            {
                (lower, excludesLower) = (exclusive, true)
            }
            if let exclusive = facets.values("exclusiveMaximum").compactMap(\.value.double).min(),
                upper.map({ exclusive <= $0 }) ?? true
            {
                (upper, excludesUpper) = (exclusive, true)
            }
        }

        /// 1 when it may be, else the bound nearest to it, else the first multiple from there.
        func start(step: Double) -> Double {
            var value = 1.0
            if let lower, lower > value || (excludesLower && lower == value) {
                value = step == 1 ? lower.rounded(.up) : lower
                if excludesLower, value == lower { value += inset(step) }
            }
            if let upper, upper < value || (excludesUpper && upper == value) {
                value = step == 1 ? upper.rounded(.down) : upper
                if excludesUpper, value == upper { value -= inset(step) }
            }
            guard let divisor else { return value }
            let above = (value / divisor).rounded(.up) * divisor
            guard let upper, above > upper else { return above }
            return (value / divisor).rounded(.down) * divisor
        }

        /// Half of the room between the bounds, when that is less than a step.
        private func inset(_ step: Double) -> Double {
            guard step < 1, let lower, let upper, upper > lower else { return step }
            return min(step, (upper - lower) / 2)
        }
    }
}
