import Text

/// A paragraph of thousands of characters whose own marks say where its sections begin: signs such
/// as `▌`, ascending numbers (`01.`, `二、`), or short leads in bold after the end of a sentence.
///
/// Without such marks it stays whole.
extension InlineText {
    typealias Entry = (atom: Atom, mark: Int)

    /// In bytes: a thousand Han characters.
    private static let longParagraph = 3000

    func divided(_ lines: [[Entry]]) -> [[[Entry]]] {
        let length = lines.joined().reduce(0) { $0 + ($1.atom.range?.count ?? 1) }
        guard length >= Self.longParagraph else { return [lines] }
        var paragraphs: [[[Entry]]] = []
        for line in lines {
            let parts = parts(of: line)
            if parts.count == 1, !paragraphs.isEmpty {
                paragraphs[paragraphs.count - 1].append(line)
            } else {
                paragraphs += parts.map { [$0] }
            }
        }
        return paragraphs.count > 1 ? paragraphs : [lines]
    }

    private func parts(of line: [Entry]) -> [[Entry]] {
        var text: [UInt8] = []
        var starts: [Int] = []
        for entry in line {
            starts.append(text.count)
            if let range = entry.atom.range { text += bytes[range] } else { text.append(0x20) }
        }
        var cuts = Self.signs(in: text)
        if cuts.count < 2 { cuts = SectionNumbers.starts(in: text) }
        if cuts.count < 2 { cuts = leads(of: line, starts, text) }
        guard cuts.count >= 2 else { return [line] }
        return split(line, starts, at: cuts.filter { $0 > 0 })
    }

    private static func signs(in text: [UInt8]) -> [Int] {
        for sign in WordList.blocks["section-sign"].map({ Array($0.utf8) }) {
            var found: [Int] = []
            var from = 0
            while let range = text[from...].firstRange(of: sign) {
                found.append(range.lowerBound)
                from = range.upperBound
            }
            if found.count >= 2 { return found }
        }
        return []
    }

    /// Starts of short runs in bold that follow the end of a sentence.
    private func leads(of line: [Entry], _ starts: [Int], _ text: [UInt8]) -> [Int] {
        var found: [Int] = []
        var index = 0
        while index < line.count {
            guard isBold(line[index].mark), line[index].atom.range != nil else {
                index += 1
                continue
            }
            let first = index
            while index < line.count, isBold(line[index].mark) { index += 1 }
            let end = index < line.count ? starts[index] : text.count
            if end - starts[first] <= 150,
                starts[first] == 0 || SectionNumbers.endsSentence(text[..<starts[first]])
            {
                found.append(starts[first])
            }
        }
        return found
    }

    private func isBold(_ mark: Int) -> Bool {
        var mark = mark
        while mark >= 0 {
            if marks[mark].mark == .strong { return true }
            mark = marks[mark].parent
        }
        return false
    }

    private func split(_ line: [Entry], _ starts: [Int], at cuts: [Int]) -> [[Entry]] {
        var parts: [[Entry]] = [[]]
        var cuts = cuts[...]
        for (index, entry) in line.enumerated() {
            guard var range = entry.atom.range else {
                parts[parts.count - 1].append(entry)
                continue
            }
            let start = starts[index]
            let end = start + range.count
            let offset = range.lowerBound - start
            while let cut = cuts.first, cut < end {
                cuts.removeFirst()
                let at = cut + offset
                if at > range.lowerBound {
                    parts[parts.count - 1].append((.text(range.lowerBound..<at), entry.mark))
                }
                range = at..<range.upperBound
                if !parts[parts.count - 1].isEmpty { parts.append([]) }
            }
            parts[parts.count - 1].append((.text(range), entry.mark))
        }
        return parts.filter { !$0.isEmpty }
    }
}

extension InlineText.Atom {
    /// Of running text.
    fileprivate var range: Range<Int>? {
        if case .text(let range) = self { range } else { nil }
    }
}

/// Numbers in running text that ascend from one: `01.`, `1、`, `一、`.
enum SectionNumbers {
    /// Where each begins; at least two, else none.
    static func starts(in text: [UInt8]) -> [Int] {
        for style in [padded, plain, han] {
            var found: [Int] = []
            var from = 0
            var number = 1
            while number < 100, let next = first(style(number), in: text, from: from) {
                found.append(next)
                from = next + 1
                number += 1
            }
            if found.count >= 2 { return found }
        }
        return []
    }

    private static func padded(_ number: Int) -> [[UInt8]] {
        let digits = number < 10 ? "0\(number)" : String(number)
        return [".", "．", "、", " ", "|", "｜"].map { Array((digits + $0).utf8) }
    }

    private static func plain(_ number: Int) -> [[UInt8]] {
        [".", "．", "、"].map { Array((String(number) + $0).utf8) }
    }

    private static func han(_ number: Int) -> [[UInt8]] {
        let digits = Array("一二三四五六七八九")
        let words =
            number < 10
            ? String(digits[number - 1])
            : number < 20 ? "十" + (number == 10 ? "" : String(digits[number - 11])) : ""
        return words.isEmpty ? [] : [Array((words + "、").utf8)]
    }

    /// The first place of one of some words where a sentence may begin; not in `3.5`.
    private static func first(_ words: [[UInt8]], in text: [UInt8], from: Int) -> Int? {
        var best: Int?
        for word in words {
            var start = from
            while start < text.count, let range = text[start...].firstRange(of: word) {
                let after = range.upperBound < text.count ? text[range.upperBound] : 0
                if range.lowerBound == 0 || endsSentence(text[..<range.lowerBound]),
                    !(0x30...0x39).contains(after)
                {
                    best = min(best ?? range.lowerBound, range.lowerBound)
                    break
                }
                start = range.lowerBound + 1
            }
        }
        return best
    }

    /// Whether text ends with a stop, quotation marks and white space after it included.
    static func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
        var text = text
        while let last = text.last {
            if last <= 0x20 {
                text.removeLast()
            } else if text.suffix(3).elementsEqual("\u{3000}".utf8) {
                text = text.dropLast(3)
            } else {
                break
            }
        }
        return text.isEmpty || ends.contains { text.suffix($0.count).elementsEqual($0) }
    }

    private static let ends = ["。", "！", "？", "”", "」", "…", ".", "!", "?", "\""].map {
        Array($0.utf8)
    }
}
