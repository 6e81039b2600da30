package import JSONCore

/// "1 item", "3 items", "2 properties".
package func counted(_ count: some BinaryInteger, _ noun: String) -> String {
    if count == 1 { return "1 " + noun }
    return "\(count) " + (noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s")
}

/// "a", "a or b", "a, b or c".
package func alternatives(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
}

/// "a string", "an integer or null".
package func phrase(of kinds: JSONKind) -> String {
    var names: [String] = []
    if kinds.contains(.string) { names.append("a string") }
    if kinds.isSuperset(of: [.integer, .number]) {
        names.append("a number")
    } else if kinds.contains(.integer) {
        names.append("an integer")
    } else if kinds.contains(.number) {
        names.append("a number with a fraction")
    }
    if kinds.contains(.boolean) { names.append("a boolean") }
    if kinds.contains(.object) { names.append("an object") }
    if kinds.contains(.array) { names.append("an array") }
    if kinds.contains(.null) { names.append("null") }
    return alternatives(names)
}
