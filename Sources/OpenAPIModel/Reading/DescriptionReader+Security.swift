import JSONCore

extension DescriptionReader {
    mutating func readSecuritySchemes(of root: Element) -> [NamedSecurityScheme] {
        guard let schemes = declaredSchemes(of: root) else { return [] }
        return schemes.declaredMembers.compactMap { name, element in
            schemeNames.insert(name)
            guard let target = resolvedQuietly(element), let scheme = readSecurityScheme(name, target) else {
                schemeNames.remove(name)
                return nil
            }
            return NamedSecurityScheme(name: name, scheme: scheme, place: target.place)
        }
    }

    private mutating func declaredSchemes(of root: Element) -> Element? {
        if isSwagger { return object("securityDefinitions", of: root) }
        guard let components = object("components", of: root) else { return nil }
        checkFields(of: components, .components)
        return object("securitySchemes", of: components)
    }

    private mutating func readSecurityScheme(_ name: String, _ element: Element) -> SecurityScheme? {
        checkFields(of: element, .securityScheme)
        let type = text("type", of: element)
        if isSwagger, type == "http" || type == "openIdConnect" || type == "mutualTLS" {
            return badScheme(name, "has a type of OpenAPI 3", "In Swagger 2.0 it is basic, apiKey or oauth2.", element)
        }
        switch type {
        case "apiKey": return readKeyScheme(name, element)
        case "http":
            guard let scheme = text("scheme", of: element) else {
                return badScheme(name, "has no \"scheme\"", "Add \"scheme: basic\" or \"scheme: bearer\".", element)
            }
            return .http(scheme: scheme.lowercased(), bearerFormat: text("bearerFormat", of: element))
        case "oauth2": return .oauth2(metadataURL: text("oauth2MetadataUrl", of: element))
        case "openIdConnect":
            guard let url = text("openIdConnectUrl", of: element) else {
                return badScheme(name, "has no \"openIdConnectUrl\"", nil, element)
            }
            return .openIDConnect(url: url)
        case "mutualTLS": return .mutualTLS
        case "basic" where isSwagger: return .http(scheme: "basic", bearerFormat: nil)
        case "basic":
            report(
                .warning, .swagger2Shape,
                "The security scheme \"\(name)\" has the shape of Swagger 2.0; it is understood.",
                hint: "In OpenAPI 3 it is written { type: http, scheme: basic }.", at: element)
            return .http(scheme: "basic", bearerFormat: nil)
        default:
            let types = ["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]
            let nearest = type.flatMap { Spelling.nearest(to: $0, in: types) }.map { "Did you mean \"\($0)\"?" }
            let hint = nearest ?? "Its type must be apiKey, http, oauth2, openIdConnect or mutualTLS."
            return badScheme(name, "has no type that is known", hint, element)
        }
    }

    private mutating func readKeyScheme(_ name: String, _ element: Element) -> SecurityScheme? {
        let location = text("in", of: element).flatMap { ParameterLocation(rawValue: $0) }
        guard let location, location != .path else {
            return badScheme(name, "does not say where the key is", "Add \"in: header\", query or cookie.", element)
        }
        guard let key = text("name", of: element), !key.isEmpty else {
            return badScheme(name, "has no \"name\"", nil, element)
        }
        return .apiKey(location: location, name: key)
    }

    /// Not an error by itself: operations that need the scheme are refused where they ask for it.
    private mutating func badScheme(
        _ name: String, _ fault: String, _ hint: String?, _ element: Element
    ) -> SecurityScheme? {
        report(.warning, .badSecurityScheme, "The security scheme \"\(name)\" \(fault).", hint: hint, at: element)
        return nil
    }

    /// Nil when the owner has no `security`, so that it inherits.
    mutating func readSecurity(of owner: Element) -> [SecurityRequirement]? {
        guard let field = owner["security"] else { return nil }
        guard field.json.kind == .array else {
            report(.error, .wrongType, "\"security\" must be a list.", at: field)
            return []
        }
        return field.elements.map { element in
            let schemes = element.members.map { name, scopes in
                if !schemeNames.contains(name) { findScheme(name, scopes) }
                return (name, scopes.json.elements.compactMap(\.string))
            }
            if !element.isObject {
                report(.error, .wrongType, "A security requirement must be an object.", at: element)
            }
            return SecurityRequirement(schemes: schemes, place: element.place)
        }
    }

    private var schemesPlace: String { isSwagger ? "#/securityDefinitions" : "#/components/securitySchemes" }

    /// From OpenAPI 3.2 on, what is no name may be the URI of a scheme.
    private mutating func findScheme(_ name: String, _ use: Element) {
        if version.family >= .v32, name.contains("/") || name.contains("#"),
            let place = try? library.target(of: name, in: use.document),
            let scheme = readSecurityScheme(name, element(at: place))
        {
            schemeNames.insert(name)
            schemesByURI.append(NamedSecurityScheme(name: name, scheme: scheme, place: place))
            return
        }
        let root = Element(document: 0, json: library.sources[0].root)
        let declared = isSwagger ? root["securityDefinitions"] : root["components"]?["securitySchemes"]
        if declared?[name] != nil {
            return report(
                .error, .undefinedSecurityScheme, "The security scheme \"\(name)\" cannot be used as it is declared.",
                hint: "Mend its declaration in \"\(schemesPlace)\".", at: use)
        }
        let nearest = Spelling.nearest(to: name, in: schemeNames.sorted()).map { "Did you mean \"\($0)\"?" }
        report(
            .error, .undefinedSecurityScheme, "There is no security scheme \"\(name)\" in \"\(schemesPlace)\".",
            hint: nearest ?? "Declare it there.", at: use)
    }
}
