import Text

/// Names that are widely known, with their kind: a hint to the model, never a proposal by itself.
///
/// A line of the list: kind, class, `zh-Hans`, `zh-Hant`, `en`, aliases separated by `|`, flags;
/// separated by tabs, after a header. The flag `everyday` says that a name is also an ordinary
/// word, `everyday:FORM` that one form of it is.
public struct KnownNames: Sendable {
    public struct Entry: Sendable {
        public var kind: NameKind
        public var forms: [String]
        /// The first English form; empty if there is none.
        public var english: String
        public var isEveryday: Bool
    }

    /// By folded form: the entry, and whether the form is an everyday word as well.
    private var byForm: [[UInt8]: (entry: Int, isEveryday: Bool)] = [:]
    private var bySequence: [UInt64: UInt8] = [:]
    private var beginnings: Set<UInt64> = []
    public private(set) var entries: [Entry] = []

    public struct Malformed: Error {
        /// From 1.
        public var line: Int
        public var reason: String
    }

    public init() {}

    /// - Parameter leavingOut: folded forms that are taken out, to measure what the list gives.
    public init(_ list: String, leavingOut: Set<[UInt8]> = []) throws(Malformed) {
        var number = 0
        for line in list.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            guard number > 1, !line.isEmpty else { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count >= 5 else {
                throw Malformed(line: number, reason: "\(columns.count) of 7 columns")
            }
            guard let kind = NameKind(id: columns[0]) else {
                throw Malformed(line: number, reason: "`\(columns[0])` is not a kind")
            }
            let flags = columns.count > 6 ? columns[6].split(separator: "|") : []
            var forms: [String] = []
            let aliases = columns.count > 5 ? columns[5].split(separator: "|") : []
            for form in columns[2...4] + aliases[...] where !form.isEmpty {
                if !forms.contains(String(form)) { forms.append(String(form)) }
            }
            add(
                Entry(
                    kind: kind, forms: forms, english: String(columns[4]),
                    isEveryday: flags.contains("everyday")),
                everyday: flags.compactMap {
                    $0.hasPrefix("everyday:") ? String($0.dropFirst("everyday:".count)) : nil
                }, leavingOut)
        }
    }

    private mutating func add(_ entry: Entry, everyday: [String], _ leavingOut: Set<[UInt8]>) {
        let folded = entry.forms.map(FoldedText.key)
        guard !folded.contains(where: leavingOut.contains) else { return }
        entries.append(entry)
        let everydayForms = Set(everyday.map(FoldedText.key))
        for (form, key) in zip(entry.forms, folded) where byForm[key] == nil {
            let isEveryday = entry.isEveryday || everydayForms.contains(key)
            byForm[key] = (entries.count - 1, isEveryday)
            let units = TextUnits(FoldedText(Array(form.utf8)), original: Array(form.utf8)).units
            guard !units.isEmpty, units.count <= Self.longest else { continue }
            var hash: UInt64 = 0
            for (index, unit) in units.enumerated() {
                hash = Self.extend(hash, unit)
                if index < 2 { beginnings.insert(hash) }
            }
            if bySequence[hash] == nil {
                bySequence[hash] = entry.kind.rawValue << 1 | (isEveryday ? 1 : 0)
            }
        }
    }

    /// All forms, folded.
    var forms: some Collection<[UInt8]> { byForm.keys }

    /// The entry that has this form, and whether the form is an everyday word as well.
    public func entry(_ folded: [UInt8]) -> (entry: Entry, isEveryday: Bool, index: Int)? {
        byForm[folded].map { (entries[$0.entry], $0.isEveryday, $0.entry) }
    }

    /// Longest name, in units.
    private static let longest = 24

    private static func extend(_ hash: UInt64, _ unit: TextUnits.Unit) -> UInt64 {
        let mixed = (hash ^ UInt64(unit.hash)) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
    }

    /// How known names cover each unit, the longest name first from left to right: 0 for none,
    /// else 1 + 8 × kind + 2 × place in the name (begin, inside, end, single) + everyday.
    func cover(_ units: [TextUnits.Unit]) -> [UInt8] {
        var cover = [UInt8](repeating: 0, count: units.count)
        var at = 0
        while at < units.count {
            var hash: UInt64 = 0
            var best: (count: Int, code: UInt8)?
            for count in 1...Self.longest where at + count <= units.count {
                hash = Self.extend(hash, units[at + count - 1])
                if count <= 2, !beginnings.contains(hash) { break }
                if let code = bySequence[hash] { best = (count, code) }
            }
            guard let (count, code) = best else {
                at += 1
                continue
            }
            for index in 0..<count {
                let place: UInt8 =
                    count == 1 ? 3 : index == 0 ? 0 : index == count - 1 ? 2 : 1
                cover[at + index] = 1 + (code >> 1) << 3 + place << 1 + code & 1
            }
            at += count
        }
        return cover
    }
}
