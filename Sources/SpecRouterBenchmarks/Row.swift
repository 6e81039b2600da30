import ArgumentParser
import Foundation
import JSONCore

/// One line of output: what was measured, and its figures.
struct Row {
    enum Unit: String {
        case nanoseconds = "ns"
        case bytes
        case megabytesPerSecond = "MB/s"
        case gigabytesPerSecond = "GB/s"
        case times
        case count = ""
    }

    private enum Value {
        case figure(Double, Unit)
        case word(String)
    }

    private var name: String
    private var values: [(label: String, value: Value)] = []

    init(_ name: String) {
        self.name = name
    }

    /// Nothing is added where there is no figure.
    func with(_ label: String, _ figure: Double?, _ unit: Unit) -> Row {
        guard let figure else { return self }
        var row = self
        row.values.append((label, .figure(figure, unit)))
        return row
    }

    func with(_ label: String, _ word: String) -> Row {
        var row = self
        row.values.append((label, .word(word)))
        return row
    }

    var text: String {
        let parts = values.map { label, value in
            switch value {
            case .figure(let figure, let unit): "\(label) \(unit.text(figure))"
            case .word(let word): "\(label) \(word)"
            }
        }
        return "\(name): \(parts.joined(separator: ", "))"
    }

    var json: String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("name")
        writer.string(name)
        for (label, value) in values {
            switch value {
            case .figure(let figure, let unit):
                writer.key(unit == .count ? label : "\(label) \(unit.rawValue)")
                writer.double((figure * 1_000).rounded() / 1_000)
            case .word(let word):
                writer.key(label)
                writer.string(word)
            }
        }
        writer.endObject()
        return String(decoding: writer.finish(), as: UTF8.self)
    }
}

extension Row.Unit {
    func text(_ figure: Double) -> String {
        switch self {
        case .nanoseconds: Self.time(figure)
        case .count: Self.rounded(figure, to: 2)
        case .bytes: "\(Int(figure)) bytes"
        case .megabytesPerSecond: "\(Int(figure.rounded())) MB/s"
        case .gigabytesPerSecond: "\(Self.rounded(figure, to: 3)) GB/s"
        case .times: "\(Self.rounded(figure, to: 2)) times"
        }
    }

    private static func time(_ nanoseconds: Double) -> String {
        switch nanoseconds {
        case ..<10_000: "\(Int(nanoseconds.rounded())) ns"
        case ..<10_000_000: "\(Int((nanoseconds / 1e3).rounded())) us"
        default: "\(Int((nanoseconds / 1e6).rounded())) ms"
        }
    }

    private static func rounded(_ figure: Double, to places: Int) -> String {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let rounded = (figure * scale).rounded() / scale
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}

/// How rows are printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Prints one JSON object a line.")
    var json = false

    func show(_ row: Row) {
        print(json ? row.json : row.text)
        // A long run is read while it goes on.
        fflush(nil)
    }
}
