import Text

/// The title of a page's article, by agreement of everything that names one.
///
/// Sources are the page's own data, its headings and its `title` element, each without names of
/// the site. The one that
/// most others agree with is taken; of equals the first in the order below.
struct PageTitle {
    struct Source {
        var words: String
        var from: String
    }

    private(set) var words = ""
    private(set) var from = ""
    /// Titles of the page's own data that say something else.
    private(set) var others: [String] = []

    /// `page`: the `title` element.
    ///
    /// `names`: what the site calls itself. `nil` without any title.
    init?(data: [Source], headings: [String], page: String, names: [String]) {
        // An unclosed `title` element swallows the page.
        let page = Scalars.string(page.unicodeScalars.prefix(Self.longest))
        let data = data.map {
            Source(
                words: Scalars.string($0.words.unicodeScalars.prefix(Self.longest)), from: $0.from)
        }
        let sites = Set(names.map(Self.key).filter { !$0.isEmpty })
        func isSite(_ words: String) -> Bool {
            sites.contains(Self.key(words)) || SiteName.matches(words)
        }
        var sources: [Source] = []
        for source in data {
            let plain = Self.withoutNames(source.words, sites)
            if !isSite(plain) { sources.append(Source(words: plain, from: source.from)) }
        }
        for heading in headings
        where !isSite(heading)
            && !sources.contains(where: { $0.from == "h1" && $0.words == heading })
        {
            sources.append(Source(words: heading, from: "h1"))
        }
        let plain = Self.withoutNames(page, sites)
        if !isSite(plain) { sources.append(Source(words: plain, from: "title element")) }
        sources.removeAll { Letters.of($0.words).isEmpty }
        guard !sources.isEmpty else {
            guard let only = (headings + [page]).first(where: { !$0.isEmpty }) else { return nil }
            words = Self.withoutSite(only)
            from = headings.isEmpty ? "title element" : "h1"
            return
        }
        let votes = sources.map { source in
            sources.reduce(0) { $0 + ($1.from == source.from ? 0 : Self.agreement(source, $1)) }
        }
        let most = votes.max() ?? 0
        let best: Source
        if most == 0 {
            // Nothing agrees: what the page says of itself, then its title element, if it is long
            // enough for a title.
            let longest = sources.map { Self.key($0.words).count }.max() ?? 0
            best =
                sources.first {
                    $0.from != "h1"
                        && ($0.from != "title element"
                            || Self.key($0.words).count >= min(12, longest))
                } ?? sources[0]
        } else {
            let equal = sources.indices.filter { votes[$0] == most }.map { sources[$0] }
            // `Opinion | What it says` and `What it says`: the part that both have.
            let first = equal[0]
            best =
                equal.first { $0.from == "h1" && Self.isPart($0.words, of: first.words) } ?? first
        }
        words = best.from == "title element" ? Self.withoutSite(best.words) : best.words
        from = best.from
        others = sources.filter {
            $0.from != "h1" && $0.from != "title element" && Self.agreement($0, best) == 0
                && $0.words != words
        }
        .map(\.words)
    }

    /// Code points of a title that are looked at.
    private static let longest = 400

    // MARK: - Agreement

    /// 2 for the same words, 1 when one is a part of the other.
    private static func agreement(_ a: Source, _ b: Source) -> Int {
        let (x, y) = (key(a.words), key(b.words))
        if x == y { return 2 }
        if a.from == "title element" || b.from == "title element" {
            let (page, other) = a.from == "title element" ? (a.words, y) : (b.words, x)
            if segments(page).contains(where: { key($0) == other }) { return 2 }
        }
        return isPart(a.words, of: b.words) || isPart(b.words, of: a.words) ? 1 : 0
    }

    private static func isPart(_ a: String, of b: String) -> Bool {
        let (x, y) = (key(a), key(b))
        return x.count >= 6 && x.count < y.count
            && (y.starts(with: x) || y.suffix(x.count).elementsEqual(x))
    }

    static func key(_ words: String) -> [UInt8] { Letters.of(words.lowercased()) }

    // MARK: - Names of sites

    /// Words between the marks that sites put around their names.
    private static func segments(_ words: String) -> [String] {
        var parts: [String] = []
        var rest = Substring(words)
        while let mark = firstMark(in: rest) {
            parts.append(String(rest[..<mark.lowerBound]).trimmed)
            rest = rest[mark.upperBound...]
        }
        return parts + [String(rest).trimmed]
    }

    private static func firstMark(in words: Substring) -> Range<Substring.Index>? {
        marks.compactMap { words.range(of: $0) }.min { $0.lowerBound < $1.lowerBound }
    }

    private static let marks = [
        " | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", "｜", "丨", "_", " |", "| ",
    ]

    /// Without segments at both ends that are a name of the site.
    static func withoutNames(_ words: String, _ names: Set<[UInt8]>) -> String {
        var words = TitleWords(words).title
        for _ in 0..<3 {
            let parts = segments(words)
            guard parts.count > 1, let first = parts.first, let last = parts.last else { break }
            if names.contains(key(last)), let at = words.range(of: last, options: .backwards) {
                words = trimmingMarks(String(words[..<at.lowerBound]))
            } else if names.contains(key(first)), let at = words.range(of: first) {
                words = trimmingMarks(String(words[at.upperBound...]))
            } else {
                break
            }
        }
        return words
    }

    private static func trimmingMarks(_ words: String) -> String {
        let signs = Set(" |-–—·:»«｜丨_".unicodeScalars)
        var scalars = Array(words.unicodeScalars)[...]
        while let first = scalars.first, signs.contains(first) { scalars.removeFirst() }
        while let last = scalars.last, signs.contains(last) { scalars.removeLast() }
        return Scalars.string(scalars)
    }

    /// Without what follows the first mark that sites put before their names.
    private static func withoutSite(_ page: String) -> String {
        let known = TitleWords(page)
        if !known.sites.isEmpty { return known.title }
        let scalars = Array(page.unicodeScalars)
        for mark in [" :: ", "_", "|", "｜", "丨", "--", " - ", " – ", " — ", "-"] {
            let sign = Array(mark.unicodeScalars)
            guard
                let at = scalars.indices.first(where: {
                    $0 > 0 && scalars[$0...].starts(with: sign)
                })
            else { continue }
            let head = Scalars.string(scalars[..<at]).trimmed
            let tail = Scalars.string(scalars[(at + sign.count)...]).trimmed
            if mark == "-", !(LineShape(head).isMostlyHan && LineShape(tail).letters <= 12) {
                continue
            }
            // The name of a site is shorter than a title, unless the title has the sign too.
            let isTitle = Letters.of(head).count >= 12
            if isTitle, mark != "_" || Letters.of(tail).count <= 3 * Letters.of(head).count {
                return head
            }
        }
        return page
    }
}
