import Archive
import Text

/// What accepting the ticked rows of a review file writes, worked out before anything is written.
public struct Acceptance: Sendable {
    /// New entity files.
    public private(set) var created: [(path: String, text: String)] = []
    /// Entity files that get aliases.
    public private(set) var changed: [(path: String, text: String)] = []
    public private(set) var rejected: RejectedNames
    /// Rows that stay in the review file.
    public private(set) var open: [ReviewRow] = []
    public private(set) var accepted = 0
    public private(set) var newlyRejected = 0
    public private(set) var aliasesAdded = 0
    public private(set) var diagnostics: [Diagnostic] = []

    private let archive: Archive
    private let today: String

    /// - Parameters:
    ///   - rejected: what was rejected before.
    ///   - read: the text of an entity file of the archive.
    ///   - sure: rows without a decision are accepted from this score on; `nil`: only ticked ones.
    ///   - today: the day that new entity files carry.
    public init(
        _ rows: [ReviewRow], _ archive: Archive, rejected: RejectedNames, sure: Double?,
        today: String, read: (String) throws -> String
    ) rethrows {
        self.archive = archive
        self.today = today
        self.rejected = rejected
        var accepted: [ReviewRow] = []
        for row in rows {
            let isSure = sure.map { row.box == .open && (row.score ?? 0) >= $0 } ?? false
            if row.box == .accepted || isSure {
                accepted.append(row)
            } else if row.box == .rejected {
                self.rejected.add(.init(name: row.name, forms: row.forms))
                newlyRejected += 1
            } else {
                open.append(row)
            }
        }
        self.accepted = accepted.count
        try write(Self.joined(accepted), read)
    }

    /// Rows that an editor ticked as the same become one.
    private static func joined(_ rows: [ReviewRow]) -> [ReviewRow] {
        var byID: [String: Int] = [:]
        var joined: [ReviewRow] = []
        for row in rows where row.sameAs.isEmpty {
            byID[row.id] = byID[row.id] ?? joined.count
            joined.append(row)
        }
        for row in rows where !row.sameAs.isEmpty {
            if let target = row.sameAs.lazy.compactMap({ byID[$0] }).first {
                joined[target].forms += [row.name] + row.forms
            } else {
                byID[row.id] = byID[row.id] ?? joined.count
                joined.append(row)
            }
        }
        return joined
    }

    private mutating func write(
        _ rows: [ReviewRow], _ read: (String) throws -> String
    ) rethrows {
        var files: [String: Entity] = [:]
        for entity in archive.entities { files[entity.id] = entity }
        var lines: [String: Int] = [:]
        for row in rows {
            if let problem = problem(of: row) {
                diagnostics.append(problem)
                continue
            }
            if let other = lines[row.id.lowercased()] {
                diagnostics.append(
                    error(
                        row, "two accepted rows have the id `\(row.id)`, this and line \(other)",
                        help:
                            "change one of the ids; if they are the same, tick `same as? [x] \(row.id)` or move the forms into one row"
                    ))
                continue
            }
            lines[row.id.lowercased()] = row.line
            let target = row.sameAs.lazy.compactMap { files[$0] }.first
            if let entity = target ?? files[row.id] {
                try extend(entity, row, isTicked: target != nil, read)
            } else {
                create(row)
            }
        }
    }

    /// What is wrong with a row by itself.
    private func problem(of row: ReviewRow) -> Diagnostic? {
        guard let kind = archive.kinds.first(where: { $0.id == row.kind }) else {
            let ids = archive.kinds.map { "`\($0.id)`" }.joined(separator: ", ")
            return error(
                row, "`\(row.kind)` is not a kind of entity",
                help: "write one of \(ids), or declare it with `kinds:` in content/archive.yml")
        }
        if let problem = Slug.problem(row.id) {
            return error(row, "`\(row.id)` is not a valid id: it \(problem)", help: "change the id")
        }
        if EntityIDs.isReserved(row.id) {
            return error(
                row, "`\(row.id)` is not a valid id: some systems cannot have a file of this name",
                help: "change the id, for example to `\(row.id)-\(kind.id)`")
        }
        if let missing = row.sameAs.first(where: { id in
            !archive.entities.contains { $0.id == id }
        }) {
            return error(
                row, "`\(missing)` is neither an entity nor an accepted row",
                help: "accept the row with the id `\(missing)`, or remove the tick")
        }
        return nil
    }

