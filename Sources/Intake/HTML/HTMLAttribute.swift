/// The attributes that are kept of a page.
///
/// Everything else (event handlers above all) never gets past the parser.
enum HTMLAttribute: String, CaseIterable {
    case id, `class`, style, hidden, role, lang, dir, title, alt, name, content, property, itemprop,
        itemtype
    case itemscope, rel, type, href, src, srcset, datetime, start, reversed, value, checked,
        colspan, rowspan
    case align, width, height, cite, charset, encoding, display
    case httpEquiv = "http-equiv"
    case ariaHidden = "aria-hidden"
    case ariaLabel = "aria-label"
    case xmlLang = "xml:lang"
    case dataSrc = "data-src"
    case dataOriginal = "data-original"
    case dataActualSrc = "data-actualsrc"
    case dataLazySrc = "data-lazy-src"
    case dataLazy = "data-lazy"
    case dataLazyload = "data-lazyload"
    case dataEcho = "data-echo"
    case dataURL = "data-url"
    case dataOriginalSrc = "data-original-src"
    case dataRealSrc = "data-real-src"
    case dataBackSrc = "data-backsrc"
    case dataSrcset = "data-srcset"
    case dataLazySrcset = "data-lazy-srcset"
    case dataLang = "data-lang"
    case dataLanguage = "data-language"
    case dataTex = "data-tex"
    case dataFormula = "data-formula"
    case dataTestID = "data-testid"
    case dataComponent = "data-component"
    case dataSharedURL = "data-shared-url"
    case dataSfOriginalSrc = "data-sf-original-src"
    case savedFrom = "data-savepage-href"
    case savedSource = "data-savepage-src"

    static func named(_ name: String) -> HTMLAttribute? { byName[name] }

    private static let byName: [String: HTMLAttribute] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
