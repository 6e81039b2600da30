import JSONCore
import OpenAPIModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A value that a type asks for in a rehearsal: its decoder, and its single-value container.
struct RehearsedValue {
    let rehearsal: Rehearsal
    let path: InputPath
    let sent: SentValue
    /// The schemas of the values that it is part of: what contains itself is not followed further.
    private var enclosing: [[Place]] = []
    /// What it is where a string is asked for.
    private var text: String?

    init(_ rehearsal: Rehearsal, _ sent: SentValue, at path: InputPath = InputPath()) {
        self.rehearsal = rehearsal
        self.sent = sent
        self.path = path
    }

    /// Whether optional values and elements are left out from here on.
    var isDeep: Bool { path.steps.count > 12 || !sent.schemas.isEmpty && enclosing.contains(sent.schemas) }

    func part(_ sent: SentValue, _ step: InputPath.Step) -> RehearsedValue {
        var part = RehearsedValue(rehearsal, sent, at: path.appending(step))
        part.enclosing = sent.schemas.isEmpty ? enclosing : enclosing + [self.sent.schemas]
        return part
    }

    var isNull: Bool {
        switch rehearsal.change(of: path) {
        case .absent, .null: true
        case .only: false
        case nil: isDeep
        }
    }

    /// Throws when the value is to be of none of these kinds.
    func ask(for kinds: JSONKind) throws {
        try rehearsal.note(.value(kinds), of: self)
        switch rehearsal.change(of: path) {
        case .absent, .null: throw refusal("A value was expected, not null.")
        case .only(let kind, _) where !kinds.contains(kind): throw refusal("Another kind of value was expected.")
        case .only, nil: return
        }
    }

    private func refusal(_ message: String) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: message))
    }

    func boolean() throws -> Bool {
        try ask(for: .boolean)
        return true
    }

    func string() throws -> String {
        try ask(for: .string)
        if case .only(_, let text) = rehearsal.change(of: path) { return text }
        return text ?? rehearsal.reader.texts(of: sent).first ?? ""
    }

    func integer<Integer: FixedWidthInteger>() throws -> Integer {
        try ask(for: .integer)
        return 1
    }

    func floatingPoint<Number: BinaryFloatingPoint>() throws -> Number {
        try ask(for: [.integer, .number])
        return 1
    }

    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let special = try special(type) as? Value { return special }
        var value = self
        if let words = type as? any RawRepresentable.Type { value.text = try fitting(words) }
        return try type.init(from: value)
    }

    /// Of the types that decoders of requests read in a way of their own.
    private func special(_ type: any Decodable.Type) throws -> (any Sendable)? {
        let special: (any Sendable)? =
            switch type {
            case is JSON.Type: JSONCoding.null
            case is JSONNumber.Type: Self.one
            case is Date.Type: Date(timeIntervalSince1970: 0)
            case is UUID.Type: UUID()
            case is Data.Type: Data()
            case is URL.Type: URL(string: "https://example.com/")
            default: nil
            }
        guard let special, !(special is JSON) else { return special }
        try ask(for: special is JSONNumber ? [.integer, .number] : .string)
        return special
    }

    private static let one = (try? JSON(parsing: "1"))?.number

    /// A raw value of the type, one of the description's if there is any that both have.
    private func fitting<Word: RawRepresentable>(_ type: Word.Type) throws -> String? {
        guard Word.RawValue.self == String.self, rehearsal.change(of: path) == nil else { return nil }
        let words = rehearsal.reader.words(of: sent)
        let refused = words.filter { word in (word as? Word.RawValue).flatMap(Word.init) == nil }
        if !refused.isEmpty { try rehearsal.note(.word(refused: refused), of: self) }
        return words.first { !refused.contains($0) } ?? Self.firstCase(of: type)
    }

    private static func firstCase(of type: Any.Type) -> String? {
        func first<Cases: CaseIterable>(_ type: Cases.Type) -> Any? { type.allCases.first }
        guard let cases = type as? any CaseIterable.Type, let word = first(cases) as? any RawRepresentable else {
            return nil
        }
        return word.rawValue as? String
    }
}

extension RehearsedValue: Decoder {
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try ask(for: .object)
        return KeyedDecodingContainer(RehearsedMembers<Key>(self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try ask(for: .array)
        return RehearsedElements(self)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }
}

extension RehearsedValue: SingleValueDecodingContainer {
    func decodeNil() -> Bool { isNull }
    func decode(_ type: Bool.Type) throws -> Bool { try boolean() }
    func decode(_ type: String.Type) throws -> String { try string() }
    func decode(_ type: Double.Type) throws -> Double { try floatingPoint() }
    func decode(_ type: Float.Type) throws -> Float { try floatingPoint() }
    func decode(_ type: Int.Type) throws -> Int { try integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(type) }
}