    private func error(_ row: ReviewRow, _ message: String, help: String) -> Diagnostic {
        Diagnostic(
            .error, "bad-review-row",
            at: .init(file: ReviewText.path, line: row.line, column: 1), message, help: help)
    }

    private mutating func extend(
        _ entity: Entity, _ row: ReviewRow, isTicked: Bool, _ read: (String) throws -> String
    ) rethrows {
        guard isTicked || FoldedText.key(entity.name) == FoldedText.key(row.name) else {
            diagnostics.append(
                error(
                    row, "`\(row.id)` is the id of \(entity.name) (\(entity.file))",
                    help:
                        "change the id; if they are the same, add the line `  - same as? [x] \(row.id)`"
                ))
            return
        }
        let known = Set(entity.allAliases.map { FoldedText.key($0.text) })
        let missing = Self.distinct([row.name] + row.forms, besides: known)
        guard !missing.isEmpty else { return }
        guard let text = AliasEdit.adding(missing, to: try read(entity.file)) else {
            diagnostics.append(
                error(
                    row,
                    "the aliases of \(entity.file) are written in a form that cannot be added to",
                    help:
                        "add them by hand: \(missing.joined(separator: ", ")); then remove the row"
                ))
            return
        }
        changed.append((entity.file, text))
        aliasesAdded += missing.count
    }

    private mutating func create(_ row: ReviewRow) {
        let folder = archive.kinds.first { $0.id == row.kind }?.folder ?? row.kind
        var fields: [(key: String, value: Value)] = [("name", .string(row.name))]
        let labels = Self.labels(row)
        if !labels.isEmpty {
            let names = labels.map { ($0.language, Value.string($0.name)) }
            fields.append(("labels", .map(Dictionary(uniqueKeysWithValues: names))))
        }
        let named = Set(([row.name] + labels.map(\.name)).map(FoldedText.key))
        let aliases = Self.distinct(row.forms, besides: named)
        if !aliases.isEmpty { fields.append(("aliases", .list(aliases.map(Value.string)))) }
        var suggested: [String: Value] = [
            "by": .string("builtin 1"), "accepted": .string(today),
        ]
        if let score = row.score { suggested["score"] = .double(score) }
        fields.append(("suggested", .map(suggested)))
        created.append(
            ("content/\(folder)/\(row.id).md", FrontMatterWriter.frontMatter(fields: fields)))
    }

    /// Forms that fold to nothing known, each once.
    private static func distinct(_ forms: [String], besides known: Set<[UInt8]>) -> [String] {
        var seen = known
        return forms.filter { seen.insert(FoldedText.key($0)).inserted }
    }

    /// The name in the other script, and in English.
    private static func labels(_ row: ReviewRow) -> [(language: String, name: String)] {
        func isHan(_ text: String) -> Bool {
            text.unicodeScalars.contains { ScalarClass($0.value) == .han }
        }
        func isTraditional(_ text: String) -> Bool {
            text.unicodeScalars.contains {
                ScalarClass($0.value) == .han && Folding.fold($0.value) != $0.value
            }
        }
        guard isHan(row.name) else { return [] }
        var labels: [(language: String, name: String)] = []
        let key = FoldedText.key(row.name)
        if let other = row.forms.first(where: {
            FoldedText.key($0) == key && isTraditional($0) != isTraditional(row.name)
        }) {
            labels.append((isTraditional(other) ? "zh-Hant" : "zh-Hans", other))
        }
        let english = row.forms.filter { !isHan($0) && $0.contains(where: \.isLowercase) }
        if let longest = english.max(by: { $0.count < $1.count }) {
            labels.append(("en", longest))
        }
        return labels.sorted { $0.language < $1.language }
    }
}
