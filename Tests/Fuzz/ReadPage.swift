import Intake

/// Reads bytes as a saved page, through the door that `variorum add` uses.
///
/// libFuzzer changes its inputs to reach new parts of the program; a crash, or a page that takes
/// longer than the limit, ends the run and leaves the input in a file.
func readPage(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let reading = Intake.read(
        Source(name: "page.html", bytes: bytes), options: Intake.Options(neighbor: { _ in nil }))
    // What is written must be readable again.
    for article in reading.articles {
        let again = Intake.read(
            Source(name: "article.md", bytes: ArticleFile.bytes(of: article)))
        precondition(
            again.diagnostics.allSatisfy { $0.severity != .error },
            "\(again.diagnostics.map(\.message))")
    }
    return 0
}
