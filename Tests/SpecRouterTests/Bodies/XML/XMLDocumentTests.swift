import Testing

@testable import SpecRouter

@Suite("XML documents")
struct XMLDocumentTests {
    /// Elements as `{namespace}name[@attribute=value](child...)text`.
    @Test(
        "are read as they are meant",
        arguments: [
            ("<a/>", "a"), ("<a></a>", "a"), ("<a >x</a >", "a'x'"), ("<a\n/>", "a"), ("<ä.-1·/>", "ä.-1·"),
            ("<?xml version=\"1.0\"?><a/>", "a"),
            ("<?xml version='1.1' encoding='UTF-8' standalone='yes' ?>\n<a/>\n", "a"),
            ("\u{FEFF}<a/>", "a"), (" \n<a/> \n", "a"),
            ("<!-- x - y --><?p x?><?xml-style?><a><!--x--><?y?>t</a><!--z-->", "a't'"),
            ("<a><b/>x<b>y</b>z</a>", "a(b, b'y')'xz'"), ("<a><![CDATA[<&]]]]><![CDATA[>]]></a>", "a'<&]]>'"),
            ("<a>&lt;&gt;&amp;&apos;&quot;&#65;&#x20ac;&#x1F600;&#00065;</a>", "a'<>&'\"A€😀A'"),
            ("<a>x\r\ny\rz&#13;</a>", "a'x\ny\nz\r'"), ("<a b=\"1\" c='2'/>", "a[@b=1 @c=2]"),
            ("<a b = '&lt;&quot;\"'\n/>", "a[@b=<\"\"]"), ("<a b='x\ty\r\nz&#10;'/>", "a[@b=x y z\n]"),
            ("<a b='>]]>'>]]&gt;></a>", "a[@b=>]]>]']]>>'"), ("<a>]] ></a>", "a']] >'"),
            ("<a xmlns='n'><b c='1'/></a>", "{n}a({n}b[@c=1])"), ("<a xmlns='n'><b xmlns=''/></a>", "{n}a(b)"),
            ("<p:a xmlns:p='n' p:b='1' b='2'/>", "{n}a[@{n}b=1 @b=2]"),
            ("<a xmlns:p='n'><b xmlns:p='m'><p:c/></b><p:c/></a>", "a(b({m}c), {n}c)"),
            ("<a xml:lang='en'/>", "a[@{http://www.w3.org/XML/1998/namespace}lang=en]"),
        ])
    func reads(document: String, expected: String) throws {
        #expect(try described(Array(document.utf8)) == expected)
    }

