import Text
import Yams

/// Reads YAML into nodes with places; the only file that knows Yams.
enum YAMLReader {
    /// How many nodes a document may become once its aliases are written out; one without aliases
    /// has no more nodes than bytes.
    private static let nodeLimit = 200_000
    /// How many aliases may stand in a document that uses lists or maps as keys, which Yams
    /// compares in full.
    private static let aliasLimit = 24

    /// The root of the document in `file`; `nil` when it is empty or broken (then a diagnostic
    /// says so).
    /// - Parameter broken: id of the diagnostic for what is no YAML.
    static func read(_ file: SourceFile, range: Range<Int>, broken: String) -> SourceNode? {
        let lines = file.bytes[..<range.lowerBound].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        let bytes = file.bytes[range]
        guard !hasAliasBomb(bytes) else {
            tooManyAliases(file)
            return nil
        }
        do {
            let parser = try Parser(
                yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else { return nil }
            var converter = Converter(lines: lines, left: max(nodeLimit, bytes.count))
            guard let node = converter.node(root) else {
                tooManyAliases(file)
                return nil
            }
            return node
        } catch {
            file.report(YAMLProblem(error, linesBefore: lines).diagnostic(broken, file))
            return nil
        }
    }

    private static func tooManyAliases(_ file: SourceFile) {
        file.error(
            "too-many-aliases", at: file.wholeFile,
            "the aliases (`*name`) of this file stand for too much to be written out",
            help: "write the values where they are used")
    }

    /// Yams hashes every key, and a key that holds aliases of aliases has no bound.
    private static func hasAliasBomb(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.contains(0x26) else { return false }
        var aliases = 0
        var hasComplexKey = false
        var before: UInt8 = 0x0A
        for byte in bytes {
            switch (before, byte) {
            case (0x2A, 0x21...): aliases += 1  // *name
            case (0x3F, 0x20), (0x3F, 0x0A), (0x5D, 0x3A), (0x7D, 0x3A), (0x5D, 0x20), (0x7D, 0x20):
                hasComplexKey = true  // ? key, ]: and }:
            default: break
            }
            before = byte
        }
        return aliases > aliasLimit && hasComplexKey
    }

    private struct Converter {
        /// Lines of the file before the document.
        let lines: Int
        /// Nodes that may still be made.
        var left: Int

        /// `nil` when the limit is reached.
        mutating func node(_ node: Node) -> SourceNode? {
            left -= 1
            guard left > 0 else { return nil }
            let position = position(node.mark)
            switch node {
            case .scalar(let scalar):
                return SourceNode(
                    content: .scalar(scalar.string, isText: scalar.style != .plain),
                    position: position)
            case .sequence(let sequence):
                var items: [SourceNode] = []
                items.reserveCapacity(sequence.count)
                for item in sequence {
                    guard let item = self.node(item) else { return nil }
                    items.append(item)
                }
                return SourceNode(content: .list(items), position: position)
            case .mapping(let mapping):
                var fields: [SourceNode.Field] = []
                fields.reserveCapacity(mapping.count)
                for (key, value) in mapping {
                    guard let value = self.node(value) else { return nil }
                    fields.append(contentsOf: self.fields(key, value))
                }
                return SourceNode(content: .map(fields), position: position)
            case .alias:
                return SourceNode(content: .scalar("", isText: false), position: position)
            }
        }

        /// One field, or those of the map that `<<` merges.
        private func fields(_ key: Node, _ value: SourceNode) -> [SourceNode.Field] {
            let name = key.scalar?.string ?? "?"
            if name == "<<", case .map(let merged) = value.content { return merged }
            return [SourceNode.Field(key: name, position: position(key.mark), value: value)]
        }

        private func position(_ mark: Mark?) -> SourceNode.Position {
            guard let mark else { return SourceNode.Position(line: 0, column: 0) }
            return SourceNode.Position(line: lines + mark.line, column: mark.column)
        }
    }
}
