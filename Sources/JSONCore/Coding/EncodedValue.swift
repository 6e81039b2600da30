/// A value on its way to the tape. Containers are shared with whoever fills them: `Encodable` may fill several at a time.
enum EncodedValue {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    /// Of a number.
    case literal(String)
    case string(String)
    case json(JSON)
    case array(EncodedArray)
    case object(EncodedObject)
    case slot(EncodedSlot)

    func build(_ builder: inout TapeBuilder) {
        switch self {
        case .null: builder.null()
        case .bool(let bool): builder.bool(bool)
        case .int(let int): builder.int(int)
        case .uint(let uint): builder.uint(uint)
        case .literal(let literal): _ = builder.number(literal: Array(literal.utf8))
        case .string(let string): builder.string(string)
        case .json(let json): builder.append(json)
        case .array(let array):
            builder.beginArray()
            for value in array.values { value.build(&builder) }
            builder.endArray()
        case .object(let object):
            builder.beginObject()
            for (key, value) in object.members {
                builder.key(key)
                value.build(&builder)
            }
            builder.endObject()
        case .slot(let slot): (slot.value ?? .object(EncodedObject())).build(&builder)
        }
    }
}

/// The place of a value that an encoder has not given yet.
final class EncodedSlot {
    var value: EncodedValue?
}

final class EncodedArray {
    var values: [EncodedValue] = []
}

final class EncodedObject {
    private(set) var members: [(key: String, value: EncodedValue)] = []
    /// Built for large objects only.
    private var positions: [[UInt8]: Int] = [:]

    func value(_ key: String) -> EncodedValue? { position(key).map { members[$0].value } }

    func set(_ key: String, _ value: EncodedValue) {
        if let position = position(key) {
            members[position].value = value
            return
        }
        members.append((key, value))
        if !positions.isEmpty { positions[Array(key.utf8)] = members.count - 1 }
    }

    private func position(_ key: String) -> Int? {
        guard members.count > 16 else {
            return members.firstIndex { $0.key.utf8.count == key.utf8.count && $0.key.utf8.elementsEqual(key.utf8) }
        }
        if positions.isEmpty {
            for (position, member) in members.enumerated() { positions[Array(member.key.utf8)] = position }
        }
        return positions[Array(key.utf8)]
    }
}
