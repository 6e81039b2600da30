enum DoubleConversion {
    static func nearest(literal: Span<UInt8>) -> Double { Double(String(utf8: literal)) ?? 0 }

    static func nearest(_ mantissa: UInt64, _ exponent: Int) -> Double {
        Double("\(mantissa)e\(exponent)") ?? .infinity
    }
}
