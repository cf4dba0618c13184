import Foundation
import Testing
import Text

@testable import Search

@Suite struct SharedQueriesTests {
    @Test func `every query of the shared archive finds its pages in their order`() throws {
        let fixture = try SearchFixture()
        let site = try fixture.site()
        let engine = try SearchEngine { site[$0] }
        for query in fixture.queries {
            let answer = try engine.search(query.query, facets: query.facets)
            #expect(answer.paths == query.paths, "\(query.query) \(query.facets)")
            #expect(answer.total == query.paths.count, "\(query.query)")
        }
    }

    @Test func `the browser's tests read the index that is written now`() throws {
        var written: [UInt8] = [0x7B, 0x0A]
        for (path, bytes) in try SearchFixture().site().sorted(by: { $0.key < $1.key }) {
            if written.count > 2 { written += [0x2C, 0x0A] }
            JSONText.append(path, to: &written)
            written += [0x3A, 0x20]
            JSONText.append(utf8: bytes, to: &written)
        }
        written += [0x0A, 0x7D, 0x0A]
        let recorded =
            FileManager.default.contents(atPath: SearchFixture.indexFile.path()) ?? Data()
        if Array(recorded) != written, ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(written).write(to: SearchFixture.indexFile)
        }
        let isRecorded = Array(recorded) == written
        #expect(isRecorded, "run this test with RECORD=1 and look at the difference")
    }

    @Test func `one archive gives the same bytes twice`() throws {
        let fixture = try SearchFixture()
        let (first, second) = (try fixture.site(), try fixture.site())
        #expect(first == second)
    }
}
