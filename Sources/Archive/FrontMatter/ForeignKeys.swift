/// Keys of other programs that look like misspellings of ours and are none.
enum ForeignKeys {
    /// Of Hugo, Hexo, Jekyll and Obsidian, in lower case with `-`.
    static let names: Set<String> = [
        "type", "layout", "weight", "menu", "menus", "series", "params", "cascade", "images",
        "image", "videos",
        "audio", "toc", "math", "comments", "comment", "cover", "top", "sticky", "topics",
        "speakers", "speaker",
        "subtitle", "cssclass", "cssclasses", "markup", "outputs", "resources", "sitemap",
        "headless",
        "linktitle", "expirydate", "keywords", "uid", "guid", "id", "data", "dates", "note",
        "titles", "format",
        "source-name", "word-count", "site", "banner", "up", "status", "rating", "location",
        "copyright",
    ]
}
