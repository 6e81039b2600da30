import FoundationEssentials

/// A file of keys.
enum KeyFile {
    struct Unreadable: Error, CustomStringConvertible {
        let path: String
        var description: String { "The file \"\(path)\" cannot be read." }
    }

    static func contents(of path: String) throws(Unreadable) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw Unreadable(path: path) }
        return Array(data)
    }
}
