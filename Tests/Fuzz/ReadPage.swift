import Foundation
import Intake

/// Seconds of the processor that a page may take; the wall clock would blame a busy machine on it.
let longest = 1.0

/// Reads bytes as a saved page, through the door that `variorum add` uses.
///
/// libFuzzer changes its inputs to reach new parts of the program; a crash, or a page that takes
/// longer than the limit, ends the run and leaves the input in a file.
func readPage(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let before = processorTime()
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
    let taken = processorTime() - before
    precondition(taken < longest, "\(taken) s")
    return 0
}

private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
