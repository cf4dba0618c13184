/// A title apart from the names of sites that browsers and clippers put after it.
struct TitleWords {
    let title: String
    /// From left to right.
    let sites: [String]

    /// Takes names of sites off the end while something that can be a title remains:
    /// `What it says - The Paper - A Blog` → `What it says`.
    init(_ words: String) {
        var rest = words.trimmed
        var taken: [String] = []
        while taken.count < 3, let (head, tail) = Self.split(rest),
            SiteName.matches(tail), LineShape(head).letters >= 4
        {
            taken.insert(tail, at: 0)
            rest = head
        }
        title = rest
        sites = taken
    }

    /// At the last separator; one without spaces around it only counts between other letters than
    /// Latin.
    private static func split(_ words: String) -> (head: String, tail: String)? {
        let scalars = Array(words.unicodeScalars)
        guard let i = scalars.lastIndex(where: { "-–—|｜_丨".unicodeScalars.contains($0) }), i > 0,
            i + 1 < scalars.count
        else { return nil }
        let spaced = scalars[i - 1] == " " || scalars[i + 1] == " "
        if !spaced, scalars[i - 1].isASCII,
            scalars[i - 1].properties.isAlphabetic || scalars[i + 1].isASCII
        {
            return nil
        }
        func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: part)
            return String(text).trimmed
        }
        var head = string(scalars[..<i])
        while head.hasSuffix("-") || head.hasSuffix("—") || head.hasSuffix("_") {
            head = String(head.dropLast()).trimmed
        }
        return (head, string(scalars[(i + 1)...]))
    }
}
