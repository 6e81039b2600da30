import JSONCore

extension TapeEntry {
    /// nil when it is no integer of 64 bits.
    @inline(__always) var int64: Int64? {
        kind == .integer && flags.representation == .int64 ? Int64(bitPattern: payload) : nil
    }

    /// nil when it is not held as a double.
    @inline(__always) var heldDouble: Double? {
        isNumber && flags.representation == .double ? Double(bitPattern: payload) : nil
    }
}

extension JSONKind {
    static var every: JSONKind { JSONKind(rawValue: 0x7F) }
}
