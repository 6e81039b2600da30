/// RFC 5893, section 2. Only characters that IDNA permits are classified, which leaves six of Unicode's classes.
extension IDNALabel {
    enum Direction {
        case left
        /// `R` and `AL`, which the rule treats alike.
        case right
        case europeanNumber, arabicNumber, nonspacing
        /// `ES` and `ON`.
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
    /// For characters that are valid in a label. Assigned letters and digits have their block's direction.
    var direction: IDNALabel.Direction {
        if isCombiningMark, properties.generalCategory != .spacingMark { return .nonspacing }
        switch value {
        case 0x30...0x39, 0x06F0...0x06F9: return .europeanNumber
        case 0x0660...0x0669, 0x10D30...0x10D39: return .arabicNumber
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return .right
        case 0x2D, 0xB7, 0x02B9...0x02BA, 0x02C6...0x02CF, 0x02EC, 0x0375, 0x200C, 0x200D, 0x30FB: return .neutral
        case 0x2E2F, 0xA67F, 0xA717...0xA71F, 0xA788: return .neutral
        default: return .left
        }
    }
}
