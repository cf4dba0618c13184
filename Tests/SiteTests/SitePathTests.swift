import Testing

@testable import Site

@Suite struct SitePathTests {
    @Test(arguments: [
        ("", "articles/a/", nil, "articles/a/index.html"),
        ("articles/a/", "", nil, "../../index.html"),
        ("articles/a/", "people/b/", nil, "../../people/b/index.html"),
        ("articles/a/", "articles/a/", "s3", "#s3"),
        ("tags/橋/", "articles/a b/", "s1", "../../articles/a%20b/index.html#s1"),
        ("claims/x/", "feed.xml", nil, "../../feed.xml"),
        ("tags/a/page-2.html", "tags/a/", nil, "../../tags/a/index.html"),
        ("tags/a/", "tags/a/page-2.html", nil, "../../tags/a/page-2.html"),
    ])
    func `links are relative and name a file`(
        from: String, to: String, fragment: String?, link: String
    ) {
        #expect(SitePath.link(from: from, to: to, fragment: fragment) == link)
    }

    @Test(arguments: [
        ("橋", "橋"), ("a/b", "a-b"), ("..", "-"), ("", "-"), ("C#", "C-"), ("100%", "100-"),
        ("a b", "a-b"),
        ("晨報", "晨報"), ("x\u{0}y", "x-y"), ("index.html", "index.html-"),
        ("page-3.html", "page-3.html-"), ("page-.html", "page-.html"),
    ])
    func `a name becomes one segment of a path`(name: String, segment: String) {
        #expect(SitePath.segment(name) == segment)
    }

    @Test(arguments: [
        ("index.html", ""), ("people/lin/index.html", "people/lin/"),
        ("people/lin/page-12.html", "people/lin/page-12.html"), ("404.html", nil),
        ("articles/a/index.md", nil), ("assets/my-index.html", nil), ("assets/page-a.html", nil),
    ])
    func `a file is a page of the site or none`(file: String, page: String?) {
        #expect(SitePath.isPage(file) == (page != nil))
        if let page { #expect(SitePath.page(file) == page) }
    }

    @Test(arguments: [
        ("/old/path/", "old/path/"), ("old.html", "old.html/"), ("/a/index.html", "a/"),
        ("../x", nil), ("/", nil),
    ])
    func `old paths become folders of the site or nothing`(alias: String, path: String?) {
        #expect(RedirectPath.of(alias) == path)
    }
}
