/// `simple`, in paths and headers (OpenAPI 3.2, section 4.12.3; RFC 6570, section 3.2.2): `blue,black`,
/// `R,100,G,200`, exploded `R=100,G=200`. The lists of Swagger 2.0 may have another delimiter than the comma.
enum SimpleStyle {
    static func path(explode: Bool) -> DelimitedStyle {
        DelimitedStyle(delimiter: .comma, members: explode ? .assigned : .alternating, coding: .percent)
    }

    static func path(_ delimiter: Delimiter) -> DelimitedStyle {
        DelimitedStyle(delimiter: delimiter, members: .alternating, coding: .percent)
    }

    /// In a header nothing is percent-decoded, and white space around commas is optional.
    static func header(explode: Bool) -> DelimitedStyle {
        DelimitedStyle(
            delimiter: .comma, members: explode ? .assigned : .alternating, coding: .plain, trimsSpace: true)
    }

    static func header(_ delimiter: Delimiter) -> DelimitedStyle {
        DelimitedStyle(delimiter: delimiter, members: .alternating, coding: .plain, trimsSpace: delimiter == .pipe)
    }
}
