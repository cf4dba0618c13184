/// The templates that the program renders by name.
///
/// A theme may split them into partials.
///
/// `docs/templates.md` lists the variables of each.
enum PageTemplate: String, CaseIterable {
    // Whole pages.
    case index, list, article, entities, entity, claims, claim, metric, terms, tag, outlet, year,
        page, search
    case notFound = "404"
    case redirect
    // Fragments of pages.
    case head, header, footer
    case articleCard = "article-card"
    case entityRow = "entity-row"
    case claimRow = "claim-row"
    case claimStatement = "claim-statement"
}

extension PageTemplate {
    /// The variables of the template; `docs/templates.md` describes each, and a test compares them.
    var variables: ContextShape {
        isFragment
            ? ContextShape(ownVariables)
            : ContextShape(Self.everyPage).merged(ContextShape(ownVariables))
    }

    /// Whether the template renders a part of a page and gets only the variables of that part.
    var isFragment: Bool {
        switch self {
        case .head, .header, .footer, .articleCard, .entityRow, .claimRow, .claimStatement,
            .redirect:
            true
        default: false
        }
    }

    private static let everyPage =
        "lang root section title description meta head header footer styles{href}"
    private static let date = "date{iso text}"
    private static let pager = "pager{label previous next}"

    private var ownVariables: String {
        switch self {
        case .index:
            """
            params* figures{href count label} body latest disputed people products organizations \
            kinds{id folder title all href rows} \
            browse{title items}
            """
        case .list, .tag, .year: "heading count items \(Self.pager)"
        case .outlet: "heading count items names url params* \(Self.pager)"
        case .article:
            """
            params* slug heading textLang outlet{href name params*} \(Self.date) byline body url tags claims people \
            products organizations kinds{id folder title all href rows} related neighbors{newer{href title params*} older{href title params*}}
            """
        case .entities: "heading count items \(Self.pager)"
        case .entity:
            """
            params* id kind kindText heading textLang names count body facts claimsAbout claimsBy claimsAboutTitle claimsByTitle \
            claimsAboutMore{label rows} claimsByMore{label rows} timeline mentions together variants \
            \(Self.pager)
            """
        case .claims:
            "heading count kicker{href text} filters jumps groups{id title items} \(Self.pager)"
        case .claim:
            """
            params* id kindText heading textLang status statusText statusReason dispute \
            pinned{status text} facts chart hasValues statementRows history stances series arithmetic note \
            relations
            """
        case .metric: "params* heading names facts claims tables{id title table} \(Self.pager)"
        case .terms: "heading terms{href name count params*}"
        case .page: "params* heading textLang body"
        case .search: "furtherKinds{id title}"
        case .notFound: ""
        case .redirect: "lang href title root textLang"
        case .head: "lang root feeds kindFolders"
        case .header: "lang root menu{href title section}"
        case .footer: "lang root author links{href title section}"
        case .articleCard: "params* root lang href title outlet \(Self.date) summary"
        case .entityRow: "params* root id kind href name lang count line lineLang"
        case .claimRow: "params* root id href title lang status statusText line lineLang"
        case .claimStatement:
            """
            params* hasValues outlet \(Self.date) articleTitle articleHref lang speaker modeText \
            stanceText stance sentence href value interval bar basis origin time verdict verdictText reason \
            deprecated
            """
        }
    }
}
