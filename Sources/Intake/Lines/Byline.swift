import Archive
import Text

/// A line about the article instead of from it: its date, names, address, figures about readers.
///
/// 1. The line is read from left to right as labels with their values, dates, figures, links and
///    everyday words of bylines; what remains between separators are names.
/// 2. It is a byline only if something certain was found, and what remains is few and short.
struct Byline {
    var authors: [String] = []
    var translators: [String] = []
    /// Names beside a link or a date, without a label.
    var names: [String] = []
    var sources: [String] = []
    /// Names of the social-media accounts that published it.
    var accounts: [String] = []
    var date: PartialDate?
    var url: String?
    /// Whether it counts from today (`3天前`): no date.
    var hasRelativeDate = false
    /// How many figures about readers it holds.
    private(set) var counts = 0
    /// The line begins with a label that only bylines have: `作者：`, `来源 |`.
    private(set) var opensWithLabel = false
    private var certain = 0
    /// A label in Han characters announced people: their names may be logins, in small letters.
    private var hasHanLabel = false

    init?(_ line: VisibleLine) {
        let whole = LineShape(line.text)
        guard whole.letters > 0, whole.letters <= 160 else { return nil }
        var awaited: BylineLabel?
        for piece in line.pieces {
            switch piece {
            case .words(let words):
                awaited = read(Array(words.unicodeScalars), awaited: awaited)
            case .link(let text, let url):
                read(link: text, url: url, as: awaited)
                awaited = nil
            }
        }
        guard certain > 0, isShortRemainder else { return nil }
        names = Self.withoutRepetition(names)
    }

    /// Names are short and no sentences.
    private var isShortRemainder: Bool {
        let all = names + authors + translators + sources + accounts
        guard names.count <= 4, all.allSatisfy(Self.isName),
            (authors + translators).allSatisfy({
                Self.isPerson($0) || hasHanLabel && Self.isLogin($0)
            })
        else { return false }
        return names.reduce(0) { $0 + LineShape($1).letters } <= 32
    }

    static func isName(_ words: String) -> Bool {
        let shape = LineShape(words)
        guard shape.letters >= 1, shape.letters <= (shape.han > 0 ? 16 : 32) else { return false }
        return !words.unicodeScalars.contains { "。！？!?；;，…「」“”\"".unicodeScalars.contains($0) }
    }

    /// In names of people in Latin letters every word begins with a capital: `by the numbers` is
    /// not an author.
    private static func isPerson(_ words: String) -> Bool {
        guard words.unicodeScalars.contains(where: { $0.properties.isAlphabetic }),
            !words.hasSuffix(".")
        else { return false }
        return words.split(separator: " ").allSatisfy { word in
            guard let first = word.unicodeScalars.first else { return true }
            return !first.properties.isLowercase
                || Self.particles.contains(String(word))
        }
    }

    private static func isLogin(_ words: String) -> Bool {
        words.utf8.allSatisfy {
            ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "-_.".utf8.contains($0)
        }
    }

    private static let particles = Set(WordList.bylines["particle"])

    // MARK: - Reading

    private mutating func read(link text: String, url: String, as label: BylineLabel?) {
        if let host = WebAddress.host(of: url),
            text.lowercased() == host || text.lowercased() == "www." + host
        {
            certain += 1
            self.url = self.url ?? url
            return
        }
        if label == .address {
            certain += 1
            self.url = self.url ?? url
            return
        }
        if let label {
            keep(text, as: label)
        } else if let date = DateWords.only(text) {
            self.date = self.date ?? date
            certain += 1
        } else {
            names.append(text)
        }
    }

    /// Returns the label that still awaits its value: the next piece is a link.
    private mutating func read(_ s: [Unicode.Scalar], awaited: BylineLabel?) -> BylineLabel? {
        var label = awaited
        var value: [Unicode.Scalar] = []
        var i = 0
        func atBoundary() -> Bool { i == 0 || value.isEmpty || Scalars.isSpace(s[i - 1]) }
        while i < s.count {
            if let found = DateWords.match(s, at: i) {
                flush(&value, as: &label)
                date = date ?? found.date
                certain += 1
                label = nil
                i = found.end
            } else if let address = WebAddress.end(s, at: i) {
                flush(&value, as: &label)
                if label == .address || url == nil { url = Scalars.string(s[i..<address]) }
                label = nil
                i = address
            } else if atBoundary(), let found = BylineLabel.match(s, at: i) {
                flush(&value, as: &label)
                if certain == 0, names.isEmpty, found.label == .author || found.label == .source {
                    opensWithLabel = true
                }
                let words = s[i..<found.end]
                if found.label == .author || found.label == .translator,
                    words.contains(where: { ScalarClass($0.value) == .han })
                {
                    hasHanLabel = true
                }
                label = found.label
                certain += found.label == .editor ? 0 : 1
                i = found.end
            } else if atBoundary(), let end = ReaderCount.end(s, at: i) {
                flush(&value, as: &label)
                counts += 1
                certain += 1
                i = end
            } else if atBoundary(), let (end, isRelativeDate) = BylineFiller.end(s, at: i) {
                flush(&value, as: &label)
                hasRelativeDate = hasRelativeDate || isRelativeDate
                i = end
            } else if BylineFiller.separators.contains(s[i]) {
                flush(&value, as: &label)
                i += 1
            } else {
                value.append(s[i])
                i += 1
            }
        }
        flush(&value, as: &label)
        return label
    }

    private mutating func flush(_ value: inout [Unicode.Scalar], as label: inout BylineLabel?) {
        let words = Scalars.string(value).trimmed
        value.removeAll()
        guard LineShape(words).letters > 0 else { return }
        if let known = label {
            keep(words, as: known)
            label = nil
        } else {
            names.append(words)
        }
    }

    private mutating func keep(_ words: String, as label: BylineLabel) {
        switch label {
        case .author: authors += Self.people(words)
        case .translator: translators += Self.people(words)
        case .source: sources.append(Self.unquoted(words))
        case .account: accounts.append(Self.unquoted(words))
        case .editor, .date, .originalTitle, .address: break
        }
    }

    /// Several names in one value, Han names by white space too.
    private static func people(_ words: String) -> [String] {
        let hasHan = LineShape(words).isMostlyHan
        return words.split { c in
            "、,，&＆/".contains(c) || hasHan && (c == " " || c == "\u{3000}")
        }.map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// `Name Name` and twice the same piece are one name; Han names come apart at white space.
    private static func withoutRepetition(_ names: [String]) -> [String] {
        var result: [String] = []
        for name in names {
            let words = name.split { $0 == " " || $0 == "\u{3000}" || $0 == "\t" }.map(String.init)
            let half = words.count / 2
            if words.count >= 2, words.count % 2 == 0,
                Array(words[..<half]) == Array(words[half...])
            {
                result.append(words[..<half].joined(separator: " "))
            } else if words.count > 1, words.allSatisfy({ LineShape($0).han > 0 }) {
                result += words
            } else {
                result.append(name)
            }
        }
        var seen: Set<String> = []
        return result.filter { seen.insert($0).inserted }
    }

    static func unquoted(_ words: String) -> String {
        var text = words.trimmed
        let quotes = CharacterSet.quotes
        while let first = text.first, quotes.contains(first) {
            text = Substring(text.dropFirst()).trimmed
        }
        while let last = text.last, quotes.contains(last) {
            text = Substring(text.dropLast()).trimmed
        }
        return text
    }

    private enum CharacterSet {
        static let quotes: Set<Character> = [
            "「", "」", "《", "》", "“", "”", "\"", "『", "』", "【", "】", "[", "]", "〈", "〉",
        ]
    }
}
