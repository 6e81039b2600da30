import JSONCore

extension DescriptionReader {
    /// Nil when the owner has none, so that it inherits.
    mutating func readServers(of owner: Element) -> [Server]? {
        guard let list = array("servers", of: owner), list.json.count > 0 else { return nil }
        return list.elements.compactMap { element in readServer(element) }
    }

    private mutating func readServer(_ element: Element) -> Server? {
        guard element.isObject else {
            report(.warning, .badServer, "A server must be an object.", at: element)
            return nil
        }
        checkFields(of: element, .server)
        guard let url = text("url", of: element) else {
            report(.warning, .badServer, "The server has no \"url\".", at: element)
            return nil
        }
        let variables = readVariables(of: element)
        for name in PathTemplateNames(url).names where !variables.contains(where: { $0.name == name }) {
            report(
                .warning, .badServer, "The server's variable \"\(name)\" is not declared.",
                hint: "Add it to \"variables\", with a \"default\".", at: element["url"] ?? element)
        }
        return Server(url: url, name: text("name", of: element), variables: variables, place: element.place)
    }

    private mutating func readVariables(
        of server: Element
    ) -> [(name: String, default: String, allowed: [String]?)] {
        guard let variables = object("variables", of: server, severity: .warning) else { return [] }
        return variables.declaredMembers.map { name, element in
            checkFields(of: element, .serverVariable)
            if element["default"] == nil {
                report(.warning, .badServer, "The server's variable \"\(name)\" has no \"default\".", at: element)
            }
            let value = text("default", of: element) ?? ""
            let allowed = array("enum", of: element, severity: .warning)?.json.elements.compactMap(\.plainText)
            if allowed?.isEmpty == true {
                report(
                    .error, .badServer,
                    "The \"enum\" of the server's variable \"\(name)\" is empty, so it can have no value.",
                    at: element["enum"] ?? element)
            }
            if let allowed, !allowed.isEmpty, !allowed.contains(value) {
                report(
                    .warning, .badServer,
                    "The default of the server's variable \"\(name)\" is not among its \"enum\".",
                    hint: "Use one of those values.", at: element["default"] ?? element)
            }
            return (name, value, allowed)
        }
    }
}
