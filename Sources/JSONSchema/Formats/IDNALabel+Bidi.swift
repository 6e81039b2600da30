/// RFC 5893, section 2. Only characters that IDNA permits are classified, which leaves six of Unicode's classes.
extension IDNALabel {
    enum Direction {
        case left
        /// `R` and `AL`, which the rule treats alike.
        case right
        case europeanNumber, arabicNumber, nonspacing
        /// `ES`, `ON` and `BN`.
        case neutral
    }

    var isRightToLeft: Bool {
        scalars.contains { $0.direction == .right || $0.direction == .arabicNumber }
    }

    var satisfiesBidiRule: Bool {
        let directions = scalars.map(\.direction)
        let last = directions.last { $0 != .nonspacing }
        switch directions.first {
        case .left:
            return !directions.contains { $0 == .right || $0 == .arabicNumber }
                && (last == .left || last == .europeanNumber)
        case .right:
            return !directions.contains(.left) && last != .neutral
                && !(directions.contains(.europeanNumber) && directions.contains(.arabicNumber))
        default:
            return false
        }
    }
}

extension Unicode.Scalar {
    /// For characters that are valid in a label.
    var direction: IDNALabel.Direction {
        if isIn(IDNATables.nonspacing) { return .nonspacing }
        if isIn(IDNATables.right) { return .right }
        if isIn(IDNATables.europeanNumber) { return .europeanNumber }
        if isIn(IDNATables.arabicNumber) { return .arabicNumber }
        return isIn(IDNATables.neutral) ? .neutral : .left
    }
}