    static let malformed: [(document: String, kind: XMLFault.Kind)] = [
        ("", .noRoot), (" ", .noRoot), ("<!--x-->", .noRoot), ("x", .textOutsideRoot), ("<a/>x", .textOutsideRoot),
        ("<a/><b/>", .severalRoots), ("<a>", .truncated), ("<a", .truncated), ("<", .truncated), ("<a/", .truncated),
        ("<a b", .truncated), ("<a b=", .truncated), ("<a b='", .truncated), ("<a b='x'", .truncated),
        ("<a></a", .truncated), ("<a></", .truncated), ("<a><!--", .truncated), ("<a><![CDATA[x", .truncated),
        ("<a>&am", .truncated), ("<a><?p", .truncated), ("</a>", .mismatchedTag), ("<a></b>", .mismatchedTag),
        ("<a><b></a></b>", .mismatchedTag), ("<a></A>", .mismatchedTag),
        ("<a xmlns:p='n' xmlns:q='n'><p:b></q:b></a>", .mismatchedTag), ("< a/>", .malformedName),
        ("<1/>", .malformedName), ("<-a/>", .malformedName), ("<a 1='x'/>", .malformedName),
        ("<:a/>", .malformedName), ("<a:/>", .malformedName), ("<a:b:c xmlns:a='n'/>", .malformedName),
        ("<a:1 xmlns:a='n'/>", .malformedName), ("<a b/>", .malformedAttribute), ("<a b=c/>", .malformedAttribute),
        ("<a b='<'/>", .malformedAttribute), ("<a b='1'c='2'/>", .malformedMarkup), ("<a/ >", .malformedMarkup),
        ("<a><!-- -- --></a>", .malformedMarkup), ("<a><!--></a>", .truncated), ("<a>]]></a>", .malformedMarkup),
        ("<a><!x></a>", .malformedMarkup), ("<![CDATA[x]]><a/>", .textOutsideRoot),
        ("<a b='1' b='2'/>", .repeatedAttribute),
        ("<a xmlns:p='n' xmlns:q='n' p:b='1' q:b='2'/>", .repeatedAttribute),
        ("<a xmlns='n' xmlns='m'/>", .repeatedAttribute), ("<p:a/>", .unknownPrefix),
        ("<a p:b='1'/>", .unknownPrefix), ("<a><b xmlns:p='n'/><p:c/></a>", .unknownPrefix),
        ("<a xmlns:p=''/>", .malformedPrefix), ("<a xmlns:xml='n'/>", .malformedPrefix),
        ("<a xmlns:xmlns='n'/>", .malformedPrefix), ("<a>&</a>", .malformedReference),
        ("<a>& x;</a>", .malformedReference), ("<a>&;</a>", .malformedReference), ("<a>&#;</a>", .malformedReference),
        ("<a>&#x;</a>", .malformedReference), ("<a>&#xG;</a>", .malformedReference),
        ("<a>&#+65;</a>", .malformedReference), ("<a>&#X41;</a>", .malformedReference),
        ("<a>&nbsp;</a>", .unknownEntity), ("<a b='&x;'/>", .unknownEntity), ("<a>&#0;</a>", .illegalCharacter),
        ("<a>&#xD800;</a>", .illegalCharacter), ("<a>&#xFFFE;</a>", .illegalCharacter),
        ("<a>&#x110000;</a>", .illegalCharacter), ("<a>&#99999999999;</a>", .malformedReference),
        ("<a>\u{1}</a>", .illegalCharacter), ("<a>\u{0}</a>", .illegalCharacter),
        ("<a>\u{FFFF}</a>", .illegalCharacter), ("<?xml?><a/>", .malformedDeclaration),
        ("<?xml version='2.0'?><a/>", .malformedDeclaration), ("<?xml version='1.0'><a/>", .malformedDeclaration),
        ("<?xml encoding='UTF-8'?><a/>", .malformedDeclaration), (" <?xml version='1.0'?><a/>", .malformedDeclaration),
        ("<a><?xml version='1.0'?></a>", .malformedDeclaration), ("<?XML x?><a/>", .malformedDeclaration),
        ("<?xml version='1.0' encoding='koi8-r'?><a/>", .wrongEncoding),
        ("<?xml version='1.0' encoding='utf-16'?><a/>", .wrongEncoding),
        ("\u{FEFF}<?xml version='1.0' encoding='iso-8859-1'?><a/>", .wrongEncoding),
    ]

    @Test("that are none are refused", arguments: malformed)
    func refuses(_ example: (document: String, kind: XMLFault.Kind)) {
        #expect(fault(of: Array(example.document.utf8)) == example.kind)
    }

    /// Each of them does harm to some parser.
    static let attacks = [
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
        "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]><a/>",
        "<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>", "<?xml version='1.0'?><!DOCTYPE a><a/>",
        "<!-- x --><!DOCTYPE html><a/>",
    ]

    @Test("with a document type are refused where it begins", arguments: attacks)
    func refusesTypes(document: String) {
        #expect(fault(of: Array(document.utf8)) == .documentType)
    }

