import JSONCore

extension Compilation {
    mutating func site(_ value: JSON, _ keyword: String, in draft: NodeDraft) -> Int32 {
        tables.sites.append(Site(document: draft.document, index: Int32(value.index), keyword: keyword))
        return Int32(tables.sites.count - 1)
    }

    mutating func append(list: [Int32]) -> Int32 {
        let start = Int32(tables.lists.count)
        tables.lists += list
        return start
    }

    /// Freezes names into slots and the buckets that find them. The first 64 required names get a bit.
    mutating func table(of drafts: [SlotDraft]) -> NameTable {
        var size = 2
        while size < drafts.count * 2 { size *= 2 }
        let table = NameTable(
            start: Int32(tables.slots.count), count: Int32(drafts.count), buckets: Int32(tables.buckets.count),
            mask: Int32(size - 1))
        tables.buckets.append(contentsOf: repeatElement(-1, count: size))
        var bit: UInt64 = 1
        for draft in drafts {
            var bucket = Int(draft.key.hash) & (size - 1)
            while tables.buckets[Int(table.buckets) + bucket] >= 0 { bucket = (bucket + 1) & (size - 1) }
            tables.buckets[Int(table.buckets) + bucket] = Int32(tables.slots.count)
            tables.slots.append(
                Slot(
                    key: draft.key, name: Int32(tables.names.count), node: draft.node,
                    required: draft.isRequired ? bit : 0))
            if draft.isRequired { bit <<= 1 }
            tables.names.append(contentsOf: draft.name.utf8)
        }
        return table
    }
}

/// A keyword's value that counts something: an integer from 0 on, however it is written.
struct Limit {
    /// At most `Int32.max`: no instance has that many of anything.
    var value: Int

    init?(_ value: JSON) {
        guard let number = value.number, number.isInteger, number >= JSONNumber(0) else { return nil }
        self.value = Int(min(number.int64 ?? .max, Int64(Int32.max)))
    }
}

extension Compilation {
    mutating func limit(_ value: JSON, _ keyword: String, in draft: NodeDraft) -> Limit? {
        if let limit = Limit(value) { return limit }
        refuse(value, "\"\(keyword)\" must be an integer that is not negative.", in: draft)
        return nil
    }

    mutating func limit(_ opcode: Opcode, _ value: JSON, _ keyword: String, in draft: inout NodeDraft) {
        guard let limit = limit(value, keyword, in: draft) else { return }
        draft.append(opcode, site(value, keyword, in: draft), Int32(limit.value))
    }

    mutating func boolean(_ value: JSON, _ keyword: String, in draft: NodeDraft) -> Bool? {
        if let bool = value.bool { return bool }
        refuse(value, "\"\(keyword)\" must be true or false.", in: draft)
        return nil
    }

    mutating func refuse(_ value: JSON, _ message: String, in draft: NodeDraft) {
        refuse(value, .badKeywordValue, message, in: draft)
    }

    mutating func refuse(_ value: JSON, _ code: SchemaError.Code, _ message: String, in draft: NodeDraft) {
        let place = Place(document: draft.document, index: Int32(value.index))
        faults[draft.id, default: []].append(Fault(place: place, code: code, message: message))
    }

    /// A schema that a reference leads to, without compiling it.
    mutating func peek(_ reference: String, from resource: Int32) -> JSON? {
        resolve(reference, from: resource)?.json
    }
}
