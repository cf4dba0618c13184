import Archive
import Files
import Text

/// Pictures of a page that were captured with it: in `page_files/` beside it, in the parts of an
/// MHTML file, in `data:` addresses.
///
/// Copied, they become files of the archive's `assets/`.
///
/// Nothing is fetched: what was not captured keeps its address on the web.
struct LocalPictures {
    /// What was captured in the same file.
    var shelf = PictureShelf()
    /// Reads a file beside the page, by its relative path; `nil` if pictures are not copied.
    var neighbor: (@Sendable (_ path: String) -> [UInt8]?)?
    /// Texts of the page's style sheets, in which SingleFile keeps pictures that it shows twice.
    private var styles: [[UInt8]] = []
    /// By path below `content/`.
    private(set) var assets: [String: [UInt8]] = [:]
    /// Pictures that are here but were not to be copied.
    private(set) var leftBehind = 0

    /// Smaller pictures are placeholders for others that a script loads.
    private static let smallest = 150

    init(shelf: PictureShelf = PictureShelf(), neighbor: (@Sendable (String) -> [UInt8]?)? = nil) {
        self.shelf = shelf
        self.neighbor = neighbor
    }

    mutating func readStyles(of tree: HTMLTree) {
        guard neighbor != nil else { return }
        for node in tree.nodes.indices where tree.isElement(node, .style) {
            let words = tree.children(of: node).filter { tree.nodes[$0].kind == .text }
                .flatMap { tree.text($0) }
            if ByteSearch.contains(Self.variable, in: words) { styles.append(words) }
        }
    }

    /// The address of an image's picture in the archive; `nil` if it was not captured.
    ///
    /// `remote`: its address on the web.
    mutating func address(of node: Int, in tree: HTMLTree, remote: [UInt8]?, base: PageAddress?)
        -> [UInt8]?
    {
        let source = tree.value(node, .src)
        if let bytes = captured(node, tree, source, remote, base) {
            return keep(bytes, named: source ?? [])
        }
        guard let source, let path = Self.path(source) else { return nil }
        if let neighbor { return neighbor(path).flatMap { keep($0, named: source) } }
        guard Self.isBrowsers(path) else { return nil }
        // An absolute address would point to a place where it never was.
        leftBehind += 1
        return Array(source)
    }

    private mutating func captured(
        _ node: Int, _ tree: HTMLTree, _ source: ArraySlice<UInt8>?, _ remote: [UInt8]?,
        _ base: PageAddress?
    ) -> [UInt8]? {
        var found: [UInt8]?
        for address in [
            remote, source.map { base?.absolute($0) ?? Array($0) }, source.map { Array($0) },
        ]
        where found == nil && !shelf.isEmpty {
            found = address.flatMap { shelf[String(decoding: $0, as: UTF8.self)] }
        }
        if found == nil, let source { found = DataAddress.bytes(source) }
        if found == nil || PictureFormat(found ?? []) == nil, let style = tree.value(node, .style) {
            found = styled(style) ?? found
        }
        guard let found, found.count >= Self.smallest, PictureFormat(found) != nil else {
            return nil
        }
        if neighbor == nil {
            leftBehind += 1
            return nil
        }
        return found
    }

    /// `background-image: var(--sf-img-3)`, which a style sheet sets to a `data:` address.
    private func styled(_ style: ArraySlice<UInt8>) -> [UInt8]? {
        guard let start = ByteSearch.end(of: Self.variable, in: Array(style)) else { return nil }
        let number = style.dropFirst(start).prefix { (0x30...0x39).contains($0) }
        let sign = Self.variable + number + Array(":".utf8)
        for words in styles {
            guard let found = ByteSearch.end(of: sign, in: words),
                let data = ByteSearch.end(
                    of: Array("data:".utf8), in: words, from: found, limit: 20)
            else { continue }
            let value = words[(data - 5)...].prefix {
                $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ")")
            }
            return DataAddress.bytes(value)
        }
        return nil
    }

    private static let variable = Array("--sf-img-".utf8)

    /// The path of a file beside the page: relative, and not above it.
    private static func path(_ source: ArraySlice<UInt8>) -> String? {
        let bytes = PercentEncoding.decoded(source.prefix { !"?#".utf8.contains($0) })
        guard bytes.count < 1000, !bytes.contains(0), !bytes.contains(UInt8(ascii: "\\")),
            !bytes.contains(UInt8(ascii: ":"))
        else { return nil }
        var parts = String(decoding: bytes, as: UTF8.self).split(
            separator: "/", omittingEmptySubsequences: false)
        if parts.first == "." { parts.removeFirst() }
        guard !parts.contains(where: { $0.isEmpty || $0 == ".." || $0 == "." }) else { return nil }
        return parts.joined(separator: "/")
    }

    /// Whether a path is in a folder that a browser has made beside a page.
    private static func isBrowsers(_ path: String) -> Bool {
        guard let slash = path.firstIndex(of: "/") else { return false }
        return path[..<slash].hasSuffix("_files") || path[..<slash].hasSuffix(".files")
    }

    private mutating func keep(_ bytes: [UInt8], named source: ArraySlice<UInt8>) -> [UInt8]? {
        guard let format = PictureFormat(bytes) else { return nil }
        let digest = ContentHash(of: bytes).hex.prefix(12)
        var name = "picture"
        if !source.starts(with: "data:".utf8), source.count < 2000 {
            let path = PercentEncoding.decoded(source.prefix { $0 != UInt8(ascii: "?") })
            let stem = Source(name: String(decoding: path, as: UTF8.self), bytes: []).stem
            if !stem.isEmpty { name = FileName.slug(stem) }
        }
        let path = "assets/\(name)-\(digest).\(format.rawValue)"
        assets[path] = bytes
        return Array("../\(path)".utf8)
    }
}

/// The files beside a saved page, and nothing outside of its folder.
struct PictureFolder: Sendable {
    private let folder: String

    /// `nil` when the page came from standard input.
    init?(besides page: String) {
        guard page != "-" else { return nil }
        let parent = page.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let path = parent.isEmpty ? "." : parent.joined(separator: "/")
        guard let real = Disk.realPath(path.isEmpty ? "/" : path) else { return nil }
        folder = real
    }

    /// The bytes of a file, by its path relative to the page; `nil` if it does not exist, or a link
    /// points out of the folder.
    func picture(_ path: String) -> [UInt8]? {
        guard let real = Disk.realPath(folder + "/" + path), real.hasPrefix(folder + "/") else {
            return nil
        }
        guard let size = Disk.fileSize(real), size <= Self.largest else { return nil }
        do {
            return try Disk.read(real)
        } catch {
            // A picture that cannot be read is one that was not captured.
            return nil
        }
    }

    private static let largest = 64 << 20
}