    @Test(
        "may come in other encodings, that have to be theirs",
        arguments: [
            (nil, [0xFF, 0xFE] + utf16("<a>é</a>", high: 1), "a'é'"),
            (nil, [0xFE, 0xFF] + utf16("<?xml version='1.0' encoding='UTF-16'?><a>é</a>", high: 0), "a'é'"),
            (nil, [0xFE, 0xFF] + utf16("<?xml version='1.0' encoding='UTF-8'?><a>é</a>", high: 0), "!"),
            (nil, utf16("<a/>", high: 1), "!"), (nil, utf16("<a/>", high: 0), "!"),
            (.utf16BigEndian, utf16("<a>é</a>", high: 0), "a'é'"),
            (nil, Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8), "a'é'"),
            (nil, Array("<?xml version='1.0' encoding='us-ascii'?><a>".utf8) + [0xE9] + Array("</a>".utf8), "!"),
            (nil, Array("<a>".utf8) + [0xE9] + Array("</a>".utf8), "!"),
            (.latin1, Array("<a>".utf8) + [0xE9] + Array("</a>".utf8), "a'é'"),
            // What the Content-Type says counts more (RFC 7303, section 3.2).
            (.latin1, Array("<?xml version='1.0' encoding='utf-8'?><a>".utf8) + [0xE9] + Array("</a>".utf8), "a'é'"),
            (.utf8, Array("<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".utf8), "a'é'"),
            (nil, Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8), "!"),
        ] as [(TextCharset?, [UInt8], String)])
    func decodes(charset: TextCharset?, document: [UInt8], expected: String) {
        #expect(((try? described(document, charset)) ?? "!") == expected)
    }

    @Test("nest as deep as is allowed")
    func boundsDepth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).utf8)
        }
        #expect(fault(of: nested(128)) == nil)
        #expect(fault(of: nested(129)) == .tooDeep)
        let open = [UInt8](repeatElement(Array("<a>".utf8), count: 300_000).joined())
        #expect(fault(of: open) == .tooDeep)
    }

    @Test("are read in work that grows as they do")
    func readsMuch() throws {
        let attributes = (0..<20_000).map { " a\($0)='x'" }.joined()
        let prefixes = (0..<5_000).map { " xmlns:p\($0)='n'" }.joined()
        let children = (0..<20_000).map { "<p\($0 % 5000):c/>" }.joined()
        let texts = String(repeating: "x<b/>&amp;", count: 20_000)
        for document in ["<a\(attributes)/>", "<a\(prefixes)>\(children)</a>", "<a>\(texts)</a>"] {
            #expect(fault(of: Array(document.utf8)) == nil)
        }
    }

    private static func utf16(_ text: String, high: Int) -> [UInt8] {
        text.utf16.flatMap { unit in
            high == 0 ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
        }
    }

    private func fault(of document: [UInt8]) -> XMLFault.Kind? {
        do throws(XMLFault) {
            _ = try XMLTree(document, charset: nil, depth: 128)
            return nil
        } catch {
            return error.kind
        }
    }

    private func described(_ document: [UInt8], _ charset: TextCharset? = nil) throws -> String {
        describe(0, of: try XMLTree(document, charset: charset, depth: 128))
    }

    private func describe(_ index: Int, of tree: XMLTree) -> String {
        let element = tree.elements[index]
        let attributes = element.attributes.map { number in
            let attribute = tree.attributes[Int(number)]
            return "@\(text(tree.name(attribute.name)))=\(String(decoding: tree.text(attribute.value), as: UTF8.self))"
        }
        let children = tree.children(of: index).map { describe($0, of: tree) }
        let content = String(decoding: tree.text(element.text), as: UTF8.self)
        return text(tree.name(element.name)) + (attributes.isEmpty ? "" : "[\(attributes.joined(separator: " "))]")
            + (children.isEmpty ? "" : "(\(children.joined(separator: ", ")))")
            + (content.isEmpty ? "" : "'\(content)'")
    }

    private func text(_ name: XMLTree.Name) -> String {
        let namespace = String(decoding: name.namespace, as: UTF8.self)
        return (namespace.isEmpty ? "" : "{\(namespace)}") + String(decoding: name.local, as: UTF8.self)
    }
}
