/// What a head says of the body that follows it.
struct AnnouncedBody: Sendable {
    /// Which entry of the operation's request body takes it.
    let media: Int
    /// Of its texts; nil when the head names none.
    let charset: TextCharset?
    /// Nil for a body that is not compressed.
    let coding: ContentCoding?
}

extension RequestHead {
    /// As the node sees it: what says how the body was compressed, and how long it was then, is no longer true.
    var decompressed: RequestHead {
        var head = self
        head.fields.removeAll {
            $0.name.equalsASCIIFolded("content-encoding") || $0.name.equalsASCIIFolded("content-length")
        }
        return head
    }
}

extension MediaPlan {
    /// The charset of a body that names this one, nil where it does not matter or none is named; a sentence on why it is not read.
    func charset(_ name: String?) -> Result<TextCharset?, CharsetRefusal> {
        guard let name, let kinds = readCharsets else { return .success(nil) }
        guard let charset = TextCharset(name), kinds.charsets.contains(charset) else {
            return .failure(CharsetRefusal(reason: kinds.reason))
        }
        return .success(charset)
    }

    /// Nil where nothing is read as text, or each part says its own.
    private var readCharsets: (charsets: Set<TextCharset>, reason: String)? {
        switch decoding {
        case .json, .items: ([.utf8], CharsetRefusal.json)
        case .urlEncoded: ([.utf8, .ascii, .latin1], "Forms are read in these charsets: utf-8, us-ascii, iso-8859-1.")
        case .text, .xml:
            (
                [.utf8, .ascii, .latin1, .utf16, .utf16LittleEndian, .utf16BigEndian],
                "Texts are read in these charsets: \(TextCharset.understood)."
            )
        case .multipart, .opaque: nil
        }
    }
}

/// Why a text is not read in the charset that it names.
struct CharsetRefusal: Error {
    /// A sentence.
    let reason: String

    /// RFC 8259, section 8.1.
    static let json = "JSON is read in UTF-8 only, and the Content-Type names another charset."
}
