/// The elements that reading a page distinguishes.
enum HTMLTag: String, CaseIterable {
    case html, head, title, base, link, meta, style, script, noscript, template, body
    case article, section, nav, aside, header, footer, address, main, hgroup
    case h1, h2, h3, h4, h5, h6
    case p, hr, pre, blockquote, ol, ul, li, dl, dt, dd, figure, figcaption, div, center, details,
        summary
    case a, em, strong, small, s, cite, q, dfn, abbr, data, time, code, kbd, samp, sub, sup, i, b,
        u, mark
    case `var`, tt, strike, del, ins, font, big, span, bdi, bdo, wbr, br, nobr, acronym
    case ruby, rt, rp, rb, rtc
    case ampImg = "amp-img"
    case img, picture, source, iframe, embed, object, video, audio, canvas, map, area, svg, math
    case annotation, mi, mn, mo, ms, mtext, mspace, mrow, mfrac, msqrt, mroot, msup, msub, msubsup,
        munder, mover, munderover,
        mtable, mtr, mlabeledtr, mtd, mfenced, menclose, mphantom, none, mprescripts
    case foreignObject = "foreignobject"
    case annotationXML = "annotation-xml"
    case table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th
    case form, fieldset, legend, label, input, button, select, option, optgroup, textarea, datalist
    case menu, dir, listing, xmp, plaintext, frame, frameset, noframes, dialog
    /// Any other element.
    case other

    static func named(_ name: String) -> HTMLTag { byName[name] ?? .other }

    private static let byName: [String: HTMLTag] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// What begins and ends a paragraph.
    var isBlock: Bool {
        switch self {
        case .html, .body, .article, .section, .nav, .aside, .header, .footer, .address, .main,
            .hgroup, .h1,
            .h2, .h3, .h4, .h5, .h6, .p, .hr, .pre, .blockquote, .ol, .ul, .li, .dl, .dt, .dd,
            .figure,
            .figcaption, .div, .center, .details, .summary, .table, .caption, .tbody, .thead,
            .tfoot, .tr, .td,
            .th, .form, .fieldset, .legend, .menu, .dir, .listing, .xmp, .plaintext, .noframes,
            .dialog:
            true
        default: false
        }
    }

    /// Inline elements that set parts of a line apart, where emphasis belongs to the words around
    /// it.
    var isLabel: Bool {
        switch self {
        case .span, .a, .time, .label, .cite, .other: true
        default: false
        }
    }

    var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }

    /// Elements whose content is never text of the page.
    var holdsNoText: Bool {
        switch self {
        case .head, .script, .style, .template, .noscript, .iframe, .embed, .object, .video, .audio,
            .canvas,
            .map, .svg, .input, .button, .select, .textarea, .datalist, .frameset, .link, .meta,
            .base, .title:
            true
        default: false
        }
    }
}

/// The attributes that are kept of a page.
///
/// Everything else (event handlers above all) never gets past the parser.
enum HTMLAttribute: String, CaseIterable {
    case id, `class`, style, hidden, role, lang, dir, title, alt, name, content, property, itemprop,
        itemtype
    case itemscope, rel, type, href, src, srcset, datetime, start, reversed, value, checked,
        colspan, rowspan
    case align, width, height, open, close, cite, charset, encoding, display, `for`
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
    case language
    case dataCodeLanguage = "data-code-language"
    case dataTex = "data-tex"
    case dataMath = "data-math"
    case dataLatex = "data-latex"
    case dataMathML = "data-mathml"
    case alttext, notation
    case dataFormula = "data-formula"
    case dataCallout = "data-callout"
    case dataDefinition = "data-definition"
    /// The address of a picture in an attribute that only a script of the page knows.
    case dataPicture = "data-*"
    case columnalign, linethickness, mathvariant
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
