import JSONCore

/// Reads an overlay, and notes all that is wrong with it.
struct OverlayReader {
    let document: SourceDocument
    private(set) var diagnostics: [Diagnostic] = []
    /// Of 1.x.
    private var minor = 1

    /// Throws when any of it is wrong: half an overlay may be worse than none.
    static func read(_ document: SourceDocument) throws(DiagnosticError) -> (overlay: Overlay, warnings: [Diagnostic]) {
        var reader = OverlayReader(document: document)
        let overlay = reader.overlay()
        guard let overlay, !reader.diagnostics.contains(where: { $0.severity == .error }) else {
            throw DiagnosticError(reader.diagnostics)
        }
        return (overlay, reader.diagnostics)
    }

    private init(document: SourceDocument) {
        self.document = document
    }

    private mutating func overlay() -> Overlay? {
        let root = Element(document: 0, json: document.root)
        guard root.isObject, let version = root["overlay"] else {
            report(
                .notOverlay, "The document is not an overlay: it has no field \"overlay\".",
                hint: "It must start with a line such as \"overlay: 1.1.0\".", at: root)
            return nil
        }
        guard check(version) else { return nil }
        checkFields(of: root, ["overlay", "info", "extends", "actions"])
        readInfo(of: root)
        let extends = text("extends", of: root)
        guard let actions = required("actions", of: root) else { return nil }
        return Overlay(document: document, minor: minor, extends: extends, actions: readActions(actions))
    }

    private mutating func check(_ version: Element) -> Bool {
        guard let text = version.json.string else {
            report(.wrongType, "\"overlay\" must be a text.", hint: "Write it in quotes: \"1.1.0\".", at: version)
            return false
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }), parts[0] == "1"
        else {
            report(
                .unsupportedVersion, "The version of the overlay is not one that can be read.",
                hint: "Those are 1.0.0 and 1.1.0, with all three numbers.", at: version)
            return false
        }
        minor = Int(parts[1]) ?? .max
        if minor > 1 {
            report(
                .unsupportedVersion, "Overlay \(text) is not known yet; it is read as 1.1.", at: version,
                severity: .warning)
        }
        return true
    }

    private mutating func readInfo(of root: Element) {
        guard let info = required("info", of: root) else { return }
        guard info.isObject else { return report(.wrongType, "\"info\" must be an object.", at: info) }
        checkFields(of: info, minor == 0 ? ["title", "version"] : ["title", "version", "description"])
        for name in ["title", "version"] where required(name, of: info) != nil { _ = text(name, of: info) }
        _ = text("description", of: info)
    }

    private mutating func readActions(_ list: Element) -> [OverlayAction] {
        guard list.json.kind == .array else {
            report(.wrongType, "\"actions\" must be a list.", at: list)
            return []
        }
        guard list.json.count > 0 else {
            report(.badOverlay, "\"actions\" must hold at least one action.", at: list)
            return []
        }
        var seen: [JSON: Int] = [:]
        var actions: [OverlayAction] = []
        for element in list.elements {
            if let line = seen[element.json] {
                report(
                    .badOverlay, "The action is the same as the one in line \(line).", hint: "Remove it.", at: element)
            }
            seen[element.json] = document.location(of: element.json.index).line
            if let action = readAction(element) { actions.append(action) }
        }
        return actions
    }

    private mutating func readAction(_ action: Element) -> OverlayAction? {
        guard action.isObject else {
            report(.wrongType, "An action must be an object.", at: action)
            return nil
        }
        let fields: Set<String> = ["target", "description", "update", "remove"]
        checkFields(of: action, minor == 0 ? fields : fields.union(["copy"]))
        _ = text("description", of: action)
        let change = readChange(of: action)
        guard required("target", of: action) != nil, let place = text("target", of: action),
            let target = path(place), let change
        else { return nil }
        return OverlayAction(target: target, place: place, change: change)
    }

    private mutating func readChange(of action: Element) -> OverlayAction.Change? {
        if let remove = action["remove"] {
            guard let isRemoval = remove.json.bool else {
                report(.wrongType, "\"remove\" must be true or false, without quotes.", at: remove)
                return nil
            }
            if isRemoval { return .remove }
        }
        let copy = minor == 0 ? nil : action["copy"]
        switch (action["update"], copy) {
        case (let update?, nil): return .update(update)
        case (nil, .some):
            guard let place = text("copy", of: action), let path = path(place) else { return nil }
            return .copy(path, place)
        case (.some, let copy?):
            report(
                .badOverlay, "An action with both \"update\" and \"copy\" changes nothing.",
                hint: "Make two actions of it.", at: copy, severity: .warning)
            return OverlayAction.Change.none
        case (nil, nil): return OverlayAction.Change.none
        }
    }

    private mutating func path(_ element: Element) -> JSONPath? {
        let text = element.json.string ?? ""
        do throws(JSONPathError) {
            return try JSONPath(text)
        } catch {
            if let path = try? JSONPath(text, names: .hyphenated) {
                report(
                    .badJSONPath, "A name with \"-\" behind a dot is no JSONPath; it is read as it was meant.",
                    hint: "Write it in brackets and quotes: ['x-name'].", at: element, severity: .warning)
                return path
            }
            report(
                .badJSONPath, "The text is no JSONPath: at its character \(error.column), something else should stand.",
                hint: error.message, at: element)
            return nil
        }
    }

    private mutating func checkFields(of element: Element, _ known: Set<String>) {
        for (name, value) in element.declaredMembers where !known.contains(name) {
            let nearest = Spelling.nearest(to: name, in: known.sorted()).map { "Did you mean \"\($0)\"?" }
            let isLater = minor == 0 && ["copy", "description"].contains(name)
            report(
                .unknownField, "The field \"\(name)\" is not known here.",
                hint: isLater ? "Overlay 1.1.0 has it." : nearest, at: value)
        }
    }

    private mutating func required(_ name: String, of parent: Element) -> Element? {
        if let element = parent[name] { return element }
        report(.missingField, "The required field \"\(name)\" is missing.", at: parent)
        return nil
    }

    /// Nil when it is not there, and with a finding when it is no text.
    private mutating func text(_ name: String, of parent: Element) -> Element? {
        guard let element = parent[name] else { return nil }
        guard element.json.kind == .string else {
            let hint = element.json.plainText == nil ? nil : "Write it in quotes."
            report(.wrongType, "\"\(name)\" must be a text.", hint: hint, at: element)
            return nil
        }
        return element
    }

    private mutating func report(
        _ code: Diagnostic.Code, _ message: String, hint: String? = nil, at element: Element,
        severity: Diagnostic.Severity = .error
    ) {
        diagnostics.append(document.finding(severity, code, message, hint: hint, at: element))
    }
}

extension SourceDocument {
    /// About a value of this document.
    func finding(
        _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ message: String, hint: String? = nil,
        at element: Element
    ) -> Diagnostic {
        Diagnostic(
            severity, code, message, hint: hint, location: location(of: element.reportIndex),
            pointer: pointer(of: element.json.index))
    }
}
