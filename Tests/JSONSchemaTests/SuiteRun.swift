import JSONCore
import JSONSchema
import Testing

/// Runs files in the format of the official suite: a list of schemas, each with a list of instances and verdicts.
struct SuiteRun {
    var registry: SchemaRegistry
    var options: SchemaCompiler.Options
    private(set) var count = 0

    init(_ options: SchemaCompiler.Options, registry: SchemaRegistry = SchemaRegistry()) {
        self.options = options
        self.registry = registry
    }

    mutating func run(_ file: JSON, named name: String) {
        for group in file.elements {
            guard let schema = group["schema"] else { continue }
            let title = "\(name): \(group["description"]?.string ?? "")"
            var registry = registry
            registry.add(schema, uri: "")
            var options = options
            if let direction = group["direction"]?.string { options.direction = Self.directions[direction] ?? .none }
            var compiler = SchemaCompiler(registry: registry, options: options)
            let cases = group["tests"].map { Array($0.elements) } ?? []
            count += cases.count
            do throws(SchemaErrors) {
                let entry = try compiler.compile(SchemaLocation(document: "", pointer: JSONPointer()))
                let compiled = compiler.finish().schema(entry)
                for test in cases { judge(test, by: compiled, title) }
            } catch {
                Issue.record("\(title): \(error)")
            }
        }
    }

    private static let directions: [String: SchemaCompiler.Direction] = ["request": .request, "response": .response]

    private func judge(_ test: JSON, by schema: CompiledSchema, _ title: String) {
        guard let data = test["data"], let expected = test["valid"]?.bool else { return }
        let description = "\(title): \(test["description"]?.string ?? "")"
        let isValid = schema.isValid(data)
        let violations = schema.violations(in: data, atMost: 20)
        #expect(isValid == expected, "\(description)")
        #expect(isValid == violations.isEmpty, "yes/no and the list disagree: \(description)")
        #expect(violations.count <= 20)
        for violation in violations {
            #expect(data.value(at: violation.instance) != nil, "\(description): \(violation.instance)")
            #expect(!violation.message.isEmpty)
        }
    }
}
