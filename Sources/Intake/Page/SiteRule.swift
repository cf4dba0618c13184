import Files
import Text

/// Where a site keeps its articles: a few lines that anyone can write.
///
///     name: WeChat
///     site: mp.weixin.qq.com          # hosts, more separated by commas; `*` for any page with
/// `sign`
///     sign: #js_content               # without a known address: one of the elements that only
/// this site has
///     body: #js_content               # the article's element; more separated by commas, the
/// first there is
///     title: #activity-name
///     authors: .author                # people
///     outlet: #js_name                # the account or publisher
///     date: #publish_time
///     script-date: ct                 # a variable of a script: seconds, or words
///     drop: .qr_code, #js_tags        # what inside the body is no text of it
///     tracking: wfr, for              # parameters of addresses that only follow readers
///
/// A selector is `tag`, `.class`, `#id`, `[attribute=value]` (also `*=`, `^=`, `$=`) or several of
/// them together, and descendants with a space between.
public struct SiteRule: Sendable {
    public var name: String
    var hosts: [String] = []
    var fields: [String: [PageSelector]] = [:]
    var scriptDates: [String] = []
    var tracking: Set<String> = []

    private static let selectorKeys: Set<String> = [
        "sign", "body", "title", "authors", "outlet", "date", "drop",
    ]

    /// Reads a rule's file; what is wrong with it is a diagnostic at its line.
    public static func read(_ text: String, name: String) -> (
        rule: SiteRule, diagnostics: [Diagnostic]
    ) {
        var rule = SiteRule(name: name)
        var diagnostics: [Diagnostic] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            var words = String(line).trimmed
            if words.hasPrefix("#") { continue }
            if let comment = words.range(of: " # ") {
                words = String(words[..<comment.lowerBound]).trimmed
            }
            if words.isEmpty { continue }
            guard let colon = words.firstIndex(of: ":") else {
                diagnostics.append(problem("not in the form `key: value`", name, number, words))
                continue
            }
            let key = String(words[..<colon]).trimmed
            let values = words[words.index(after: colon)...].split(separator: ",").map {
                String($0).trimmed
            }.filter { !$0.isEmpty }
            switch key {
            case "name": rule.name = values.joined(separator: ", ")
            case "site": rule.hosts += values.map { $0.lowercased() }
            case "tracking": rule.tracking.formUnion(values)
            case "script-date": rule.scriptDates += values
            case _ where selectorKeys.contains(key):
                for value in values {
                    if let selector = PageSelector(value) {
                        rule.fields[key, default: []].append(selector)
                    } else {
                        diagnostics.append(
                            problem("`\(value)` is not a valid selector", name, number, words))
                    }
                }
            default: diagnostics.append(problem("unknown key `\(key)`", name, number, words))
            }
        }
        return (rule, diagnostics)
    }

    private static func problem(_ what: String, _ name: String, _ number: Int, _ line: String)
        -> Diagnostic
    {
        Diagnostic(
            .warning, "site-rule",
            at: Diagnostic.Place(file: name, line: number + 1, column: 1, excerpt: line), what,
            help:
                "keys are name, site, sign, body, title, authors, outlet, date, script-date, drop, tracking; selectors are tag, .class, #id, [attribute=value]"
        )
    }

    func applies(to host: String?, in tree: HTMLTree) -> Bool {
        if let host, hosts.contains(where: { host == $0 || host.hasSuffix("." + $0) }) {
            return hasBody(in: tree)
        }
        guard host == nil || hosts.contains("*"), let signs = fields["sign"] else { return false }
        return signs.contains { $0.first(in: tree) != nil } && hasBody(in: tree)
    }

    private func hasBody(in tree: HTMLTree) -> Bool { node("body", in: tree) != nil }

    func node(_ key: String, in tree: HTMLTree) -> Int? {
        for selector in fields[key] ?? [] {
            if let node = selector.first(in: tree) { return node }
        }
        return nil
    }

    func nodes(_ key: String, in tree: HTMLTree) -> [Int] {
        (fields[key] ?? []).flatMap { $0.all(in: tree) }
    }
}

/// The user's own rules for sites: `content/rules/*.rule`.
enum SiteRuleFolder {
    static func read(root: String) throws -> (rules: [SiteRule], diagnostics: [Diagnostic]) {
        let folder = root + "/content/rules"
        var rules: [SiteRule] = []
        var diagnostics: [Diagnostic] = []
        for file in try FolderEntries.regularFiles(below: folder).map(\.path).sorted()
        where file.hasSuffix(".rule") {
            let stem = Source(name: file, bytes: []).stem
            let name = "content/rules/\(stem).rule"
            let bytes = try Disk.read(root + "/" + name)
            let (rule, problems) = SiteRule.read(String(decoding: bytes, as: UTF8.self), name: stem)
            rules.append(rule)
            diagnostics += problems.map { problem in
                var problem = problem
                problem.place?.file = name
                return problem
            }
        }
        return (rules, diagnostics)
    }
}

/// The built-in rules for sites: `rules/sites.rule`.
enum BuiltInRules {
    static let all = rules(in: EmbeddedRules.text("sites.rule") ?? "").map(\.rule)

    /// The rules of a file of several, each of which begins with its name.
    static func rules(in text: String) -> [(rule: SiteRule, diagnostics: [Diagnostic])] {
        var parts: [[Substring]] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("name:") { parts.append([]) }
            if let last = parts.indices.last { parts[last].append(line) }
        }
        return parts.map { SiteRule.read($0.joined(separator: "\n"), name: "rules/sites.rule") }
    }
}
