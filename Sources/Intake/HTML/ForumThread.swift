/// Whether a page is a thread of a forum: posts of several people, one after another, none of them
/// an article with a heading of its own.
enum ForumThread {
    static func isLikely(_ tree: HTMLTree, in chosen: Range<Int>) -> Bool {
        let posts = posts(tree, in: chosen)
        return posts >= 3 || posts == 2 && hasForumSoftware(tree)
    }

    /// Elements whose ids are those of posts (`postmessage_12`, `post-12`, `p12`), the outermost.
    private static func posts(_ tree: HTMLTree, in range: Range<Int>) -> Int {
        var count = 0
        var index = range.lowerBound
        while index < range.upperBound {
            guard tree.nodes[index].kind == .element, let id = tree.value(index, .id), isPost(id),
                !tree.subtree(of: index).contains(where: {
                    (1...3).contains(tree.nodes[$0].tag.headingLevel ?? 9)
                })
            else {
                index += 1
                continue
            }
            count += 1
            index = Int(tree.nodes[index].end)
        }
        return count
    }

    private static func isPost(_ id: ArraySlice<UInt8>) -> Bool {
        guard id.count <= 40, let digit = id.firstIndex(where: { (0x30...0x39).contains($0) }),
            id[digit...].allSatisfy({ (0x30...0x39).contains($0) })
        else { return false }
        let name = id[..<digit].filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
            .map { $0 | 0x20 }
        return names.contains(name)
    }

    private static let names: Set<[UInt8]> = Set(
        ["post", "postmessage", "pid", "msg", "message", "floor", "reply", "postid", "tpost"].map {
            Array($0.utf8)
        })

    private static func hasForumSoftware(_ tree: HTMLTree) -> Bool {
        for node in tree.nodes.indices where tree.isElement(node, .meta) {
            guard tree.string(node, .name)?.lowercased() == "generator",
                let name = tree.string(node, .content)?.lowercased()
            else { continue }
            return software.contains { name.contains($0) }
        }
        return false
    }

    private static let software = [
        "discuz", "phpbb", "vbulletin", "xenforo", "discourse", "nodebb", "flarum", "mybb",
    ]
}
