import Testing

@testable import SpecRouter

/// What a parser made of a body: its parts whole, or why it refused.
struct MultipartParts: Equatable, CustomStringConvertible {
    struct Part: Equatable {
        var header: [String]
        var content: [UInt8]

        init(_ header: [String], _ content: String) {
            self.header = header
            self.content = Array(content.utf8)
        }
    }

    var parts: [Part] = []
    var fault: MultipartFault.Kind?
    var place: (part: Int, offset: Int)?

    static func == (left: MultipartParts, right: MultipartParts) -> Bool {
        left.fault == right.fault && (left.fault != nil || left.parts == right.parts)
    }

    /// Gives the parser these pieces of a body.
    init(_ pieces: [[UInt8]], boundary: String = "b", limits: Limits = Limits()) {
        do throws(MultipartFault) {
            var parser = MultipartParser(try MultipartBoundary(boundary), limits: limits)
            for piece in pieces {
                var position = 0
                while let event = try parser.next(in: piece.span, at: &position) {
                    take(event, piece, parser.delimiter)
                }
            }
            try parser.finish()
        } catch {
            fault = error.kind
            place = (error.part, error.offset)
        }
    }

    private mutating func take(_ event: MultipartParser.Event, _ piece: [UInt8], _ delimiter: [UInt8]) {
        switch event {
        case .part(let fields): parts.append(Part(fields.map { "\($0.name): \($0.value)" }, ""))
        case .content(let range): parts[parts.count - 1].content += piece[range]
        case .withheld(let range): parts[parts.count - 1].content += delimiter[range]
        case .endOfPart: break
        }
    }

    var description: String {
        fault.map { "\($0)" } ?? parts.map { "\($0.header) \(String(decoding: $0.content, as: UTF8.self))" }.description
    }
}
