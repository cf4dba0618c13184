import Text

/// A small part of CSS's selectors: compounds of tag, class, id and attribute (`=`, `*=`, `^=`,
/// `$=`), with descendants.
struct PageSelector: Sendable {
    private struct Compound: Sendable {
        var tag: HTMLTag?
        var id: String?
        var classes: [[UInt8]] = []
        var attributes: [(name: HTMLAttribute, test: Test, value: [UInt8])] = []
    }

    private enum Test {
        case exists, equals, contains, begins, ends
    }

    private var compounds: [Compound] = []

    /// `nil` if it is not valid, or needs attributes that are not kept.
    init?(_ text: String) {
        for part in text.split(separator: " ") {
            guard let compound = Self.compound(String(part)) else { return nil }
            compounds.append(compound)
        }
        if compounds.isEmpty { return nil }
    }

    private static func compound(_ text: String) -> Compound? {
        var compound = Compound()
        var rest = Substring(text)
        let name = rest.prefix { $0 != "." && $0 != "#" && $0 != "[" }
        if !name.isEmpty {
            let tag = HTMLTag.named(name.lowercased())
            guard tag != .other else { return nil }
            compound.tag = tag
            rest = rest.dropFirst(name.count)
        }
        while let mark = rest.first {
            rest = rest.dropFirst()
            if mark == "[" {
                guard let end = rest.firstIndex(of: "]") else { return nil }
                let pair = rest[..<end].split(separator: "=", maxSplits: 1)
                guard var key = pair.first else { return nil }
                var test = pair.count > 1 ? Test.equals : .exists
                for (sign, other) in [("*", Test.contains), ("^", .begins), ("$", .ends)]
                where key.hasSuffix(sign) {
                    key = key.dropLast()
                    test = other
                }
                guard let attribute = HTMLAttribute.named(String(key)) else { return nil }
                let value = pair.count > 1 ? pair[1].filter { $0 != "\"" && $0 != "'" } : ""
                if value.isEmpty { test = .exists }
                compound.attributes.append((attribute, test, Array(value.utf8)))
                rest = rest[rest.index(after: end)...]
                continue
            }
            let word = rest.prefix { $0 != "." && $0 != "#" && $0 != "[" }
            guard !word.isEmpty else { return nil }
            if mark == "." {
                compound.classes.append(Array(word.utf8))
            } else if mark == "#" {
                compound.id = String(word)
            } else {
                return nil
            }
            rest = rest.dropFirst(word.count)
        }
        return compound
    }

    func first(in tree: HTMLTree) -> Int? {
        tree.nodes.indices.first { matches($0, tree) }
    }

    func all(in tree: HTMLTree) -> [Int] {
        tree.nodes.indices.filter { matches($0, tree) }
    }

    private func matches(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard tree.nodes[node].kind == .element, let last = compounds.last,
            Self.matches(last, node, tree)
        else { return false }
        var index = compounds.count - 2
        var current = node
        while index >= 0 {
            guard let parent = tree.parent(of: current) else { return false }
            if Self.matches(compounds[index], parent, tree) { index -= 1 }
            current = parent
        }
        return true
    }

    /// Whether a list of names apart by white space has one.
    private static func has(_ name: [UInt8], in names: ArraySlice<UInt8>) -> Bool {
        var index = names.startIndex
        while index < names.endIndex {
            var end = index
            while end < names.endIndex, names[end] > 0x20 { end += 1 }
            if end - index == name.count, names[index..<end].elementsEqual(name) { return true }
            index = end + 1
        }
        return false
    }

    private static func matches(_ compound: Compound, _ node: Int, _ tree: HTMLTree) -> Bool {
        if let tag = compound.tag, tree.nodes[node].tag != tag { return false }
        if let id = compound.id, tree.value(node, .id)?.elementsEqual(id.utf8) != true {
            return false
        }
        if !compound.classes.isEmpty {
            guard let names = tree.value(node, .class) else { return false }
            for name in compound.classes where !Self.has(name, in: names) { return false }
        }
        for (name, test, value) in compound.attributes {
            guard let found = tree.value(node, name) else { return false }
            let fits =
                switch test {
                case .exists: true
                case .equals: found.elementsEqual(value)
                case .begins: found.starts(with: value)
                case .ends: found.suffix(value.count).elementsEqual(value)
                case .contains: ByteSearch.contains(value, in: Array(found))
                }
            if !fits { return false }
        }
        return true
    }
}
