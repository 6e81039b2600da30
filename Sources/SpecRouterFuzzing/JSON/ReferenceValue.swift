/// A JSON value as the slow reader reads it.
indirect enum ReferenceValue {
    case null
    case boolean(Bool)
    /// The literal.
    case number([UInt8])
    /// Unescaped UTF-8.
    case string([UInt8])
    case array([ReferenceValue])
    case object([(key: [UInt8], value: ReferenceValue)])
}
