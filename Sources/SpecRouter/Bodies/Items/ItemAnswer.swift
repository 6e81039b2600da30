import JSONCore
import Synchronization

/// Checks and frames the items of an answer while it is sent.
struct ItemAnswer: Sendable {
    let checks: ItemChecks
    let check: Policy.Check
    let limits: Limits
    let brokenEvents: Policy.BrokenEvents

    /// The items of a node, framed.
    func stream(_ source: ItemSource) -> ResponseStream {
        ResponseStream(reporting: { writer in
            let gate = gate()
            do {
                try await source.produce(
                    ItemWriter { item, text in try await writer.write(try gate.admit(item, text)) })
                try gate.end()
                return ResponseStream.Outcome(isComplete: true, fault: gate.fault)
            } catch {
                return await end(writer, gate.outcome(of: error))
            }
        })
    }

    /// Octets of a node that are items.
    func stream(_ octets: ResponseStream) -> ResponseStream {
        ResponseStream(
            length: octets.length,
            reporting: { writer in
                let gate = gate()
                let outcome = await octets.send(
                    to: BodyWriter { chunk in
                        try gate.admit(octets: chunk)
                        try await writer.write(chunk)
                    })
                do {
                    if outcome.isComplete { try gate.admit(octets: nil) }
                    guard outcome.isComplete else {
                        return await end(writer, .init(isComplete: false, fault: gate.fault ?? outcome.fault))
                    }
                    return ResponseStream.Outcome(isComplete: true, fault: gate.fault)
                } catch {
                    return await end(writer, gate.outcome(of: error))
                }
            })
    }

    private func gate() -> ItemGate {
        let options = JSONParser.Options(
            maximumDepth: limits.jsonDepth, maximumBytes: limits.bodyBytes, duplicateKeys: .refuse)
        return ItemGate(
            checks.format, ItemInspection(checks, options, violations: limits.violations), check)
    }

    /// Tells readers of events, where the policy says so, that no more will come because something went wrong.
    private func end(_ writer: BodyWriter, _ outcome: ResponseStream.Outcome) async -> ResponseStream.Outcome {
        guard checks.format == .events, brokenEvents == .errorEvent, outcome.fault != nil else { return outcome }
        do {
            try await writer.write(Self.errorEvent)
            return ResponseStream.Outcome(isComplete: true, fault: outcome.fault)
        } catch {
            return outcome
        }
    }

    private static let errorEvent = #"""


        event: error
        data: {"type":"urn:specrouter:problem:invalid-response","title":"The stream ended before its end","status":500}


        """#
}

/// Lets items through as long as they meet the description.
///
/// A class: the node's closures share it.
private final class ItemGate: Sendable {
    private struct State {
        var inspection: ItemInspection
        var isChecking: Bool
        var fault: InvalidItem?
    }

    private let format: ItemFormat
    private let check: Policy.Check
    private let state: Mutex<State>

    init(_ format: ItemFormat, _ inspection: ItemInspection, _ check: Policy.Check) {
        self.format = format
        self.check = check
        state = Mutex(State(inspection: inspection, isChecking: check != .off))
    }

    /// For the log.
    var fault: String? { state.withLock { $0.fault?.message } }

    /// The item's octets.
    func admit(_ item: JSON, _ text: [UInt8]) throws -> [UInt8] {
        try pass { inspection throws(InvalidItem) in try inspection.check(item) }
        do {
            return try format.framed(item, text: text)
        } catch {
            throw state.withLock { state in
                let invalid = state.inspection.invalid(error)
                state.fault = state.fault ?? invalid
                return invalid
            }
        }
    }

    /// Nil ends them.
    func admit(octets chunk: [UInt8]?) throws {
        try pass { inspection throws(InvalidItem) in
            if let fault = inspection.items(completedBy: chunk).fault { throw fault }
        }
    }

    func end() throws {
        try pass { inspection throws(InvalidItem) in try inspection.checkEnd() }
    }

    /// After the first fault nothing is let through, or nothing is checked any more.
    private func pass(_ inspect: (inout ItemInspection) throws(InvalidItem) -> Void) throws {
        try state.withLock { state in
            if check == .enforce, let fault = state.fault { throw fault }
            guard state.isChecking else { return }
            do throws(InvalidItem) {
                try inspect(&state.inspection)
            } catch {
                state.fault = error
                state.isChecking = false
                if check == .enforce { throw error }
            }
        }
    }

    func outcome(of error: any Error) -> ResponseStream.Outcome {
        if let fault { return ResponseStream.Outcome(isComplete: false, fault: fault) }
        return ResponseStream.Outcome(isComplete: false, error)
    }
}
