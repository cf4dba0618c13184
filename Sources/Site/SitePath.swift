import Archive
import Files

/// Paths of pages inside the site and the relative links between them.
///
/// A page's path is its folder with a trailing slash, `articles/hunyuan/`; the root is the empty
/// path, and a later part of a list is a file, `articles/page-2.html`. Links name `index.html`, so
/// that they work when the site is opened from disk.
enum SitePath {
    static func entity(_ entity: Entity) -> String { "\(entity.kind.folder)/\(entity.id)/" }
    static func article(_ slug: String) -> String { "articles/\(slug)/" }
    static func claim(_ id: String) -> String { "claims/\(id)/" }
    static func metric(_ id: String) -> String { "metrics/\(id)/" }
    static func year(_ year: Int) -> String { "years/\(padded(year, to: 4))/" }

    /// The path of a file that is copied unchanged: `content/assets/a.svg` → `assets/a.svg`,
    /// `content/root/CNAME` → `CNAME`.
    static func asset(_ path: String) -> String {
        let root = "content/root/"
        return String(path.dropFirst(path.hasPrefix(root) ? root.count : "content/".count))
    }

    /// The number of folders between the root and a page.
    static func depth(_ path: String) -> Int {
        var path = path
        return path.withUTF8 { $0.reduce(0) { $1 == 0x2F ? $0 + 1 : $0 } }
    }

    /// `../` once for every folder of `path`: from a page to the site's root.
    static func root(from path: String) -> String {
        String(repeating: "../", count: depth(path))
    }

    /// A link from one page to another, percent-encoded, with an optional fragment (`s12`).
    ///
    /// - Parameters:
    ///   - from: path of the page that holds the link.
    ///   - to: path of a page (with trailing slash, or empty) or of a file.
    static func link(from: String, to: String, fragment: String? = nil) -> String {
        var link: [UInt8] = []
        if from != to || fragment == nil {
            let depth = depth(from)
            link.reserveCapacity(3 * depth + to.utf8.count + 16)
            for _ in 0..<depth { link += "../".utf8 }
            HTML.append(path: to, to: &link)
            if isFolder(to) { link += "index.html".utf8 }
        }
        if let fragment {
            link.append(UInt8(ascii: "#"))
            HTML.append(path: fragment, to: &link)
        }
        return String(decoding: link, as: UTF8.self)
    }

    /// The file of a page; a file's path as it is.
    static func file(_ path: String) -> String { isFolder(path) ? path + "index.html" : path }

    private static func isFolder(_ path: String) -> Bool { (path.utf8.last ?? 0x2F) == 0x2F }

    /// Whether a file is a page with an address of its own, and not one of other programs or of an
    /// error.
    static func isPage(_ file: String) -> Bool {
        Slug.isListPage(name(file))
    }

    /// The path of the page that a file is.
    static func page(_ file: String) -> String {
        name(file) == "index.html" ? String(file.dropLast("index.html".count)) : file
    }

    private static func name(_ file: String) -> Substring {
        let slash = file.utf8.lastIndex(of: 0x2F)
        return file[(slash.map(file.utf8.index(after:)) ?? file.startIndex)...]
    }

    /// A name as one segment of a path.
    ///
    /// `/` and control characters are not allowed in a path; `%`, `#` and `?` would need escapes:
    /// all become `-`, as do the names `.` and `..`. Names of list pages get a `-` at their end. A
    /// name that is too long for the name of a file is cut, and ends in its hash.
    /// - Parameter distinguishing: whether the segment ends in the hash in any case.
    static func segment(_ name: String, distinguishing: Bool = false) -> String {
        let segment = plainSegment(name)
        guard distinguishing || segment.utf8.count > longestSegment else { return segment }
        var scalars = segment.unicodeScalars
        var length = scalars.reduce(0) { $0 + UTF8.width($1) }
        while length > longestSegment - 9, let last = scalars.popLast() {
            length -= UTF8.width(last)
        }
        return String(scalars) + "-" + ContentHash(of: Array(name.utf8)).hex.prefix(8)
    }

    /// Bytes of a segment; disks allow 255, and a build adds some of its own.
    private static let longestSegment = 200

    private static func plainSegment(_ name: String) -> String {
        let isForbidden = { (byte: UInt8) in
            byte < 0x20 || byte == 0x7F || "/\\%#?:*\"<>| ".utf8.contains(byte)
        }
        let segment = String(
            decoding: name.utf8.map { isForbidden($0) ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
        if Slug.isListPage(segment[...]) { return segment + "-" }
        return segment.isEmpty || segment.allSatisfy({ $0 == "." }) ? "-" : segment
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
