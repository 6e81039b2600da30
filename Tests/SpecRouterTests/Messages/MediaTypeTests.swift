import Testing

@testable import SpecRouter

struct MediaTypeTests {
    @Test(
        "A media type is read as RFC 9110 has it",
        arguments: [
            ("application/json", "application/json"),
            ("Application/JSON", "application/json"),
            ("text/html;charset=utf-8", "text/html;charset=utf-8"),
            ("Text/HTML;Charset=\"utf-8\"", "text/html;charset=utf-8"),
            ("text/html; charset=\"utf-8\"", "text/html;charset=utf-8"),
            (" text/plain ; a = b", nil),
            ("text/plain ; a=b ", "text/plain;a=b"),
            ("text/plain;;a=b;", "text/plain;a=b"),
            ("multipart/form-data; boundary=\"a \\\"b\"", "multipart/form-data;boundary=\"a \\\"b\""),
            ("application/json;stream=watch", "application/json;stream=watch"),
            ("", nil), ("json", nil), ("/json", nil), ("application/", nil), ("application /json", nil),
            ("application/json, text/html", nil), ("application/json;charset", nil), ("a/b;c=\"d", nil),
            ("a/b;c=d;c=e", nil), ("a/b c", nil),
        ] as [(String, String?)])
    func reads(text: String, expected: String?) {
        #expect(MediaType(text)?.description == expected)
    }

    @Test(
        "The most specific range wins",
        arguments: [
            ("application/json", "application/json"),
            ("application/json;charset=utf-8", "application/json"),
            ("application/json;stream=watch", "application/json;stream=watch"),
            ("application/json;stream=watch;x=y", "application/json;stream=watch"),
            ("application/json;stream=other", "application/json"),
            ("application/merge-patch+json", "application/*+json"),
            ("application/xml", "application/*"),
            ("text/plain", "*/*"),
            ("APPLICATION/JSON", "application/json"),
        ])
    func picks(type: String, range: String) throws {
        let ranges = [
            "*/*", "application/*", "application/*+json", "application/json", "application/json;stream=watch",
        ]
        let type = try #require(MediaType(type))
        let best = ranges.max { one, two in
            (MediaRange(one)?.specificity(for: type) ?? -1) < (MediaRange(two)?.specificity(for: type) ?? -1)
        }
        #expect(best == range)
    }

    @Test(
        "A range takes what it describes and nothing else",
        arguments: [
            ("application/json", "application/problem+json", false),
            ("application/*+json", "application/json", false),
            ("text/plain;charset=utf-8", "text/plain", true),
            ("text/plain;charset=utf-8", "text/plain;charset=UTF-8", true),
            ("text/plain;charset=utf-8", "text/plain;charset=latin1", false),
            ("text/plain;charset=latin1", "text/plain", false),
            ("image/*", "image/png", true),
            ("image/*", "text/png", false),
        ])
    func takes(range: String, type: String, expected: Bool) throws {
        let type = try #require(MediaType(type))
        #expect((MediaRange(range)?.specificity(for: type) != nil) == expected)
    }

    @Test(
        "Ranges know JSON and text",
        arguments: [
            ("application/json", true, false), ("text/json", true, false), ("application/*+json", true, false),
            ("application/vnd.api+json", true, false), ("text/plain", false, true), ("text/*", false, true),
            ("*/*", false, false), ("application/*", false, false), ("image/json", false, false),
        ])
    func kinds(range: String, isJSON: Bool, isText: Bool) throws {
        let range = try #require(MediaRange(range))
        #expect(range.isJSON == isJSON)
        #expect(range.isText == isText)
    }

    @Test("What is no range is refused", arguments: ["examples", "*/json", "", "a/b/c"])
    func refuses(text: String) {
        #expect(MediaRange(text) == nil)
    }
}

struct AcceptHeaderTests {
    @Test(
        "The best of what is offered is picked",
        arguments: [
            (["application/json"], ["text/html", "application/json"], "application/json"),
            (
                ["text/*;q=0.3, text/html;q=0.7, text/html;level=1, */*;q=0.5"], ["text/plain", "text/html"],
                "text/html"
            ),
            (["text/*;q=0.3, */*;q=0.5"], ["text/plain", "image/png"], "image/png"),
            (["*/*"], ["a/b", "c/d"], "a/b"),
            ([], ["a/b", "c/d"], "a/b"),
            ([""], ["a/b"], "a/b"),
            (["application/json;q=0, */*"], ["application/json", "text/html"], "text/html"),
            (["application/json;q=0"], ["application/json"], nil),
            (["text/html", "application/json;q=0.9"], ["application/json"], "application/json"),
            (["text/html"], ["application/json"], nil),
            (["*; q=.2, */*; q=.2"], ["a/b"], "a/b"),
            (["application/*+json"], ["application/hal+json"], "application/hal+json"),
            (["a/b;q=0.001, c/d;q=0.002"], ["a/b", "c/d"], "c/d"),
            (["a/b;x=\"1,2\", c/d"], ["c/d"], "c/d"),
        ] as [([String], [String], String?)])
    func picks(fields: [String], offered: [String], expected: String?) {
        let types = offered.compactMap(MediaType.init)
        let accept = AcceptHeader(fields)
        #expect(accept.best(of: types).map { offered[$0] } == expected)
        #expect(types.contains(where: accept.accepts) == (expected != nil))
    }

    @Test(
        "A declared range is acceptable when some of it is",
        arguments: [
            ("application/json", "*/*", true), ("application/json", "application/*", true),
            ("application/json", "text/*", false), ("text/*", "text/*", true),
            ("application/hal+json", "application/*+json", true), ("application/xml", "application/*+json", false),
        ])
    func overlaps(accept: String, range: String, expected: Bool) throws {
        #expect(AcceptHeader([accept]).accepts(try #require(MediaRange(range))) == expected)
    }
}
