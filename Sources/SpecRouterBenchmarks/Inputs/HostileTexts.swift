/// JSON texts of 100 KB on which a parser has the most to do for each byte.
enum HostileTexts {
    static var all: [(name: String, bytes: [UInt8])] {
        var random = SplitMix64(seed: 1)
        return [
            ("25-digit doubles", array { "0.\(digits(25, &random))e-\(Int.random(in: 0...40, using: &random))" }),
            ("500-deep nesting", array { String(repeating: "[", count: 499) + String(repeating: "]", count: 499) }),
            ("1,1,1", array { "1" }),
            ("[],[]", array { "[]" }),
            (#"{"":{}}"#, array { #"{"":{}}"# }),
            ("escapes", array { #""\n\"\u00e9\ud83d\ude00\\""# }),
            ("mixed white space", array { space(&random) + "1" + space(&random) }),
            ("four-byte characters", array { #""\#(String(repeating: "\u{1F600}", count: 20))""# }),
            ("one character a string", array { #""x""# }),
            ("100 KB of keys", keys()),
        ]
    }

    private static let size = 100_000

    private static func array(of element: () -> String) -> [UInt8] {
        var bytes = Array("[".utf8)
        while bytes.count < size {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes += Array(element().utf8)
        }
        return bytes + Array("]".utf8)
    }

    private static func keys() -> [UInt8] {
        let members = (0..<9_000).map { #""k\#($0)":1"# }
        return Array("{\(members.joined(separator: ","))}".utf8)
    }

    private static func digits(_ count: Int, _ random: inout SplitMix64) -> String {
        (0..<count).reduce(into: "") { text, _ in text += String(Int.random(in: 0...9, using: &random)) }
    }

    private static func space(_ random: inout SplitMix64) -> String {
        (0..<Int.random(in: 0...9, using: &random)).reduce(into: "") { text, _ in
            text.unicodeScalars.append(" \t\r\n".unicodeScalars.randomElement(using: &random) ?? " ")
        }
    }
}
