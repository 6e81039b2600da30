package import JSONCore

extension ItemFormat {
    /// The item as it goes over the wire, with what sets it apart from the others.
    ///
    /// - Parameter text: the item's JSON, on one line.
    package func framed(_ item: JSON, text: [UInt8]) throws(ItemFault) -> [UInt8] {
        switch self {
        case .lines: text + [0x0a]
        case .records: [0x1e] + text + [0x0a]
        case .events: try Self.event(item)
        }
    }

    private static func event(_ item: JSON) throws(ItemFault) -> [UInt8] {
        guard item.kind == .object else { throw ItemFault("is no object with `data`, which an event is") }
        var lines: [UInt8] = []
        for (name, value) in item.members.map({ ($0.key, $0.value) }) where value.kind != .null {
            switch name {
            case "data":
                for line in try text(value, name).split(separator: "\n", omittingEmptySubsequences: false) {
                    lines += "data: \(line)\n".utf8
                }
            case "event", "id": lines += "\(name): \(try line(value, name))\n".utf8
            case "retry": lines += "retry: \(try number(value))\n".utf8
            default: throw ItemFault("has the member \"\(name)\", which no event has")
            }
        }
        return lines + [0x0a]
    }

    private static func text(_ value: JSON, _ name: String) throws(ItemFault) -> String {
        guard let text = value.string, !text.utf8.contains(0x0d) else {
            throw ItemFault("has no text without carriage returns as its `\(name)`; other data go there as JSON text")
        }
        return text
    }

    private static func line(_ value: JSON, _ name: String) throws(ItemFault) -> String {
        let text = try text(value, name)
        guard !text.utf8.contains(where: { $0 == 0x0a || $0 == 0 }) else {
            throw ItemFault("has a `\(name)` that is not one line")
        }
        return text
    }

    private static func number(_ value: JSON) throws(ItemFault) -> Int {
        guard let number = value.int, number >= 0 else { throw ItemFault("has a `retry` that is no whole number") }
        return number
    }
}
