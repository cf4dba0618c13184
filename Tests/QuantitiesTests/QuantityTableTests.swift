import Foundation
import Quantities
import Testing

/// `Tests/Fixtures/quantities.tsv`: expressions as English and Chinese news writes them, and words
/// that only look like them.
@Suite struct QuantityTableTests {
    struct Row: Sendable, CustomStringConvertible {
        var text: String
        var quantities: [String]
        var description: String { text }
    }

    @Test(arguments: try Self.rows())
    func `an expression is read as a careful reader has it`(_ row: Row) {
        let bytes = Array(row.text.utf8)
        let found = Quantity.all(in: bytes).map { quantity in
            let fields = [
                String(decoding: bytes[quantity.range], as: UTF8.self),
                quantity.low?.description ?? "", quantity.high?.description ?? "",
                quantity.unit ?? "", quantity.modality.rawValue,
            ]
            return (fields + (quantity.isEarlier ? ["earlier"] : [])).joined(separator: "|")
        }
        #expect(found == row.quantities)
    }

    @Test func `nearly half of the table are look-alikes`() throws {
        let rows = try Self.rows()
        #expect(rows.count > 700)
        #expect(rows.count { $0.quantities.isEmpty } > 325)
    }

    static func rows() throws -> [Row] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/quantities.tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("# ") }
            .map { line in
                let cells = line.split(separator: "\t").map(String.init)
                return Row(text: cells[0], quantities: Array(cells.dropFirst()))
            }
    }
}
