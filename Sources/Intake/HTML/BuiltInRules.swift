import CAssets

/// The rules for sites that the program knows: the files of `rules/`, embedded.
enum BuiltInRules {
    static let all: [SiteRule] = (0..<Int(variorum_rule_count())).map { index in
        let file = variorum_rule(Int32(index))
        let bytes = UnsafeBufferPointer(start: file.data, count: file.size)
        let name = Source(name: String(cString: file.name), bytes: []).stem
        return SiteRule.read(String(decoding: bytes, as: UTF8.self), name: name).rule
    }
}
