import Testing

@testable import SpecRouter

@Suite struct MockPreferenceTests {
    @Test(
        arguments: [
            ([], nil, nil), (["code=404"], 404, nil), (["example=cat"], nil, "cat"),
            (["code=404, example=cat"], 404, "cat"),
            (["code=404; example=\"a b\""], 404, "a b"), (["code=404", "Example=cat"], 404, "cat"),
            (["CODE = 201"], 201, nil),
            (["code=200, code=404"], 200, nil), (["respond-async, wait=10"], nil, nil), (["code=abc"], nil, nil),
            (["code="], nil, nil),
            (["code"], nil, nil), ([",;,"], nil, nil),
        ] as [([String], Int?, String?)])
    func `Prefer is read`(fields: [String], code: Int?, example: String?) {
        #expect(MockPreference(fields) == MockPreference(code: code, example: example))
    }
}
