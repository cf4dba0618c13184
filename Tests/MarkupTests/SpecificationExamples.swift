import Foundation
import Testing

/// The examples of a CommonMark or GFM specification file, whose path the environment names.
enum SpecificationExamples {
    struct Example: Sendable, CustomTestStringConvertible {
        var number: Int
        var markdown: String
        var testDescription: String { "example \(number)" }
    }

    static func read() throws -> [Example] {
        guard let path = ProcessInfo.processInfo.environment["VARIORUM_GFM_SPEC"] else { return [] }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let fence = String(repeating: "`", count: 32)
        var examples: [Example] = []
        var markdown: [Substring]?
        var inHTML = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(fence + " example") {
                markdown = []
                inHTML = false
            } else if line == fence, let lines = markdown {
                let text = lines.map { $0 + "\n" }.joined().replacing("→", with: "\t")
                examples.append(Example(number: examples.count + 1, markdown: text))
                markdown = nil
            } else if line == ".", markdown != nil {
                inHTML = true
            } else if !inHTML {
                markdown?.append(line)
            }
        }
        return examples
    }
}
