import JSONCore
import Testing

struct DecodingErrorTests {
    struct Shelf: Decodable {
        var books: [Book]
        var owner: Owner?
    }

    struct Book: Decodable {
        var title: String
        var pages: UInt8
        var tags: [String]
    }

    struct Owner: Decodable { var name: String }

    /// Of one book, with one member replaced.
    private static func shelf(_ book: String) -> String {
        #"{"owner":null,"books":[{"title":"a","pages":1,"tags":[]},"# + book + "]}"
    }

    @Test(arguments: [
        (shelf(#"{"pages":1,"tags":[]}"#), ["books", "1"], #"The member "title" is missing."#),
        (shelf(#"{"title":null,"pages":1,"tags":[]}"#), ["books", "1", "title"], "A string was expected, not null."),
        (
            shelf(#"{"title":"b","pages":256,"tags":[]}"#), ["books", "1", "pages"],
            "The integer must be from 0 to 255."
        ),
        (
            shelf(#"{"title":"b","pages":1.5,"tags":[]}"#), ["books", "1", "pages"],
            "An integer was expected, not a fraction."
        ),
        (
            shelf(#"{"title":"b","pages":1,"tags":["x",true]}"#), ["books", "1", "tags", "1"],
            "A string was expected, not a boolean."
        ),
        (
            shelf(#"{"title":"b","pages":1,"tags":{}}"#), ["books", "1", "tags"],
            "An array was expected, not an object."
        ),
        (shelf("7"), ["books", "1"], "An object was expected, not an integer."),
        (#"{"books":[],"owner":{"first":"x"}}"#, ["owner"], #"The member "name" is missing."#),
        ("[]", [], "An object was expected, not an array."),
    ])
    func `errors say where and what`(text: String, path: [String], sentence: String) throws {
        let error = #expect(throws: DecodingError.self) {
            try TapeDecoder().decode(Shelf.self, from: JSON(parsing: text))
        }
        #expect(error?.path == path)
        #expect(error?.sentence == sentence)
        // The same below another value, from which the path does not start.
        let outer = try #require(try JSON(parsing: "[[0],\(text)]")[1])
        #expect(throws: DecodingError.self) { try TapeDecoder().decode(Shelf.self, from: outer) }
        do { _ = try TapeDecoder().decode(Shelf.self, from: outer) } catch let error as DecodingError {
            #expect(error.path == path)
        }
    }

    /// Tries everything that fails, and says where it stands.
    struct Explorer: Decodable {
        var paths: [[String]] = []

        enum Keys: String, CodingKey { case list, missing, object }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Keys.self)
            var list = try members.nestedUnkeyedContainer(forKey: .list)
            paths.append(list.codingPath.map(\.stringValue))
            _ = try? list.decode(String.self)
            var inner = try list.nestedUnkeyedContainer()
            paths.append(inner.codingPath.map(\.stringValue))
            do { _ = try inner.decode(Int.self) } catch let error as DecodingError { paths.append(error.path) }
            do { _ = try list.decode(Int.self) } catch let error as DecodingError { paths.append(error.path) }
            let absent = try members.superDecoder(forKey: .missing)
            paths.append(absent.codingPath.map(\.stringValue))
            do { _ = try Owner(from: absent) } catch let error as DecodingError { paths.append(error.path) }
            let object = try members.nestedContainer(keyedBy: Keys.self, forKey: .object)
            do { _ = try object.decode(Int.self, forKey: .list) } catch let error as DecodingError {
                paths.append(error.path)
            }
            let nothing = try object.superDecoder()
            paths.append(nothing.codingPath.map(\.stringValue))
        }
    }

    @Test func `containers and decoders know where they stand`() throws {
        let explorer = try TapeDecoder().decode(
            Explorer.self, from: JSON(parsing: #"{"list":[[]],"object":{"list":"x"}}"#))
        #expect(
            explorer.paths == [
                ["list"], ["list", "0"], ["list", "0", "0"], ["list", "1"], ["missing"], ["missing"],
                ["object", "list"], ["object", "super"],
            ])
    }

    /// One of two types, found by trying.
    enum Either: Decodable {
        case number(Int)
        case name(String)

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {
                self = .number(number)
            } else {
                self = .name(try value.decode(String.self))
            }
        }
    }

    @Test func `many errors take linear time together`() throws {
        let names = repeatElement(#""x""#, count: 50_000).joined(separator: ",")
        let values = try TapeDecoder().decode([Either].self, from: JSON(parsing: "[\(names)]"))
        #expect(values.count == 50_000)
    }
}

extension DecodingError {
    private var context: Context? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context
        @unknown default: nil
        }
    }

    var path: [String] { context?.codingPath.map(\.stringValue) ?? [] }
    var sentence: String { context?.debugDescription ?? "" }
}
