import JSONCore
import OpenAPIModel
import SpecRouter

extension ConfigurationReader {
    enum ProblemTemplateKey: String, CaseIterable {
        case contentType, body
    }

    mutating func problemShape(_ json: JSON) -> ProblemShape? {
        guard let contentType = json[ProblemTemplateKey.contentType.rawValue]?.string,
            let body = json[ProblemTemplateKey.body.rawValue]
        else { return nil }
        do throws(ProblemTemplateError) {
            return .template(try ProblemTemplate(body), contentType: contentType)
        } catch {
            report(.badValue, error.place, error.message)
            return nil
        }
    }
}
