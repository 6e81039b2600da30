import NIOCore
import NIOHPACK

extension RequestHandler {
    /// Takes the head of a stream's request.
    func receive(_ head: HPACKHeaders, _ extent: ReceivedHead.Extent) {
        do throws(MalformedRequest) {
            receive(.head(try ReceivedHead(head, extent, loop.limits)))
        } catch {
            beginRead()
            refuse(error)
        }
    }

    /// Takes a part of a stream's request, now or when its turn comes.
    func receive(_ part: ReceivedPart) {
        guard case .frames(let stream) = wire else { return }
        beginRead()
        stream.parts.append(part)
        proceed()
    }

    private func beginRead() {
        isInRead = true
        lastSeen = .now()
        isWritable = context?.channel.isWritable == true
    }
}
