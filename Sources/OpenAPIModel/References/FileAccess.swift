import FoundationEssentials

/// Reads the files of one description, and none outside of its directory.
///
/// Whether a file is inside is decided after symbolic links are followed.
struct FileAccess {
    let entryURI: String
    private let entryPath: String
    private let root: String
    private let limits: ReadingLimits

    init(entry: String, rootDirectory: String?, limits: ReadingLimits) throws(ReferenceFault) {
        let directory = FileManager.default.currentDirectoryPath
        let path = entry.hasPrefix("/") ? entry : directory + "/" + entry
        entryPath = URL(filePath: path).standardized.path(percentEncoded: false)
        entryURI = URIText.file(entryPath)
        root = Self.real(rootDirectory ?? URIText.directory(entryPath))
        self.limits = limits
    }

    func readEntry() throws(ReferenceFault) -> [UInt8] {
        try contents(of: entryPath, name: entryPath)
    }

    func read(_ uri: String) throws(ReferenceFault) -> [UInt8] {
        guard let path = URIText.path(ofFile: uri) else {
            throw ReferenceFault(
                reason: "Documents are only read from files here, not from \"\(uri)\".",
                hint: "Save the document beside the description, and refer to it there.")
        }
        let real = Self.real(path)
        guard root == "/" || (real + "/").utf8.starts(with: (root + "/").utf8) else {
            throw ReferenceFault(
                reason: "\"\(path)\" is outside of the description's directory \"\(root)\".",
                hint:
                    "Move the file into that directory, or name one above both by --root, or as references.root in the configuration."
            )
        }
        return try contents(of: real, name: path)
    }

    private static func real(_ path: String) -> String {
        let resolved = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        return resolved.count > 1 && resolved.hasSuffix("/") ? String(resolved.dropLast()) : resolved
    }

    private func contents(of path: String, name: String) throws(ReferenceFault) -> [UInt8] {
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: path)
        } catch {
            throw ReferenceFault(reason: "The file \"\(name)\" does not exist or may not be read.")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw ReferenceFault(reason: "\"\(name)\" is not a file.")
        }
        if let size = attributes[.size] as? UInt64, size > UInt64(clamping: limits.maximumBytes) {
            throw ReferenceFault(reason: "\"\(name)\" has more than \(limits.maximumBytes) bytes.")
        }
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw ReferenceFault(reason: "The file \"\(name)\" may not be read.")
        }
    }
}
