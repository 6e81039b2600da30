import Foundation
import OpenAPIModel
import Testing

/// Descriptions that were damaged at random: whatever happens, there is a finding or a document, and no trap.
@Suite("Damaged descriptions")
struct MutationTests {
    @Test(arguments: ["valid.yaml", "split/openapi.yaml", "security-inherited.yaml", "alias"])
    func `are read or refused`(name: String) throws {
        let original = name == "alias" ? Array(aliases.utf8) : try TestData.bytes(TestData.fixtures + "/" + name)
        var generator = SeededGenerator(seed: UInt64(original.count))
        for _ in 0..<400 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &generator) { mutate(&bytes, &generator) }
            let loaded = DescriptionLoader.load(bytes: bytes, uri: "https://example.com/", name: "damaged") { _ in
                original
            }
            #expect(loaded.document != nil || !loaded.diagnostics.isEmpty)
            guard let document = loaded.document else { continue }
            for diagnostic in loaded.diagnostics { #expect(!diagnostic.rendered(color: .ansi).isEmpty) }
            _ = document.served(mount: "/v1", as: .yaml)
        }
    }

    private let aliases = """
        openapi: 3.1.0
        info: &i { title: A, version: '1' }
        paths: { /a: &p { get: &g { responses: { 200: &r { description: a }, 400: *r } }, put: *g }, /b: *p }
        x: [*i, *p]
        """

    private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        guard let index = bytes.indices.randomElement(using: &generator) else { return }
        let interesting = Array("{}[]:,#&*!|>'\"%@`-? \n\t~/$".utf8) + [0, 0x80, 0xC0, 0xFF]
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[index] = interesting.randomElement(using: &generator) ?? 0
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(interesting.randomElement(using: &generator) ?? 0, at: index)
        default:
            let other = Int.random(in: index..<min(bytes.count, index + 30), using: &generator)
            bytes.insert(contentsOf: bytes[index...other], at: index)
        }
    }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
