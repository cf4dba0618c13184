import Text

/// The texts of a small archive as scripts, for pages opened from disk, where `text.txt` cannot be
/// read.
///
/// Documents whose numbers begin with the same bits share a script as long as their texts fit in,
/// so that an edited text touches its own script only.
struct TextScripts {
    /// A script, and the first document whose text it carries.
    struct Script: Equatable {
        var name: String
        var first: UInt32
    }

    typealias TextFile = (path: String, bytes: [UInt8])

    /// In the order of the documents.
    private(set) var scripts: [Script] = []

    /// Makes the scripts of all texts.
    ///
    /// - Parameters:
    ///   - sizes: by document: bytes of its text; 0 when no file holds it.
    ///   - old: scripts that stand, what they were made of, and which documents changed since.
    ///   - text: the text of a document.
    mutating func write(
        _ output: IndexOutput, sizes: [UInt32],
        over old: (scripts: [Script], sizes: [UInt32], changed: Set<Int>)? = nil,
        text: (Int) -> TextFile?
    ) throws {
        var standing: [Range<Int>: Script] = [:]
        if let old {
            for (group, script) in zip(Self.groups(old.sizes), old.scripts) {
                standing[group] = script
            }
        }
        for group in Self.groups(sizes) {
            if let old, let script = standing[group],
                !group.contains(where: { old.changed.contains($0) }),
                output.keep(path: IndexScripts.path(script.name))
            {
                scripts.append(script)
                continue
            }
            var bytes: [UInt8] = []
            for document in group where sizes[document] > 0 {
                guard let (path, text) = text(document) else { continue }
                var json: [UInt8] = []
                JSONBytes.append(text, to: &json)
                IndexScripts.append(path, json, to: &bytes)
            }
            let name = ContentHash.name(bytes)
            scripts.append(Script(name: name, first: UInt32(group.lowerBound)))
            try output.add(OutputFile(path: IndexScripts.path(name), bytes: bytes))
        }
    }

    /// Documents that share a script, each range without those at its edges that have no text.
    static func groups(_ sizes: [UInt32]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        func divide(_ start: Int, _ length: Int) {
            guard start < sizes.count else { return }
            let texts = (start..<min(sizes.count, start + length)).filter { sizes[$0] > 0 }
            guard let first = texts.first, let last = texts.last else { return }
            let size = texts.reduce(0) { $0 + Int(sizes[$1]) }
            guard first < last, size > IndexScripts.size else {
                return groups.append(first..<last + 1)
            }
            divide(start, length / 2)
            divide(start + length / 2, length / 2)
        }
        var length = 1
        while length < sizes.count { length *= 2 }
        if !sizes.isEmpty { divide(0, length) }
        return groups
    }
}
