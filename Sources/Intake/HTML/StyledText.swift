/// Emphasis that a page makes with style instead of an element.
enum StyledText {
    static func mark(of node: Int, in tree: HTMLTree) -> InlineText.Mark? {
        if let name = tree.value(node, .class) {
            if name.elementsEqual("bjh-strong".utf8) || name.elementsEqual("bold".utf8) {
                return .strong
            }
            if name.elementsEqual("italic".utf8) { return .emphasis }
        }
        guard let style = tree.value(node, .style), style.count < 400 else { return nil }
        let plain = style.filter { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        func says(_ words: String) -> Bool { plain.firstRange(of: Array(words.utf8)) != nil }
        if says("font-weight:bold") || says("font-weight:700") || says("font-weight:800")
            || says("font-weight:600")
        {
            return .strong
        }
        if says("font-style:italic") || says("text-emphasis:dot") || says("text-emphasis-style:dot")
            || says("text-emphasis:filled")
        {
            return .emphasis
        }
        return says("text-decoration:line-through") ? .strikethrough : nil
    }
}
