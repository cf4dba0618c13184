import Files
import Foundation
import Testing

@testable import Intake

/// Pages that the fuzzer has found: `Tests/Fuzz/inputs`.
struct FuzzInputTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fuzz/inputs").path

    static let inputs: [String] = {
        do { return try FolderEntries.regularFiles(below: folder).map(\.path) } catch { return [] }
    }()

    @Test(arguments: inputs)
    func `what the fuzzer found is read, and what is written can be read again`(input: String)
        throws
    {
        let bytes = try Disk.read(Self.folder + "/" + input)
        let reading = Intake.read(Source(name: input, bytes: bytes))
        for article in reading.articles {
            let again = ArticleFile.bytes(of: article)
            #expect(again.count < 1_500_000 + 20 * bytes.count)
            let problems = Intake.read(Source(name: "article.md", bytes: again)).diagnostics
            #expect(problems.allSatisfy { $0.severity != .error })
        }
    }

    @Test func `there are such pages`() { #expect(!Self.inputs.isEmpty) }
}
