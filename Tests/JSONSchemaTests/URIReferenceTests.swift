import Testing

@testable import JSONSchema

/// RFC 3986, section 5.4.
@Suite struct URIReferenceTests {
    static let examples = [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q"), ("g#s", "http://a/b/c/g"), (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"),
        (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
        ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
        ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
        ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"), ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/../x", "http://a/b/c/g?y/../x"), ("http:g", "http:g"),
    ]

    @Test("A reference resolves as the RFC's examples say", arguments: examples)
    func resolution(reference: String, expected: String) {
        let base = URIReference("http://a/b/c/d;p?q")
        #expect(URIReference(reference).resolved(against: base).withoutFragment == expected)
    }

    @Test(
        "Names without hierarchy and paths without scheme serve as bases",
        arguments: [
            ("urn:example:a", "#x", "urn:example:a"), ("", "b.json", "b.json"), ("a/b.json", "c.json", "a/c.json"),
            ("file:///a/b.json", "../c.json", "file:///c.json"), ("http://a", "b", "http://a/b"),
        ])
    func bases(base: String, reference: String, expected: String) {
        #expect(URIReference(reference).resolved(against: URIReference(base)).withoutFragment == expected)
    }

    static let equals: [(text: String, normalized: String)] = [
        ("HTTP://User:Name@Example.COM", "http://User:Name@example.com/"), ("http://a:80/b", "http://a/b"),
        ("https://a:443/b?c", "https://a/b?c"), ("https://a:80/b", "https://a:80/b"), ("http://a:/b", "http://a/b"),
        ("http://a/%7eb%2f%C2%b1?%41", "http://a/~b%2F%C2%B1?A"), ("http://a/%zz%4", "http://a/%zz%4"),
        ("URN:example:A%3a", "urn:example:A%3A"), ("a%41", "aA"), ("", ""), ("http://a/%+1", "http://a/%+1"),
    ]

    @Test("A URI is normalized for comparison: RFC 3986, sections 6.2.2 and 6.2.3", arguments: equals)
    func normalizing(text: String, normalized: String) {
        #expect(URIReference(text).normalized == normalized)
        #expect(URIReference(normalized).normalized == normalized)
    }
}
