import Testing

@testable import SpecRouter

@Suite struct CredentialPlacementTests {
    private static func find(_ placement: CredentialPlacement, _ fields: [HeaderField] = [], query: String = "")
        -> String?
    {
        let head = RequestHead(method: "GET", target: "/", fields: fields, requestID: "1")
        let query = Array(query.utf8)
        return placement.credential(in: head, query: query.span).map(String.init)
    }

    @Test(arguments: [
        ("k=v", "v"), ("a=1&k=v&b=2", "v"), ("k=a+b%2Bc%26", "a b+c&"), ("k=%C3%A9", "é"), ("k=a=b", "a=b"),
        ("%6B=v", "v"), ("&&k=v&", "v"), ("kk=1&k=v", "v"), ("k%2=1&k=v", "v"),
        ("", nil), ("k", nil), ("k=", nil), ("K=v", nil), ("a=k=v", nil), ("k=1&k=2", nil), ("k=1&%6b=1", nil),
        ("k=%", nil), ("k=%4", nil), ("k=%zz", nil), ("k=%FF", nil), ("k=%00", nil), ("ak=v", nil), ("kb=v", nil),
    ])
    func `a key in the query is read by its decoded name`(query: String, expected: String?) {
        #expect(Self.find(.query(name: Array("k".utf8)), query: query) == expected)
    }

    @Test func `a name with brackets is found escaped or not`() {
        for query in ["key[a]=v", "key%5Ba%5D=v", "key%5ba]=v"] {
            #expect(Self.find(.query(name: Array("key[a]".utf8)), query: query) == "v")
        }
    }

    @Test(arguments: [
        (["X-API-Key": "v"], "v"), (["x-api-key": "v"], "v"), (["X-API-KEY": "a b"], "a b"),
        (["X-API-Key": ""], nil), (["X-API-Ke": "v"], nil), ([:], nil),
    ])
    func `a key in a header is read whatever the name's case`(fields: [String: String], expected: String?) {
        #expect(Self.find(.header(name: "x-api-key"), fields.map { ($0, $1) }) == expected)
    }

    @Test func `a header that is there twice is not believed`() {
        #expect(Self.find(.header(name: "x-api-key"), [("X-API-Key", "a"), ("x-api-key", "a")]) == nil)
        #expect(
            Self.find(.authorization(scheme: "bearer"), [("Authorization", "Bearer a"), ("Authorization", "Basic a")])
                == nil)
    }

    @Test(arguments: [
        (["s=v"], "v"), (["a=1; s=v; b=2"], "v"), (["a=1", "s=v"], "v"), (["a=1;s=v"], "v"), (["s=a=b"], "a=b"),
        (["s=%41"], "%41"), (["S=v"], nil), (["s="], nil), (["s"], nil), (["s=1; s=2"], nil), (["s=1", "s=1"], nil),
        ([], nil),
    ])
    func `a key in a cookie is read as it stands`(cookies: [String], expected: String?) {
        #expect(Self.find(.cookie(name: "s"), cookies.map { ("Cookie", $0) }) == expected)
    }

    @Test(arguments: [
        ("Bearer abc", "abc"), ("bearer abc", "abc"), ("BEARER   abc", "abc"), ("Bearer", nil), ("Bearer ", nil),
        ("Bearerabc", nil), ("Basic abc", nil), (" Bearer abc", nil), ("", nil),
    ])
    func `a credential follows its scheme's name`(value: String, expected: String?) {
        #expect(Self.find(.authorization(scheme: "bearer"), [("authorization", value)]) == expected)
    }

    @Test(arguments: [
        ("abc", true), ("a-._~+/9=", true), ("a==", true), ("=", false), ("a=b", false), ("a b", false), ("ä", false),
        ("a,b", false),
    ])
    func `a bearer token has the form of RFC 6750`(token: String, isToken: Bool) {
        #expect(CredentialForm.bearer.accepts(token[...]) == isToken)
    }
}
