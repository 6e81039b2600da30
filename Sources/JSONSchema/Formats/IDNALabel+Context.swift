extension IDNALabel {
    /// RFC 5892, appendix A: whether a contextual character stands where its rule lets it.
    func isInContext(at index: Int) -> Bool {
        let before = index > 0 ? scalars[index &- 1] : nil
        let after = index &+ 1 < scalars.count ? scalars[index &+ 1] : nil
        switch scalars[index].value {
        case 0x200C: return before?.isVirama == true || joins(across: index)
        case 0x200D: return before?.isVirama == true
        case 0x00B7: return before == "l" && after == "l"
        case 0x0375: return after?.isIn(IDNAScripts.greek) == true
        case 0x05F3, 0x05F4: return before?.isIn(IDNAScripts.hebrew) == true
        case 0x30FB: return scalars.contains { IDNAScripts.kanaOrHan.contains(where: $0.isIn) }
        case 0x0660...0x0669: return !scalars.contains { (0x06F0...0x06F9).contains($0.value) }
        case 0x06F0...0x06F9: return !scalars.contains { (0x0660...0x0669).contains($0.value) }
        default: return false
        }
    }

    /// `(L|D) T* ZWNJ T* (R|D)` by joining type.
    private func joins(across index: Int) -> Bool {
        let before = scalars[..<index].last { !$0.isIn(IDNATables.transparent) }
        let after = scalars[(index &+ 1)...].first { !$0.isIn(IDNATables.transparent) }
        return before?.isIn(IDNATables.joiningForward) == true && after?.isIn(IDNATables.joiningBackward) == true
    }
}
