/// Scalars out of a tape, or an error that says what was expected and not what was there.
enum TapeScalar {
    static func boolean(_ json: JSON, at path: @autoclosure () -> CodingPath) throws -> Bool {
        guard let bool = json.bool else { throw mismatch(json, Bool.self, expected: "A boolean", at: path()) }
        return bool
    }

    static func text(_ json: JSON, at path: @autoclosure () -> CodingPath) throws -> String {
        guard let string = json.string else { throw mismatch(json, String.self, expected: "A string", at: path()) }
        return string
    }

    static func integer<Integer: FixedWidthInteger>(
        _ json: JSON, at path: @autoclosure () -> CodingPath
    ) throws -> Integer {
        let entry = json.entry
        if entry.kind == .integer {
            switch entry.flags.representation {
            case .int64: if let value = Integer(exactly: Int64(bitPattern: entry.payload)) { return value }
            case .uint64: if let value = Integer(exactly: entry.payload) { return value }
            case .double, .decimal: break
            }
            throw corrupted("The integer must be from \(Integer.min) to \(Integer.max).", at: path())
        }
        guard entry.isNumber else { throw mismatch(json, Integer.self, expected: "An integer", at: path()) }
        throw corrupted("An integer was expected, not a fraction.", at: path())
    }

    static func floatingPoint<Number: BinaryFloatingPoint>(
        _ json: JSON, at path: @autoclosure () -> CodingPath
    ) throws -> Number {
        guard let double = json.double else { throw mismatch(json, Number.self, expected: "A number", at: path()) }
        let number = Number(double)
        guard number.isFinite else { throw corrupted("The number is too large for \(Number.self).", at: path()) }
        return number
    }

    static func mismatch(_ json: JSON, _ type: any Any.Type, expected: String, at path: CodingPath) -> DecodingError {
        let message = "\(expected) was expected, not \(json.kind.nameWithArticle)."
        let context = DecodingError.Context(codingPath: path.keys, debugDescription: message)
        return json.isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    static func corrupted(_ message: String, at path: CodingPath) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: path.keys, debugDescription: message))
    }
}
