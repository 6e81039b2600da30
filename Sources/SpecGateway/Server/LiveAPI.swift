import NIOCore
import SpecRouter
import Synchronization

/// The current API. Each event loop keeps its own reference; a reload posts the new one to every loop.
///
/// A class: the server and the reload share it. Requests in flight keep the API that they began with.
final class LiveAPI: Sendable {
    private struct State {
        var api: CompiledAPI
        var loops: [NIOLoopBound<LoopContext>] = []
    }

    private let state: Mutex<State>

    init(_ api: CompiledAPI) {
        state = Mutex(State(api: api))
    }

    var current: CompiledAPI { state.withLock { $0.api } }

    /// Returns once every request that comes from now on meets `api`.
    func replace(with api: CompiledAPI) async {
        let loops = state.withLock { state in
            state.api = api
            return state.loops
        }
        await post(to: loops)
    }

    func attach(_ loops: [NIOLoopBound<LoopContext>]) async {
        state.withLock { $0.loops = loops }
        await post(to: loops)
    }

    func detach() {
        state.withLock { $0.loops = [] }
    }

    /// Each loop takes what is current when its turn comes, so that of two reloads the later one stays.
    private func post(to loops: [NIOLoopBound<LoopContext>]) async {
        for loop in loops { try? await loop.eventLoop.submit { loop.value.api = self.current }.get() }
    }
}
