import Markup

extension HTMLOptions {
    /// Texts inside a page of the site: the page's own heading is the `h1`.
    static var page: HTMLOptions {
        var options = HTMLOptions()
        options.modern = true
        options.headingIDs = true
        options.headingIDPrefix = "h-"
        options.headingShift = 1
        options.scrollableTables = true
        options.lazyImages = true
        return options
    }
}
