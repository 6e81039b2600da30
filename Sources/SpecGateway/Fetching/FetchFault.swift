import JSONSchema
import OpenAPIModel

/// Why a description could not be fetched.
enum FetchFault: Error, Hashable {
    /// No answer; the reason is a phrase.
    case unreachable(String)
    /// Not all of it was there after that time.
    case timedOut(Duration)
    /// 401 or 403.
    case refused(Int)
    /// 404 or 410.
    case notFound(Int)
    case status(Int)
    case tooLarge(Int)
    case tooManyRedirects(Int)
    /// A redirect that leads to no http or https URL, or from https to http.
    case badRedirect

    /// Whether the source is down rather than answering what it means: then the last good copy serves.
    var isOutage: Bool {
        switch self {
        case .unreachable, .timedOut: true
        case .status(let status): status == 429 || status >= 500
        case .refused, .notFound, .tooLarge, .tooManyRedirects, .badRedirect: false
        }
    }

    func diagnostic(_ name: String, _ severity: Diagnostic.Severity = .error) -> Diagnostic {
        Diagnostic(severity, .unreadableSource, "\"\(name)\" \(phrase).", hint: hint)
    }

    private var phrase: String {
        switch self {
        case .unreachable(let reason): "could not be reached: \(reason)"
        case .timedOut(let limit): "was not there completely after \(limit)"
        case .refused(let status): "refused the credentials with status \(status)"
        case .notFound(let status): "does not exist: the answer was status \(status)"
        case .status(let status): "answered with status \(status) where 200 was expected"
        case .tooLarge(let limit): "has more than \(counted(limit, "byte"))"
        case .tooManyRedirects(let limit): "redirects more than \(counted(limit, "time"))"
        case .badRedirect: "redirects to what may not be fetched"
        }
    }

    private var hint: String? {
        switch self {
        case .unreachable, .timedOut, .status: "Check the address, and that the server runs."
        case .refused: "Check that the key is right and may read this description."
        case .notFound: "Check the address or the id for a spelling mistake."
        case .tooLarge: "If it is meant to be that large, raise limits.description in the configuration."
        case .tooManyRedirects, .badRedirect: "Use the address that the redirects lead to."
        }
    }
}
