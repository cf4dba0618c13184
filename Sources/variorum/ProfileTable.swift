import Foundation
import Site

/// The stages of a build as a table: wall seconds, CPU seconds, items.
enum ProfileTable {
    static func text(_ stages: [StageTiming]) -> String {
        var lines = ["stage          wall s     CPU s     items"]
        for stage in stages {
            lines.append(
                pad(stage.name, 12, left: false) + pad(number(stage.wallSeconds), 9)
                    + pad(number(stage.cpuSeconds), 10) + pad(String(stage.items), 10))
        }
        return lines.joined(separator: "\n")
    }

    private static func number(_ seconds: Double) -> String {
        let milliseconds = Int((seconds * 1000).rounded())
        let fraction = String(milliseconds % 1000)
        return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count)
            + fraction
    }

    private static func pad(_ text: String, _ width: Int, left: Bool = true) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return left ? space + text : text + space
    }
}
