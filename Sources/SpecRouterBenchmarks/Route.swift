import ArgumentParser
import SpecRouter

/// Looks up routes in tables of different sizes.
struct Route: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks routes up in tables of 10, 1,000 and 10,000 operations, as part of admitting a request.")

    @OptionGroup var output: OutputOptions

    func run() throws {
        for count in [10, 1_000, 10_000] {
            let paths = (0..<count).map { index in
                """
                "/group\(index % 97)/item\(index)/{id}": {"get": {"parameters": [{"name": "id", "in": "path", \
                "required": true, "schema": {"type": "string"}}], "responses": {"200": {"description": ""}}}}
                """
            }
            let text =
                #"{"openapi": "3.1.0", "info": {"title": "", "version": ""}, "paths": {"#
                + paths.joined(separator: ",") + "}}"
            let api = try BenchmarkInput.compile(Array(text.utf8))
            let head = RequestHead(
                method: "GET", target: "/group\((count / 2) % 97)/item\(count / 2)/42", requestID: "1")
            output.show(
                Row("\(count) operations").with("admit", Samples.median { _ = api.admit(head) }, .nanoseconds)
                    .with("allocations", try Heap.allocations { _ = api.admit(head) }, .count))
        }
    }
}
