/// How a coder came to a value. Making one allocates nothing; only containers on the way are kept in nodes.
struct CodingPath {
    enum Step {
        case key(any CodingKey)
        case index(Int)

        fileprivate var key: any CodingKey {
            switch self {
            case .key(let key): key
            case .index(let index): PathKey(index)
            }
        }
    }

    /// The path of a container.
    final class Node {
        private let parent: Node?
        private let step: Step

        fileprivate init(_ step: Step, in parent: Node?) {
            self.parent = parent
            self.step = step
        }

        fileprivate var keys: [any CodingKey] {
            var keys = [step.key]
            var ancestor = parent
            while let node = ancestor {
                keys.append(node.step.key)
                ancestor = node.parent
            }
            return keys.reversed()
        }
    }

    private let parent: Node?
    private let step: Step?

    static var root: CodingPath { CodingPath(parent: nil, step: nil) }

    private init(parent: Node?, step: Step?) {
        self.parent = parent
        self.step = step
    }

    /// What stands under a key or index of the container; nil is the root.
    init(_ step: Step, in container: Node?) {
        self.init(parent: container, step: step)
    }

    /// For the children of this value; nil at the root.
    var node: Node? { step.map { Node($0, in: parent) } }

    var keys: [any CodingKey] { Self.keys(of: node) }

    static func keys(of node: Node?) -> [any CodingKey] { node?.keys ?? [] }
}
