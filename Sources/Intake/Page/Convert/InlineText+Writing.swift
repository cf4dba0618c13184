import Markup

extension InlineText {
    enum Context { case paragraph, heading, cell }

    /// Writes one paragraph's lines as events.
    func write(
        _ lines: [[(atom: Atom, mark: Int)]], _ context: Context,
        into builder: inout MarkdownBuilder
    ) {
        var entries: [(atom: Atom, mark: Int)] = []
        for (index, line) in lines.enumerated() {
            if index > 0 { entries.append((context == .heading ? .space : .lineBreak, -1)) }
            entries += line
        }
        var open: [Int] = []
        for (index, entry) in entries.enumerated() {
            var mark = entry.mark
            if isSpace(entry.atom) {
                let after = entries[(index + 1)...].first { !isSpace($0.atom) }?.mark ?? -1
                mark = common(open.last ?? -1, after)
            }
            move(&open, to: path(mark), &builder)
            write(entry.atom, context, &builder)
        }
        move(&open, to: [], &builder)
    }

    private func isSpace(_ atom: Atom) -> Bool {
        switch atom {
        case .space, .lineBreak: true
        case .text(let range): range.count == 2 && bytes[range].elementsEqual([0xC2, 0xA0])
        default: false
        }
    }

    private func write(_ atom: Atom, _ context: Context, _ builder: inout MarkdownBuilder) {
        switch atom {
        case .text(let range): builder.text(bytes[range])
        case .space: builder.text([0x20])
        case .lineBreak:
            if context == .cell {
                builder.leaf(.htmlInline, payload: Array("<br>".utf8))
            } else {
                builder.leaf(.lineBreak)
            }
        case .code(let words): builder.leaf(.code, payload: words)
        case .image(let address, let words, let title):
            builder.enter(.image, payload: address, extra: title)
            builder.text(words)
            builder.leave()
        case .footnote(let label): builder.leaf(.footnoteReference, payload: label)
        case .html(let html): builder.leaf(.htmlInline, payload: html)
        }
    }

    private func move(_ open: inout [Int], to path: [Int], _ builder: inout MarkdownBuilder) {
        var shared = 0
        while shared < open.count, shared < path.count, isSame(open[shared], path[shared]) {
            shared += 1
        }
        while open.count > shared, let last = open.popLast() {
            if case .tag(let name) = marks[last].mark {
                builder.leaf(.htmlInline, payload: Array("</\(name)>".utf8))
            } else {
                builder.leave()
            }
        }
        for index in path[shared...] {
            switch marks[index].mark {
            case .emphasis: builder.enter(.emphasis)
            case .strong: builder.enter(.strong)
            case .strikethrough: builder.enter(.strikethrough)
            case .link(let address, let title): builder.enter(.link, payload: address, extra: title)
            case .tag(let name): builder.leaf(.htmlInline, payload: Array("<\(name)>".utf8))
            }
            open.append(index)
        }
    }

    private func isSame(_ a: Int, _ b: Int) -> Bool {
        a == b || marks[a].mark.isSimple && marks[a].mark == marks[b].mark
    }

    /// From the outermost mark to the innermost.
    private func path(_ mark: Int) -> [Int] {
        var path: [Int] = []
        var index = mark
        while index >= 0 {
            path.append(index)
            index = marks[index].parent
        }
        return path.reversed()
    }

    private func common(_ a: Int, _ b: Int) -> Int {
        var shared = -1
        for (x, y) in zip(path(a), path(b)) {
            guard isSame(x, y) else { break }
            shared = x
        }
        return shared
    }
}
