import Archive
import Files
import Text

extension RecordWriter {
    mutating func write(_ head: ArticleHead) {
        write(head.article)
        write(short: head.bodyStart)
        write(head.longSlug)
        write(head.slugPlace)
        write(head.originalPlace)
    }

    /// An article without its text.
    mutating func write(_ article: Article) {
        for words in [article.slug, article.file, article.title, article.language] { write(words) }
        write(article.date)
        write(article.updated)
        write(article.embargo)
        write(article.expiry)
        for list in [article.authors, article.translators, article.tags] {
            write(list) { $0.write($1) }
        }
        for words in [
            article.outlet, article.url, article.origin, article.summary, article.original,
            article.sha256, article.captured,
        ] { write(words) }
        for place in [article.titlePlace, article.outletPlace, article.tagsPlace] {
            write(place.map { [$0] } ?? []) { $0.write($1) }
        }
        for list in [article.about, article.aliases] {
            write(list) { writer, text in
                writer.write(text.value)
                writer.write(text.place)
            }
        }
        write(article.template.map { [$0] } ?? []) { writer, name in
            writer.write(name.value)
            writer.write(name.place)
        }
        write(short: article.isDraft ? 1 : 0)
        write(.map(article.extra))
        write(short: article.bodyLine)
    }

    mutating func write(_ place: Diagnostic.Place) {
        write(place.file)
        write(short: place.line)
        write(short: place.column)
        write(place.excerpt)
    }

    private mutating func write(_ date: PartialDate?) {
        write(short: date == nil ? 0 : 1)
        guard let date else { return }
        for number in [date.year, date.month ?? 0, date.day ?? 0] { write(short: number) }
        write(date.time)
    }

    private mutating func write(_ value: Value) {
        switch value {
        case .null: write(short: 0)
        case .bool(let flag): write(short: flag ? 2 : 1)
        case .int(let number):
            write(short: 3)
            write(number)
        case .double(let number):
            write(short: 4)
            write(Int(Int64(bitPattern: number.bitPattern)))
        case .string(let text):
            write(short: 5)
            write(text)
        case .list(let values):
            write(short: 6)
            write(values) { $0.write($1) }
        case .map(let values):
            write(short: 7)
            write(values.sorted { $0.key < $1.key }) { writer, pair in
                writer.write(pair.key)
                writer.write(pair.value)
            }
        }
    }
}

extension RecordReader {
    mutating func head() throws -> ArticleHead {
        var article = Article(
            slug: try text(), file: try text(), title: try text(), language: try text(), body: [],
            bodyLine: 1)
        article.date = try date()
        article.updated = try date()
        article.embargo = try date()
        article.expiry = try date()
        article.authors = try list { try $0.text() }
        article.translators = try list { try $0.text() }
        article.tags = try list { try $0.text() }
        article.outlet = try optionalText()
        article.url = try optionalText()
        article.origin = try optionalText()
        article.summary = try optionalText()
        article.original = try optionalText()
        article.sha256 = try optionalText()
        article.captured = try optionalText()
        article.titlePlace = try list { try $0.place() }.first
        article.outletPlace = try list { try $0.place() }.first
        article.tagsPlace = try list { try $0.place() }.first
        article.about = try list { Located(try $0.text(), at: try $0.place()) }
        article.aliases = try list { Located(try $0.text(), at: try $0.place()) }
        article.template = try list { Located(try $0.text(), at: try $0.place()) }.first
        article.isDraft = try shortNumber() == 1
        guard case .map(let extra) = try value() else { throw Malformed() }
        article.extra = extra
        article.bodyLine = try shortNumber()
        return ArticleHead(
            article: article, bodyStart: try shortNumber(), longSlug: try optionalText(),
            slugPlace: try place(), originalPlace: try place())
    }

    mutating func place() throws -> Diagnostic.Place {
        Diagnostic.Place(
            file: try text(), line: try shortNumber(), column: try shortNumber(),
            excerpt: try optionalText())
    }

    private mutating func date() throws -> PartialDate? {
        guard try shortNumber() == 1 else { return nil }
        let (year, month, day) = (try shortNumber(), try shortNumber(), try shortNumber())
        return PartialDate(
            year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day,
            time: try optionalText())
    }

    private mutating func value() throws -> Value {
        switch try shortNumber() {
        case 0: .null
        case 1: .bool(false)
        case 2: .bool(true)
        case 3: .int(try number())
        case 4: .double(Double(bitPattern: UInt64(bitPattern: Int64(try number()))))
        case 5: .string(try text())
        case 6: .list(try list { try $0.value() })
        case 7:
            .map(
                Dictionary(
                    try list { (try $0.text(), try $0.value()) },
                    uniquingKeysWith: { first, _ in first }))
        default: throw Malformed()
        }
    }
}
