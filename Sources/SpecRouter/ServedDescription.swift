import OpenAPIModel
import Synchronization

/// The description as `{mount}/openapi.json` and `.yaml` answer it: overlays applied, servers rewritten to the mount.
///
/// A class: the text is written on the first request for it and kept, so that loading does not pay for what few ask.
final class ServedDescription: Sendable {
    private let document: OpenAPIDocument
    private let mount: String
    private let ownServers: OpenAPIDocument.OwnServers
    private let format: OpenAPIDocument.TextFormat
    private let text = Mutex<[UInt8]?>(nil)

    init(_ spec: SpecInput, at mount: Policy.BasePath, as format: OpenAPIDocument.TextFormat) {
        document = spec.document
        self.mount = Mount.path(of: spec, mount)
        ownServers = spec.mount == nil && mount == .server ? .keepPaths : .remove
        self.format = format
    }

    var contentType: String { format == .json ? "application/json" : "application/yaml" }

    var bytes: [UInt8] {
        text.withLock { text in
            if let text { return text }
            let written = document.served(mount: mount, ownServers: ownServers, as: format)
            text = written
            return written
        }
    }
}
