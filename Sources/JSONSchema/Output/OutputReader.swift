import JSONCore

/// Reads a trace as units of output: gives each its places.
struct OutputReader {
    /// A schema that units stand in.
    private struct Frame {
        var node: Int32
        var keywordLocation: JSONPointer
    }

    let program: SchemaProgram
    let instance: JSON
    private var entries: ArraySlice<Trace.Entry>

    init(_ trace: Trace, of instance: JSON, by program: SchemaProgram) {
        entries = trace.entries[...]
        self.instance = instance
        self.program = program
    }

    /// The unit of the whole schema; nil when the trace is empty, as it is of a schema that is met without annotations.
    mutating func read() -> OutputUnit? { entries.isEmpty ? nil : readUnit(in: nil) }

    private mutating func readUnit(in outer: Frame?) -> OutputUnit {
        let entry = entries.removeFirst()
        let frame = frame(of: entry, in: outer)
        var unit = unit(of: entry, in: frame)
        while let next = entries.first, next.depth > entry.depth { unit.units.append(readUnit(in: frame)) }
        return unit
    }

    /// The schema around what is within the entry: the entry itself, or the one around it.
    private func frame(of entry: Trace.Entry, in outer: Frame?) -> Frame {
        guard let outer else { return Frame(node: entry.id, keywordLocation: .root) }
        guard case .schema(let reference) = entry.content else { return outer }
        guard reference >= 0 else {
            let step = place(entry.id).map { path(to: Int($0.index), from: outer.node) } ?? .root
            return Frame(node: entry.id, keywordLocation: outer.keywordLocation.appending(step))
        }
        let keyword = program.tables.sites[Int(reference)].keyword
        return Frame(node: entry.id, keywordLocation: outer.keywordLocation.appending(keyword))
    }

    private func unit(of entry: Trace.Entry, in frame: Frame) -> OutputUnit {
        let instanceLocation = instance.pointer(toEntry: entry.index)
        var target = place(frame.node).map { Int($0.index) } ?? 0
        var unit = OutputUnit(
            isValid: entry.isValid, keywordLocation: frame.keywordLocation, instanceLocation: instanceLocation)
        switch entry.content {
        case .schema: break
        case .error(let message): unit.error = message
        case .annotation(let value): unit.annotation = value
        }
        if unit.isSpeaking {
            target = Int(program.tables.sites[Int(entry.id)].index)
            unit.keywordLocation = frame.keywordLocation.appending(path(to: target, from: frame.node))
        }
        unit.absoluteKeywordLocation = absoluteLocation(of: target, in: frame.node, behind: unit.keywordLocation)
        return unit
    }

    /// The canonical URI, where there is one; else a mere fragment where the schema of output demands something: behind a
    /// reference.
    private func absoluteLocation(of index: Int, in node: Int32, behind location: JSONPointer) -> String? {
        let resources = program.tables.reports.resources
        let position = Int(program.rows.resources[node])
        guard resources.indices.contains(position) else { return nil }
        let resource = resources[position]
        let references: Set = ["$ref", "$dynamicRef", "$recursiveRef"]
        guard resource.uri.scheme != nil || !references.isDisjoint(with: location.tokens) else { return nil }
        let pointer = resource.root.pointer(toEntry: index)
        return resource.uri.withoutFragment + (pointer.tokens.isEmpty ? "" : "#" + pointer.fragment)
    }

    private func path(to index: Int, from node: Int32) -> JSONPointer {
        guard let place = place(node) else { return .root }
        let json = program.tables.documents[Int(place.document)].json
        return JSON(tape: json.tape, index: Int(place.index)).pointer(toEntry: index)
    }

    private func place(_ node: Int32) -> Place? {
        let places = program.tables.reports.places
        return places.indices.contains(Int(node)) ? places[Int(node)] : nil
    }
}
