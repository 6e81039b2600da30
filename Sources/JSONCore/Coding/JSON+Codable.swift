extension JSON: Codable {
    /// Without loss from a document of this package; from other decoders, numbers come as `Int64`, `UInt64` or `Double`.
    public init(from decoder: any Decoder) throws {
        if let decoder = decoder as? ValueDecoder {
            self = decoder.json
            return
        }
        var builder = TapeBuilder()
        try Self.copy(from: decoder, to: &builder)
        self = builder.finish()
    }

    private static func copy(from decoder: any Decoder, to builder: inout TapeBuilder) throws {
        if let members = try? decoder.container(keyedBy: PathKey.self) {
            builder.beginObject()
            for key in members.allKeys {
                builder.key(key.stringValue)
                builder.append(try members.decode(JSON.self, forKey: key))
            }
            builder.endObject()
            return
        }
        if var elements = try? decoder.unkeyedContainer() {
            builder.beginArray()
            while !elements.isAtEnd { builder.append(try elements.decode(JSON.self)) }
            builder.endArray()
            return
        }
        try copyScalar(from: decoder.singleValueContainer(), to: &builder)
    }

    private static func copyScalar(
        from value: any SingleValueDecodingContainer, to builder: inout TapeBuilder
    ) throws {
        if value.decodeNil() {
            builder.null()
        } else if let bool = try? value.decode(Bool.self) {
            builder.bool(bool)
        } else if let int = try? value.decode(Int64.self) {
            builder.int(int)
        } else if let uint = try? value.decode(UInt64.self) {
            builder.uint(uint)
        } else if let double = try? value.decode(Double.self), builder.double(double) {
            return
        } else {
            builder.string(try value.decode(String.self))
        }
    }

    /// Without loss to a document of this package; to other encoders, numbers go as `Int64`, `UInt64` or `Double`.
    public func encode(to encoder: any Encoder) throws {
        switch kind {
        case .object:
            var container = encoder.container(keyedBy: PathKey.self)
            for (key, value) in members {
                guard let key = PathKey(stringValue: key) else { continue }
                try container.encode(value, forKey: key)
            }
        case .array:
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        default:
            var container = encoder.singleValueContainer()
            try encodeScalar(to: &container)
        }
    }

    private func encodeScalar(to container: inout any SingleValueEncodingContainer) throws {
        if let bool {
            try container.encode(bool)
        } else if let string {
            try container.encode(string)
        } else if let int = number?.int64 {
            try container.encode(int)
        } else if let uint = number?.uint64 {
            try container.encode(uint)
        } else if let double {
            try container.encode(double)
        } else {
            try container.encodeNil()
        }
    }
}

extension JSONNumber: Codable {
    public init(from decoder: any Decoder) throws {
        let json = try JSON(from: decoder)
        guard let number = json.number else {
            let context = DecodingError.Context(
                codingPath: decoder.codingPath,
                debugDescription: "A number was expected, not \(json.kind.nameWithArticle).")
            throw DecodingError.typeMismatch(JSONNumber.self, context)
        }
        self = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(JSON(tape: tape, index: index))
    }
}
