/// The shape that problems have on the wire, for descriptions that declare another one than problem+json.
///
/// What it makes is checked like any response where the operation declares one for the status; when that is enforced and
/// broken, the problem leaves as problem+json, and the log says why.
public struct ProblemShape: Sendable {
    let contentType: String
    let body: @Sendable (Problem, _ requestID: String) -> [UInt8]

    /// Runs on the connection's event loop.
    public static func custom(
        contentType: String, _ body: @escaping @Sendable (Problem, _ requestID: String) -> [UInt8]
    ) -> ProblemShape {
        ProblemShape(contentType: contentType, body: body)
    }

    public static func template(_ template: ProblemTemplate, contentType: String) -> ProblemShape {
        ProblemShape(contentType: contentType) { template.body(of: $0, requestID: $1) }
    }
}
