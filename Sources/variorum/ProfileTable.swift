import Foundation
import Site
import Text

/// The stages of a build: wall seconds, CPU seconds of all threads, items, bytes read or written,
/// and peak memory.
///
/// The search index is built in parallel with the pages, so wall seconds must not be added up.
enum ProfileTable {
    static func text(_ stages: [StageTiming]) -> String {
        var lines = ["stage          wall s     CPU s     items        MB   peak MB"]
        for stage in stages {
            lines.append(
                pad(stage.name, 12, left: false) + pad(number(stage.wallSeconds), 9)
                    + pad(number(stage.cpuSeconds), 10) + pad(String(stage.items), 10)
                    + pad(number(Double(stage.bytes) / 1e6), 10)
                    + pad(String(stage.peakBytes / 1_000_000), 10))
        }
        return lines.joined(separator: "\n")
    }

    /// A line for each stage.
    static func json(_ stages: [StageTiming]) -> [String] {
        stages.map {
            "{\"stage\":\(JSONText.quoted($0.name)),\"wall\":\(number($0.wallSeconds)),"
                + "\"cpu\":\(number($0.cpuSeconds)),\"items\":\($0.items),\"bytes\":\($0.bytes),"
                + "\"peak\":\($0.peakBytes)}"
        }
    }

    private static func number(_ value: Double) -> String {
        let thousandths = Int((max(0, value) * 1000).rounded())
        let fraction = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count)
            + fraction
    }

    private static func pad(_ text: String, _ width: Int, left: Bool = true) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return left ? space + text : text + space
    }
}
