import JSONCore
import OpenAPIModel

/// One thing that a type asks for and the description does not promise.
struct InputFinding: Hashable {
    enum Fault: Hashable {
        /// It asks for what is never sent; `guess` is a name that is.
        case never(guess: String?)
        /// It asks for what may be left out.
        case absent(isDeclared: Bool)
        /// It asks for kinds, of which nothing that is sent is one.
        case mismatch(asked: JSONKind, sent: JSONKind)
        /// It takes some of what is sent, but not these kinds.
        case kinds(refused: JSONKind)
        /// Raw values that it does not have; `isEvery` when it has none of those that are sent.
        case words([String], isEvery: Bool)
    }

    let path: InputPath
    let fault: Fault
    let value: SentValue

    static func == (left: InputFinding, right: InputFinding) -> Bool {
        left.path == right.path && left.fault == right.fault
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(fault)
    }
}

/// Finds them by decoding the type again and again from what the description may send. What makes the type's own decoding
/// fail is a finding; what it bears, or what was not seen, is none.
struct InputRehearsals {
    private let input: TypedInput
    private let sent: SentValue
    private let presence: SentValue.Presence
    private let reader: SentValueReader
    /// Of the try in which the type got all that it asked for.
    private var requests: [Rehearsal.Request] = []
    /// Whether that try came to an end, or the type wanted values that nobody can make up.
    private var isWhole = false

    init(_ input: TypedInput, _ sent: SentValue, _ presence: SentValue.Presence, _ reader: SentValueReader) {
        self.input = input
        self.sent = sent
        self.presence = presence
        self.reader = reader
        (requests, isWhole) = run(nil)
    }

    private func run(_ twist: Rehearsal.Twist?) -> (requests: [Rehearsal.Request], succeeded: Bool) {
        let rehearsal = Rehearsal(reader, twist: twist)
        let succeeded = (try? input.decode(RehearsedValue(rehearsal, sent))) != nil
        return (rehearsal.requests, succeeded)
    }

    /// Whether the type cannot do without what the change takes away. Of a type whose decoding fails anyhow only when it
    /// fails there.
    private func fails(_ change: Rehearsal.Twist.Change, at path: InputPath) -> Bool {
        let (requests, succeeded) = run(Rehearsal.Twist(path: path, change: change))
        return !succeeded && (isWhole || requests.last?.path == path)
    }

    /// More places than that of one input are not looked at.
    private static let limit = 256

    func findings() -> [InputFinding] {
        var known: Set<InputPath> = []
        let paths = requests.map(\.path).filter { known.insert($0).inserted }
        let root = rootFinding.map { [$0] } ?? []
        return root + paths.prefix(Self.limit).flatMap(findings)
    }

    private var rootFinding: InputFinding? {
        guard presence != .always, fails(.null, at: InputPath()) else { return nil }
        let fault: InputFinding.Fault = presence == .never ? .never(guess: nil) : .absent(isDeclared: true)
        return InputFinding(path: InputPath(), fault: fault, value: sent)
    }

    private func findings(at path: InputPath) -> [InputFinding] {
        let requests = requests.filter { $0.path == path }
        guard let value = requests.first?.value else { return [] }
        var faults: [InputFinding.Fault] = []
        for case .presence(let presence) in requests.map(\.question) where presence != .always {
            guard fails(.absent, at: path) else { break }
            if presence == .never { return [InputFinding(path: path, fault: .never(guess: guess(path)), value: value)] }
            faults.append(.absent(isDeclared: presence == .sometimes))
            break
        }
        let asked = requests.reduce(into: JSONKind()) { asked, request in
            if case .value(let kinds) = request.question { asked.formUnion(kinds) }
        }
        if !asked.isEmpty, let fault = mismatch(asked, value, path) { faults.append(fault) }
        for case .word(let words) in requests.map(\.question) {
            let refused = words.filter { fails(.only(.string, text: $0), at: path) }
            guard !refused.isEmpty else { continue }
            faults.append(.words(refused, isEvery: refused.count == reader.words(of: value).count))
            break
        }
        return faults.map { InputFinding(path: path, fault: $0, value: value) }
    }

    private func mismatch(_ asked: JSONKind, _ value: SentValue, _ path: InputPath) -> InputFinding.Fault? {
        guard let sent = reader.kinds(of: value), !sent.isEmpty else { return nil }
        let others = sent.singles.filter { !asked.contains($0) }
        let refused = others.filter { kind in
            if kind == .null { return fails(.null, at: path) }
            let texts = kind == .string ? reader.texts(of: value) : [""]
            return texts.allSatisfy { fails(.only(kind, text: $0), at: path) }
        }
        guard !refused.isEmpty else { return nil }
        let isNone = refused.count == sent.singles.count
        return isNone
            ? .mismatch(asked: asked, sent: sent)
            : .kinds(refused: refused.reduce(into: JSONKind()) { $0.formUnion($1) })
    }

    /// A name that is sent, for one that is not.
    private func guess(_ path: InputPath) -> String? {
        guard case .member(let name)? = path.steps.last, path.steps.count == 1 else { return nil }
        return Spelling.nearest(to: name, in: reader.names(of: sent))
    }
}

extension JSONKind {
    /// One by one.
    fileprivate var singles: [JSONKind] { (0..<7).map { JSONKind(rawValue: 1 << $0) }.filter(contains) }
}
