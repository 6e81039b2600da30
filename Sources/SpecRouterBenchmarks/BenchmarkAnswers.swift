/// What floor and gateway both answer.
enum BenchmarkAnswers {
    static let created = Array(
        #"{"id":"0b0f4f2e-5d43-4d3c-9a71-1f6b8b6f3f01","status":"pending","createdAt":"2026-03-01T12:30:00Z"}"#.utf8)

    static let list = Array(
        """
        {"items":[{"id":"0b0f4f2e-5d43-4d3c-9a71-1f6b8b6f3f01","amount":12050,"currency":"EUR","status":"settled"},\
        {"id":"6f1c2c1e-94be-4d0c-8b86-0c3b2f8f5a02","amount":990,"currency":"SEK","status":"pending"}],"next":null}
        """.utf8)
}
