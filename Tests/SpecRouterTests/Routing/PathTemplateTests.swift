import Testing

@testable import SpecRouter

struct PathTemplateTests {
    struct Reading: Sendable, CustomTestStringConvertible {
        let text: String
        let shape: String
        let names: [String]
        var testDescription: String { text }

        init(_ text: String, _ shape: String, _ names: [String] = []) {
            self.text = text
            self.shape = shape
            self.names = names
        }
    }

    @Test(
        "A template is read into literals and parameters",
        arguments: [
            Reading("/", "/"),
            Reading("/pets", "/pets"),
            Reading("/pets/", "/pets/"),
            Reading("/pets/{petId}", "/pets/{}", ["petId"]),
            Reading("/Accounts/{Sid}.json", "/Accounts/{}.json", ["Sid"]),
            Reading("/databases/{name}:undrop", "/databases/{}:undrop", ["name"]),
            Reading("/files/{id}/thumbnail.{extension}", "/files/{}/thumbnail.{}", ["id", "extension"]),
            Reading("/Customers('{ID}')/Orders", "/Customers('{}')/Orders", ["ID"]),
            Reading(
                "/Order_Details(OrderID={OrderID},ProductID={ProductID})", "/Order_Details(OrderID={},ProductID={})",
                ["OrderID", "ProductID"]),
            Reading("/oauth2/token#refresh", "/oauth2/token"),
            Reading("/responses?beta=true", "/responses"),
            Reading("/a%20b/{path param}", "/a b/{}", ["path param"]),
            Reading("/a/{b/c?d#e}", "/a/{}", ["b/c?d#e"]),
            Reading("/{$.xgafv}", "/{}", ["$.xgafv"]),
        ])
    func reads(reading: Reading) throws {
        let template = try PathTemplate(reading.text)
        #expect(template.segments.map { "/" + $0.text }.joined() == reading.shape)
        #expect(template.parameterNames == reading.names)
    }

    @Test(
        "A template that cannot be routed says why",
        arguments: [
            ("pets", PathTemplateError.Kind.noLeadingSlash),
            ("", .noLeadingSlash),
            ("/{a", .unbalancedBraces),
            ("/a}", .unbalancedBraces),
            ("/{a{b}}", .unbalancedBraces),
            ("/{}", .emptyParameterName),
            ("/{a}{b}", .adjacentParameters),
            ("/{a}/{a}", .repeatedParameter("a")),
            (String(repeating: "/a", count: 257), .tooLong),
        ])
    func refuses(text: String, kind: PathTemplateError.Kind) {
        #expect { try PathTemplate(text) } throws: { ($0 as? PathTemplateError)?.kind == kind }
    }

    @Test func `a query in a path key becomes a constraint`() throws {
        let items = try PathTemplate("/x?beta=true&flag&expand={expand}&a%20b=c+d#y").constraint.items
        #expect(items.map { String(decoding: $0.name, as: UTF8.self) } == ["beta", "flag", "expand", "a b"])
        #expect(items.map { $0.value.map { String(decoding: $0, as: UTF8.self) } } == ["true", nil, nil, "c d"])
    }
}

extension PathSegment {
    fileprivate var text: String {
        switch self {
        case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
        case .parameter: "{}"
        case .mixed(let literals): literals.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "{}")
        }
    }
}
