import JSONCore

/// One try of decoding an input that the description describes. Answers whatever the type asks for with a value of that
/// type, and keeps what was asked.
///
/// A class, because decoders and containers are many and note in one place. Of one thread, and short-lived.
final class Rehearsal {
    /// The one thing that is otherwise than the type would have it.
    struct Twist {
        enum Change {
            case absent, null
            /// A value of that kind; `text` where it is a string.
            case only(JSONKind, text: String)
        }

        let path: InputPath
        let change: Change
    }

    enum Question {
        /// Whether it is there.
        case presence(SentValue.Presence)
        case value(JSONKind)
        /// A raw value; `refused` are the description's words that the type does not have.
        case word(refused: [String])
    }

    struct Request {
        let path: InputPath
        let value: SentValue
        let question: Question
    }

    let reader: SentValueReader
    let twist: Twist?
    private(set) var requests: [Request] = []

    init(_ reader: SentValueReader, twist: Twist? = nil) {
        self.reader = reader
        self.twist = twist
    }

    /// More than any input has that people write down.
    private static let limit = 4_096

    private struct TooLong: Error {}

    func note(_ question: Question, of value: RehearsedValue) throws {
        guard requests.count < Self.limit else { throw TooLong() }
        requests.append(Request(path: value.path, value: value.sent, question: question))
    }

    func change(of path: InputPath) -> Twist.Change? {
        guard let twist, twist.path == path else { return nil }
        return twist.change
    }
}

/// How a value of the input is come to.
struct InputPath: Hashable, CustomStringConvertible {
    enum Step: Hashable {
        case member(String), element(Int)
    }

    private(set) var steps: [Step] = []

    func appending(_ step: Step) -> InputPath {
        var path = self
        path.steps.append(step)
        return path
    }

    /// As Swift would write it: `filter.tags[]`.
    var description: String {
        steps.reduce(into: "") { text, step in
            switch step {
            case .member(let name): text += text.isEmpty ? name : "." + name
            case .element: text += "[]"
            }
        }
    }
}
