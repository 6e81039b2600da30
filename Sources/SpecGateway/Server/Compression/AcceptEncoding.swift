import SpecRouter

/// Whether a client takes gzip, and not rather the plain octets (RFC 9110, section 12.5.3).
enum AcceptEncoding {
    static func prefersGzip(_ values: [String]) -> Bool {
        var gzip: Double?
        var identity: Double?
        var any: Double?
        for element in values.flatMap({ FieldScanner.elements(of: $0) }) {
            guard let (coding, weight) = read(element) else { continue }
            switch coding {
            case "gzip", "x-gzip": gzip = weight
            case "identity": identity = weight
            case "*": any = weight
            default: break
            }
        }
        let weight = gzip ?? any ?? 0
        return weight > 0 && weight >= identity ?? 0
    }

    /// Nil for what is not well-formed, which is as if it were not there.
    private static func read(_ element: Substring) -> (coding: String, weight: Double)? {
        var scanner = FieldScanner(element)
        scanner.skipSpace()
        guard let coding = scanner.token() else { return nil }
        scanner.skipSpace()
        if scanner.isAtEnd { return (coding.lowercased(), 1) }
        guard scanner.skip(";") else { return nil }
        scanner.skipSpace()
        guard let name = scanner.token(), name == "q" || name == "Q", scanner.skip("="), let quality = scanner.token()
        else { return nil }
        scanner.skipSpace()
        guard scanner.isAtEnd, let weight = Double(quality), (0...1).contains(weight) else { return nil }
        return (coding.lowercased(), weight)
    }
}
