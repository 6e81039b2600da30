import JSONCore

/// Gathers the parts of a body as it arrives. Does no I/O: what does not fit into memory is asked for by `takeSpill`.
struct MultipartAssembly: Sendable {
    /// A part that has come, or is coming.
    struct Part: Sendable {
        enum Content: Sendable {
            case value([UInt8], PartPlan.Reading)
            /// Position in `files`.
            case file(Int)
        }

        /// Empty where parts go by position.
        let name: String
        let header: PartHeader
        let plan: PartPlan
        var content: Content
    }

    /// A file: its beginning may have been spilled, the rest is in memory.
    struct File: Sendable {
        fileprivate(set) var spilled: Range<Int>?
        fileprivate(set) var memory: [UInt8] = []
        var count: Int { (spilled?.count ?? 0) + memory.count }
    }

    private let plan: MultipartPlan
    private let limits: Limits
    private let isFormData: Bool
    private var parser: MultipartParser
    private(set) var parts: [Part] = []
    private(set) var files: [File] = []
    /// Of the value that is coming.
    private var value: [UInt8] = []
    /// Octets of all values, and of files in memory.
    private var valueOctets = 0
    private var heldOctets = 0
    private var spilledOctets = 0
    private(set) var isEmpty = true

    /// - Parameter type: of the request.
    init(_ plan: MultipartPlan, _ type: MediaType, _ limits: Limits) throws(MultipartFault) {
        self.plan = plan
        self.limits = limits
        isFormData = type.subtype == "form-data"
        let boundary = try MultipartBoundary(type.parameters.first { $0.name == "boundary" }?.value)
        parser = MultipartParser(boundary, limits: limits)
    }

    mutating func push(_ piece: [UInt8]) throws(MultipartFault) {
        if piece.isEmpty { return }
        isEmpty = false
        var position = 0
        while let event = try parser.next(in: piece.span, at: &position) {
            switch event {
            case .part(let fields): try begin(fields, position)
            case .content(let range): try append(piece[range], position)
            case .withheld(let range): try append(parser.delimiter[range], position)
            case .endOfPart: end()
            }
        }
    }

    mutating func finish() throws(MultipartFault) {
        try parser.finish()
    }

    private mutating func begin(_ fields: [HeaderField], _ position: Int) throws(MultipartFault) {
        let header: PartHeader
        do throws(PartHeader.Fault) {
            header = try PartHeader(fields)
        } catch {
            throw parser.fault(.ambiguousHeader, position)
        }
        let name = header.disposition?.name
        guard !plan.isNamed || name != nil && (!isFormData || header.disposition?.type == "form-data") else {
            throw parser.fault(.missingName, position)
        }
        let part = plan.part(named: name ?? "", at: parts.count)
        let reading = part.reading(
            header.contentType.flatMap { MediaType($0) }, hasFilename: header.disposition?.filename != nil)
        var content = Part.Content.value([], reading)
        if reading == .file {
            content = .file(files.count)
            files.append(File())
        }
        parts.append(Part(name: plan.isNamed ? name ?? "" : "", header: header, plan: part, content: content))
    }

    private mutating func append(_ octets: ArraySlice<UInt8>, _ position: Int) throws(MultipartFault) {
        guard case .value? = parts.last?.content else {
            heldOctets += octets.count
            files[files.count - 1].memory += octets
            return
        }
        valueOctets += octets.count
        guard valueOctets <= limits.bodyBytes else { throw parser.fault(.valuesTooLarge, position) }
        value += octets
    }

    private mutating func end() {
        guard case .value(_, let reading)? = parts.last?.content else { return }
        parts[parts.count - 1].content = .value(value, reading)
        value = []
    }
}

extension MultipartAssembly {
    enum Moment { case between, atEnd }

    /// Octets to append to the request's temporary file: all that files have in memory, once that is too much. Nil when
    /// nothing has to be written.
    ///
    /// At the end, also the rest of a file whose beginning was written. Files come one after the other, so each stands
    /// in one range of the temporary file.
    mutating func takeSpill(_ moment: Moment) -> [UInt8]? {
        let isSplit = moment == .atEnd && files.contains { $0.spilled != nil && !$0.memory.isEmpty }
        guard heldOctets > limits.fileMemoryBytes || isSplit else { return nil }
        var octets: [UInt8] = []
        octets.reserveCapacity(heldOctets)
        for index in files.indices where !files[index].memory.isEmpty {
            let start = files[index].spilled?.lowerBound ?? spilledOctets + octets.count
            octets += files[index].memory
            files[index].memory = []
            files[index].spilled = start..<(spilledOctets + octets.count)
        }
        spilledOctets += octets.count
        heldOctets = 0
        return octets
    }
}
