/// Numbers by place. Open addressing, at most half full.
///
/// The standard dictionary's keyed hash costs more than all else that is done at most places. This one has no key: entries of
/// a tape are numbered one behind the other, so that nobody can choose places that collide.
struct PlaceMap: Sendable {
    private struct Slot: Sendable {
        /// Zero is free.
        var key: UInt64
        var value: Int32
    }

    private var slots: [Slot] = []
    private var count = 0

    subscript(place: Place) -> Int32? {
        get {
            guard !slots.isEmpty else { return nil }
            let slot = slots[position(of: Self.key(place))]
            return slot.key == 0 ? nil : slot.value
        }
        set {
            guard let newValue else { return }
            if count * 2 >= slots.count { grow() }
            let key = Self.key(place)
            let position = position(of: key)
            if slots[position].key == 0 { count += 1 }
            slots[position] = Slot(key: key, value: newValue)
        }
    }

    func forEach(_ body: (Place, Int32) -> Void) {
        for slot in slots where slot.key != 0 {
            let document = Int32(truncatingIfNeeded: slot.key >> 32) - 1
            body(Place(document: document, index: Int32(truncatingIfNeeded: slot.key)), slot.value)
        }
    }

    /// Documents are numbered from zero on.
    private static func key(_ place: Place) -> UInt64 {
        UInt64(UInt32(bitPattern: place.document &+ 1)) << 32 | UInt64(UInt32(bitPattern: place.index))
    }

    private func position(of key: UInt64) -> Int {
        let mask = slots.count &- 1
        var position = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
        while slots[position].key != 0, slots[position].key != key { position = (position &+ 1) & mask }
        return position
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(key: 0, value: 0), count: max(32, old.count * 2))
        for slot in old where slot.key != 0 { slots[position(of: slot.key)] = slot }
    }
}
