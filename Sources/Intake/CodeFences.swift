/// Which lines stand inside a fenced code block, fences included: no rule of intake looks at those.
enum CodeFences {
    static func mask(_ lines: [String]) -> [Bool] {
        var inside: (mark: UInt8, length: Int)?
        return lines.map { line in
            let spaces = line.utf8.prefix { $0 == 0x20 }.count
            let rest = line.utf8.dropFirst(spaces)
            guard spaces <= 3, let mark = rest.first, mark == 0x60 || mark == 0x7E else {
                return inside != nil
            }
            let length = rest.prefix { $0 == mark }.count
            guard length >= 3 else { return inside != nil }
            if let open = inside {
                let closes = mark == open.mark && length >= open.length
                if closes, rest.dropFirst(length).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                    inside = nil
                }
                return true
            }
            if mark == 0x60, rest.dropFirst(length).contains(0x60) { return false }
            inside = (mark, length)
            return true
        }
    }
}
