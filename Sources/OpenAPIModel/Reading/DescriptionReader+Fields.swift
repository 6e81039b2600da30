import JSONCore

/// Reading single fields, and saying what is wrong with them.
extension DescriptionReader {
    mutating func report(
        _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ message: String, hint: String? = nil,
        at element: Element
    ) {
        let source = library.sources[element.document]
        let hint = hint ?? (code == .wrongType ? "Here it is \(element.json.kind.noun)." : nil)
        let diagnostic = Diagnostic(
            severity, code, message, hint: hint, location: source.location(of: element.reportIndex),
            pointer: source.pointer(of: element.json.index))
        log.add(diagnostic, document: element.document, to: &findings)
    }

    /// For what makes the description invalid and changes no operation's outcome: no operation is disabled by it.
    mutating func reportAside(
        _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ message: String, hint: String? = nil,
        at element: Element
    ) {
        let outer = findings
        report(severity, code, message, hint: hint, at: element)
        findings = outer
    }

    /// Nil when it is not there, and with a finding when it is no object.
    mutating func object(
        _ name: String, of parent: Element, severity: Diagnostic.Severity = .error
    ) -> Element? {
        guard let element = parent[name], let target = resolved(element) else { return nil }
        guard target.isObject else {
            reportType(of: target, name, "an object", severity)
            return nil
        }
        return target
    }

    /// Nil when it is not there, and with a finding when it is no list.
    mutating func array(
        _ name: String, of parent: Element, severity: Diagnostic.Severity = .error
    ) -> Element? {
        guard let element = parent[name] else { return nil }
        guard element.json.kind == .array else {
            reportType(of: element, name, "a list", severity)
            return nil
        }
        return element
    }

    /// Nil when it is not there. A number or Boolean counts as the text that it was written as.
    mutating func text(_ name: String, of parent: Element) -> String? {
        guard let element = parent[name], !element.json.isNull else { return nil }
        if let text = element.json.string { return text }
        guard let text = element.json.plainText else {
            reportType(of: element, name, "a text", .error)
            return nil
        }
        reportType(of: element, name, "a text", .warning, hint: "Put it in quotes.")
        return text
    }

    mutating func requiredText(_ name: String, of parent: Element) -> String? {
        if parent[name] == nil {
            report(.warning, .missingField, "The required field \"\(name)\" is missing.", at: parent)
        }
        return text(name, of: parent)
    }

    /// Nil when it is not there, or neither true nor false.
    mutating func flag(_ name: String, of parent: Element) -> Bool? {
        guard let element = parent[name] else { return nil }
        if let value = element.json.bool { return value }
        let word = element.json.string?.lowercased() ?? ""
        if let quoted = Bool(word) {
            reportType(of: element, name, "true or false", .warning, hint: "Remove the quotes.")
            return quoted
        }
        let isOldWord = ["yes", "no", "on", "off", "y", "n"].contains(word)
        let hint = isOldWord ? "In YAML 1.2, \"\(word)\" is a text like any other." : nil
        reportType(of: element, name, "true or false", .error, hint: hint)
        return nil
    }

    private mutating func reportType(
        of element: Element, _ name: String, _ expected: String, _ severity: Diagnostic.Severity, hint: String? = nil
    ) {
        report(severity, .wrongType, "\"\(name)\" must be \(expected).", hint: hint, at: element)
    }

    /// The object itself, or what its `$ref` leads to. Nil, and an error, when that is nowhere.
    mutating func resolved(_ element: Element) -> Element? {
        var element = element
        for _ in 0...ReferenceTable.longestChain {
            guard let reference = element["$ref"], let text = reference.json.string else { return element }
            do throws(ReferenceFault) {
                let place = try library.target(of: text, in: element.document)
                element = self.element(at: place)
            } catch {
                reportUnresolvable(reference, error)
                return nil
            }
        }
        if let reference = element["$ref"] {
            report(
                .error, .unresolvableReference, "The reference leads in a circle.",
                hint: "Have one of the references of the circle lead to an object.", at: reference)
        }
        return nil
    }

    func element(at place: Place) -> Element {
        let tape = library.sources[place.document].root.tape
        return Element(document: place.document, json: JSON(tape: tape, index: place.index))
    }

    mutating func reportUnresolvable(
        _ reference: Element, _ fault: ReferenceFault, severity: Diagnostic.Severity = .error
    ) {
        let text = reference.json.string ?? ""
        report(
            severity, .unresolvableReference, "The reference \"\(text)\" leads nowhere. \(fault.reason)",
            hint: fault.hint, at: reference)
    }

    /// Warns of fields that the specification does not have.
    mutating func checkFields(
        of element: Element, _ fields: KnownFields, severity: Diagnostic.Severity = .warning
    ) {
        guard let known = fieldNames[fields] else { return }
        for (name, value) in element.declaredMembers where !known.contains(name) {
            let nearest = Spelling.nearest(to: name, in: known.sorted())
            let meaning = name == "<<" ? "YAML 1.2 has no merge keys; repeat the fields, or use \"$ref\"." : nil
            report(
                severity, .unknownField, "The field \"\(name)\" is not known here and has no effect.",
                hint: meaning ?? nearest.map { "Did you mean \"\($0)\"?" }, at: value)
        }
    }
}

extension JSONKind {
    /// What people call a value of one kind.
    fileprivate var noun: String {
        switch self {
        case .object: "an object"
        case .array: "a list"
        case .string: "a text"
        case .boolean: "true or false"
        case .null: "empty"
        default: "a number"
        }
    }
}
