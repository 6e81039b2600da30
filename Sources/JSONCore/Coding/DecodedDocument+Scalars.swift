extension DecodedDocument {
    func boolean(at index: Int) throws -> Bool {
        let entry = tape.entry(index)
        guard entry.kind == .boolean else { throw mismatch(Bool.self, expected: "A boolean", at: index) }
        return entry.flags.contains(.isTrue)
    }

    func text(at index: Int) throws -> String {
        let entry = tape.entry(index)
        guard entry.kind == .string else { throw mismatch(String.self, expected: "A string", at: index) }
        return tape.withText(of: entry) { entry.flags.contains(.ascii) ? String(ascii: $0) : String(utf8: $0) }
    }

    func integer<Integer: FixedWidthInteger>(at index: Int) throws -> Integer {
        let entry = tape.entry(index)
        guard entry.isNumber else { throw mismatch(Integer.self, expected: "An integer", at: index) }
        guard entry.kind == .integer else { throw corrupted("An integer was expected, not a fraction.", at: index) }
        let integer: Integer? =
            switch entry.flags.representation {
            case .int64: Integer(exactly: Int64(bitPattern: entry.payload))
            case .uint64: Integer(exactly: entry.payload)
            case .double, .decimal: nil
            }
        guard let integer else {
            throw corrupted("The integer must be from \(Integer.min) to \(Integer.max).", at: index)
        }
        return integer
    }

    func floatingPoint<Number: BinaryFloatingPoint>(at index: Int) throws -> Number {
        guard let double = JSON(tape: tape, index: index).double else {
            throw mismatch(Number.self, expected: "A number", at: index)
        }
        let number = Number(double)
        guard number.isFinite else { throw corrupted("The number is too large for \(Number.self).", at: index) }
        return number
    }
}

/// Errors say what was expected, and not what was there. Not inlined: they would take up registers and the stack of what
/// calls them, error or not.
extension DecodedDocument {
    @inline(never)
    func mismatch(_ type: any Any.Type, expected: String, at index: Int) -> DecodingError {
        let kind = tape.entry(index).kind
        let message = "\(expected) was expected, not \(kind.nameWithArticle)."
        let context = DecodingError.Context(codingPath: path(to: index), debugDescription: message)
        return kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    @inline(never)
    func corrupted(_ message: String, at index: Int) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: path(to: index), debugDescription: message))
    }
}

extension String {
    /// `bytes` must all be below 0x80: they are not looked at again.
    fileprivate init(ascii bytes: Span<UInt8>) {
        guard #available(macOS 26, *) else {
            self.init(utf8: bytes)
            return
        }
        self.init(copying: unsafe UTF8Span(unchecked: bytes, isKnownASCII: true))
    }
}
