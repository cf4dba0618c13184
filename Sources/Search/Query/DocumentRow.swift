/// A document as `DocumentTable` writes it.
struct DocumentRow {
    var kind: SearchUnit.Kind
    var path: String
    var title: String
    var names: [String]
    var date: String
    /// Path of its text; `nil`: the text is `inlineText`.
    var textPath: String?
    var inlineText: [UInt8]
    /// As `SentenceTable` writes them.
    var sentences: [UInt8]

    /// `nil` when the row is not one.
    init?(_ row: JSONTree) {
        guard let items = row.items, items.count == 8,
            let kind = items[0].int.flatMap(UInt8.init(exactly:)).flatMap(
                SearchUnit.Kind.init(rawValue:)),
            let path = items[1].string, let title = items[2].string, let names = items[3].string,
            let date = items[4].string, let textPath = items[5].string, let text = items[6].text,
            let sentences = items[7].text
        else { return nil }
        self.kind = kind
        self.path = path
        self.title = title
        self.names = names.isEmpty ? [] : names.split(separator: "\n").map(String.init)
        self.date = date
        self.textPath = textPath.isEmpty ? nil : textPath == "." ? path + "text.txt" : textPath
        inlineText = text
        self.sentences = sentences
    }
}
