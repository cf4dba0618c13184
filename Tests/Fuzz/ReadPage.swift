import Foundation
import Intake

/// Seconds of the processor that a page may take; the wall clock would blame a busy machine on it.
let longest = 1.0

/// The names that sources are read under: a first byte of 1 to 6 chooses among the later ones, and
/// is not part of the source.
let names = [
    "page.html", "source.md", "table.csv", "export.json", "capture.warc", "text.txt", "feed.xml",
]

/// Reads bytes as a source, through the door that `variorum add` uses.
///
/// libFuzzer changes its inputs to reach new parts of the program; a crash, or a page that takes
/// longer than the limit, ends the run and leaves the input in a file.
func readPage(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let before = processorTime()
    var bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var name = names[0]
    if let first = bytes.first, first > 0, Int(first) < names.count {
        name = names[Int(first)]
        bytes.removeFirst()
    }
    let reading = Intake.read(
        Source(name: name, bytes: bytes), options: Intake.Options(neighbor: { _ in nil }))
    // What is written must be readable again.
    for article in reading.articles {
        let again = Intake.read(
            Source(name: "article.md", bytes: ArticleFile.bytes(of: article)))
        let problem = again.diagnostics.first { $0.severity == .error }
        precondition(problem == nil, "\(problem?.message ?? "")")
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
