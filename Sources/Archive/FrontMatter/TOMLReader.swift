import TOMLKit
import Text

/// Reads TOML into the same nodes as YAML; the only file that knows TOMLKit.
///
/// TOMLKit gives no positions of values, so a key's line is looked up by its name.
enum TOMLReader {
    /// The table in `range` of `file`; `nil` when it is broken (then a diagnostic says so).
    static func read(_ file: SourceFile, range: Range<Int>) -> SourceNode? {
        let lines = file.bytes[..<range.lowerBound].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        if let mistake = TOMLGuard.mistake(in: file.bytes[range]) {
            file.error(
                "bad-front-matter",
                at: file.place(
                    SourceNode.Position(line: lines + mistake.line, column: mistake.column)),
                "invalid TOML: \(mistake.message)",
                help: "check the brackets and dates around here")
            return nil
        }
        do {
            let table = try TOMLTable(string: String(decoding: file.bytes[range], as: UTF8.self))
            return Converter(file: file, lines: lines, keyLines: keyLines(file.bytes[range])).node(
                table)
        } catch let error as TOMLParseError {
            let begin = error.source.begin
            file.error(
                "bad-front-matter",
                at: file.place(SourceNode.Position(line: lines + begin.line, column: begin.column)),
                "invalid TOML: \(error.description)",
                help: "check the quotes and brackets around here")
            return nil
        } catch {
            file.error(
                "bad-front-matter", at: file.wholeFile, "invalid TOML",
                help: "check the quotes and brackets")
            return nil
        }
    }

    /// The first line (from 1) that begins with a key.
    private static func keyLines(_ bytes: ArraySlice<UInt8>) -> [String: Int] {
        var found: [String: Int] = [:]
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        {
            guard let equals = line.firstIndex(of: 0x3D) else { continue }
            let key = String(decoding: line[..<equals], as: UTF8.self).trimmingWhiteSpace()
            if found[key] == nil { found[key] = index + 1 }
        }
        return found
    }

    private struct Converter {
        let file: SourceFile
        let lines: Int
        let keyLines: [String: Int]

        func node(_ table: TOMLTable) -> SourceNode {
            let fields = table.keys.compactMap { key in
                table[key].map { value in
                    let position = SourceNode.Position(
                        line: keyLines[key].map { $0 + lines } ?? 0,
                        column: keyLines[key] == nil ? 0 : 1)
                    return SourceNode.Field(
                        key: key, position: position, value: node(value, position))
                }
            }
            return SourceNode(
                content: .map(
                    fields.sorted { ($0.position.line, $0.key) < ($1.position.line, $1.key) }),
                position: SourceNode.Position(line: lines + 1, column: 1))
        }

        private func node(_ value: any TOMLValueConvertible, _ position: SourceNode.Position)
            -> SourceNode
        {
            SourceNode(content: content(value, position), position: position)
        }

        private func content(
            _ value: any TOMLValueConvertible, _ position: SourceNode.Position
        ) -> SourceNode.Content {
            if let text = value.string {
                return .scalar(
                    ControlCharacters.replaced(in: text, at: position, file), isText: true)
            }
            if let flag = value.bool { return .scalar(flag ? "true" : "false", isText: false) }
            if let number = value.int { return .scalar(String(number), isText: false) }
            if let number = value.double { return .scalar(YAMLScalar.text(number), isText: false) }
            if let table = value.table { return node(table).content }
            if let array = value.array { return .list(array.map { node($0, position) }) }
            if let moment = value.dateTime { return .scalar(text(of: moment), isText: true) }
            // Dates and times of a day, as TOML writes them.
            return .scalar(value.debugDescription, isText: true)
        }

        /// TOMLKit gives a local time the zone `Z`, which its author did not write.
        private func text(of moment: TOMLDateTime) -> String {
            let text = moment.debugDescription
            guard moment.offset == nil, text.hasSuffix("Z") else { return text }
            return String(text.dropLast())
        }
    }
}
