import JSONCore
import JSONSchema

/// What holds for the official output of one schema and one instance.
///
/// The schema is compiled for reports, without the short cuts of the other one: their verdicts must agree all the same.
enum ReportProperties {
    static func check(
        _ place: JSONPointer, _ instance: JSON, expected: Bool, _ set: SchemaSet
    ) throws(Finding) {
        guard let schema = set.reporting(place) else {
            throw Finding("What compiles for verdicts compiles for reports", set.detail(instance, ""))
        }
        for format in OutputFormat.allCases {
            let report = schema.report(on: instance, as: format, atMost: 20)
            let detail = set.detail(instance, "valid: \(expected), \(format.rawValue): \(report)")
            try Finding.unless(report["valid"]?.bool == expected, "A report has the verdict of yes/no", detail)
            guard format != .flag else { continue }
            let isSaid = expected || report["error"] != nil || (report["errors"]?.count ?? 0) > 0
            try Finding.unless(isSaid, "A report of what is invalid has errors", detail)
            try checkPlaces(in: report, instance, detail)
        }
    }

    private static func checkPlaces(in unit: JSON, _ instance: JSON, _ detail: String) throws(Finding) {
        let place = unit["instanceLocation"]?.string.flatMap { JSONPointer($0) }
        let isInside = place.flatMap(instance.value(at:)) != nil
        try Finding.unless(isInside, "A unit of a report has a place in the instance", detail)
        for inner in ["errors", "annotations"].flatMap({ unit[$0].map { Array($0.elements) } ?? [] }) {
            try checkPlaces(in: inner, instance, detail)
        }
    }
}
