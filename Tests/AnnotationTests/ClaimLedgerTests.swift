import Archive
import Testing
import Text

@testable import Annotation

@Suite struct ClaimLedgerTests {
    static let place = Diagnostic.Place(
        file: "content/claims/rain.yml", line: 4, column: 14, excerpt: "      quote: x")

    static func statement(_ article: String, _ quote: String, stance: Statement.Stance = .supports)
        -> Statement
    {
        var statement = Statement(
            article: Located(article, at: place), quote: Located(quote, at: place))
        statement.stance = stance
        return statement
    }

    static func claim(_ id: String, _ statements: [Statement]) -> Claim {
        var claim = Claim(id: id, place: place, title: id, kind: .event)
        claim.statements = statements
        return claim
    }

    @Test func `a quote that has changed is an error with sentences that are like it`() {
        var sample = SampleArchive(
            "# 天气\n\n昨天山里下了三个小时的雨，路都湿了。湖边没有下雨。\n\n今天山里下了两个小时的雨。")
        sample.archive.claims = [Self.claim("rain", [Self.statement("a", "昨天山里下了五个小时的雨")])]
        let ledger = ClaimLedger(sample.archive, sample.texts)
        #expect(
            ledger.diagnostics.map { $0.rendered() } == [
                """
                content/claims/rain.yml:4:14: error: this quote is not in article `a` [orphan-quote]
                      quote: x
                             ^
                  note: nearest: 昨天山里下了三个小时的雨，路都湿了。
                  note: nearest: 今天山里下了两个小时的雨。
                  help: quote: 昨天山里下了三个小时的雨
                """
            ])
        #expect(ledger.claims[0].anchors == [nil])
    }

    @Test func `a quote that is like nothing says so`() {
        var sample = SampleArchive("今天晴。")
        sample.archive.claims = [Self.claim("rain", [Self.statement("a", "it rained")])]
        let diagnostic = ClaimLedger(sample.archive, sample.texts).diagnostics[0]
        #expect(diagnostic.notes == ["no sentence of `content/articles/a.md` is like it"])
        #expect(diagnostic.help == "quote exact words of `content/articles/a.md`")
    }

    @Test func `a quote that stands twice asks for words around it`() {
        var sample = SampleArchive("早上雨停了。中午雨停了。")
        sample.archive.claims = [Self.claim("rain", [Self.statement("a", "雨停了")])]
        #expect(
            ClaimLedger(sample.archive, sample.texts).diagnostics.map { $0.rendered() } == [
                """
                content/claims/rain.yml:4:14: error: this quote occurs 2 times in article `a` [ambiguous-quote]
                      quote: x
                             ^
                  note: found in: 早上[雨停了]。中午雨停了。
                  note: found in: 早上雨停了。中午[雨停了]。
                  help: add one of these lines:
                        before: 早上
                        before: 了。中午
                """
            ])
    }

    @Test func `context that does not fit is an error`() {
        var sample = SampleArchive("早上雨停了。")
        var statement = Self.statement("a", "雨停了")
        statement.before = "晚上"
        sample.archive.claims = [Self.claim("rain", [statement])]
        let diagnostic = ClaimLedger(sample.archive, sample.texts).diagnostics[0]
        #expect(diagnostic.id == "orphan-quote")
        #expect(
            diagnostic.message
                == "this quote is in article `a`, but not between `before` and `after`")
        #expect(diagnostic.notes == ["found in: 早上[雨停了]。"])
    }

    @Test func `a value must be in its quote`() {
        var sample = SampleArchive("下了3小时的雨。")
        var statement = Self.statement("a", "下了3小时")
        statement.value = Located("3小時", at: Self.place)
        sample.archive.claims = [Self.claim("rain", [statement])]
        #expect(ClaimLedger(sample.archive, sample.texts).diagnostics.isEmpty)
        sample.archive.claims[0].statements[0].value = Located("4小时", at: Self.place)
        let diagnostics = ClaimLedger(sample.archive, sample.texts).diagnostics
        #expect(diagnostics.map(\.id) == ["value-outside-quote"])
        #expect(diagnostics[0].message == "the value `4小时` is not in the quote")
    }

    @Test func `the status follows articles, origins, stances and relations`() {
        var sample = SampleArchive([("a", "下雨了。"), ("b", "下雨了。"), ("c", "下雨了。没有下雨。")])
        sample.archive.articles[0].origin = "radio"
        sample.archive.articles[1].origin = "Radio"
        sample.archive.articles[2].origin = "television"
        let (a, b, c) = (
            Self.statement("a", "下雨了"), Self.statement("b", "下雨了"), Self.statement("c", "下雨了")
        )
        let denial = Self.statement("c", "没有下雨", stance: .denies)
        var old = Self.claim("old", [a, c])
        var new = Self.claim("new", [b])
        new.relations = [.init(to: Located("old", at: Self.place), kind: .updates)]
        old.statements[1].rank = .deprecated
        var other = Self.claim("other", [c])
        other.relations = [.init(to: Located("new", at: Self.place), kind: .contradicts)]
        sample.archive.claims = [
            Self.claim("one", [a]), Self.claim("repeat", [a, b]), Self.claim("two", [a, b, c]),
            Self.claim("fight", [a, denial]), old, new, other,
        ]
        let ledger = ClaimLedger(sample.archive, sample.texts)
        #expect(ledger.diagnostics.isEmpty)
        #expect(
            ledger.claims.map(\.status) == [
                .singleSource, .repeated, .corroborated, .disputed, .superseded, .disputed,
                .disputed,
            ])
        #expect(
            ledger.claims[3].reasons == [
                .stances(supporting: [0], other: [1]),
                .sources(articles: 2, origins: 2, unknown: 0),
            ])
        #expect(
            ledger.claims[4].reasons == [
                .update(claim: 5), .sources(articles: 1, origins: 1, unknown: 0),
            ])
    }

    @Test func `statements, sic and notes are marked in their article by place`() {
        var sample = SampleArchive("第一句。第二句有错子。")
        var decisions = ArticleDecisions(slug: "a", file: "content/annotations/a.yml")
        decisions.sic = [.init(quote: SampleArchive.located("错子"), correct: "错字")]
        decisions.notes = [
            .init(quote: SampleArchive.located("第二句"), note: "n"),
            .init(quote: SampleArchive.located("第三句"), note: "n"),
        ]
        sample.archive.decisions["a"] = decisions
        sample.archive.claims = [
            Self.claim("x", [Self.statement("a", "第二句"), Self.statement("a", "第一句")])
        ]
        let text = sample.texts[0]
        let ledger = ClaimLedger(sample.archive, sample.texts)
        let article = ledger.articles[0]
        #expect(article.statements.map { text.words($0.anchor.range) } == ["第一句", "第二句"])
        #expect(article.statements.map(\.anchor.sentence) == [0, 1])
        #expect(article.sic.map { text.words($0.anchor.range) } == ["错子"])
        #expect(article.notes.map(\.index) == [0])
        #expect(ledger.diagnostics.map(\.id) == ["orphan-quote"])
        #expect(ledger.diagnostics[0].place?.file == "content/annotations/a.yml")
    }
}
