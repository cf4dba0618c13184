/// The templates that the program asks for by name; the theme may split them into partials as it
/// likes.
///
/// docs/templates.md lists what each is given.
enum PageTemplate: String, CaseIterable {
    // Whole pages.
    case index, list, article, entities, entity, claims, claim, metric, terms, tag, outlet, year,
        page, search
    case notFound = "404"
    case redirect
    // Fragments that pages are put together from.
    case head, header, footer
    case articleCard = "article-card"
    case entityRow = "entity-row"
    case claimRow = "claim-row"
    case claimStatement = "claim-statement"
}
