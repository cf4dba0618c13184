import Text

/// Addresses of a page, made absolute (RFC 3986, section 5.2).
struct PageAddress {
    private var scheme: [UInt8] = []
    private var authority: [UInt8]?
    private var path: [UInt8] = []
    private var query: [UInt8] = []

    /// `nil` if the address of the page is unknown: relative addresses then stay as they are.
    init?(base: String) {
        let parts = Self.parts(Array(base.utf8)[...])
        guard let scheme = parts.scheme, let authority = parts.authority,
            ["http", "https"].contains(String(decoding: scheme, as: UTF8.self).lowercased())
        else { return nil }
        self.scheme = Array(scheme)
        self.authority = Array(authority)
        path = Array(parts.path)
        query = Array(parts.query)
    }

    func absolute(_ reference: ArraySlice<UInt8>) -> [UInt8] {
        let parts = Self.parts(reference)
        if parts.scheme != nil { return Array(reference) }
        var out = scheme + Array(":".utf8)
        if parts.authority != nil { return out + Array(reference) }
        out += Array("//".utf8) + (authority ?? [])
        if parts.path.isEmpty {
            out += path + (parts.query.isEmpty ? query : Array(parts.query))
        } else if parts.path.first == UInt8(ascii: "/") {
            out += Self.withoutDots(Array(parts.path)) + Array(parts.query)
        } else {
            let folder =
                path.lastIndex(of: UInt8(ascii: "/")).map { Array(path[...$0]) } ?? Array("/".utf8)
            out += Self.withoutDots(folder + Array(parts.path)) + Array(parts.query)
        }
        return out + Array(parts.fragment)
    }

    /// Query and fragment keep their `?` and `#`.
    private static func parts(_ address: ArraySlice<UInt8>) -> (
        scheme: ArraySlice<UInt8>?, authority: ArraySlice<UInt8>?, path: ArraySlice<UInt8>,
        query: ArraySlice<UInt8>,
        fragment: ArraySlice<UInt8>
    ) {
        var rest = address
        var scheme: ArraySlice<UInt8>?
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon > rest.startIndex,
            rest[..<colon].allSatisfy({
                (0x61...0x7A).contains($0 | 0x20)
                    || (0x2B...0x39).contains($0) && $0 != 0x2C && $0 != 0x2F
            }),
            (0x61...0x7A).contains(rest[rest.startIndex] | 0x20)
        {
            scheme = rest[..<colon]
            rest = rest[(colon + 1)...]
        }
        let hash = rest.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
        let fragment = rest[hash...]
        rest = rest[..<hash]
        let mark = rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
        let query = rest[mark...]
        rest = rest[..<mark]
        var authority: ArraySlice<UInt8>?
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = rest[..<slash]
            rest = rest[slash...]
        }
        return (scheme, authority, rest, query, fragment)
    }

    private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
        guard path.contains(UInt8(ascii: ".")) else { return path }
        var kept: [ArraySlice<UInt8>] = []
        let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if segment.elementsEqual(".".utf8) {
                if isLast { kept.append([]) }
            } else if segment.elementsEqual("..".utf8) {
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append([]) }
            } else {
                kept.append(segment)
            }
        }
        return Array(kept.joined(separator: [UInt8(ascii: "/")]))
    }
}

extension PageAddress {
    /// The last part of an address's path, without its extension; `nil` when it has none.
    static func name(of url: String) -> String? {
        guard let base = PageAddress(base: url) else { return nil }
        let last = base.path.split(separator: UInt8(ascii: "/")).last ?? []
        let name = Source(
            name: String(decoding: PercentEncoding.decoded(last), as: UTF8.self), bytes: []
        ).stem
        return name.isEmpty ? nil : name
    }

    /// What a page's relative addresses begin from: its `base` element, else where it was captured.
    static func base(of tree: HTMLTree, page: String?) -> PageAddress? {
        let own = page.flatMap { PageAddress(base: $0) }
        guard let node = tree.nodes.indices.first(where: { tree.isElement($0, .base) }),
            let href = tree.value(node, .href)
        else { return own }
        let whole = own?.absolute(href) ?? Array(href)
        return PageAddress(base: String(decoding: whole, as: UTF8.self)) ?? own
    }
}
