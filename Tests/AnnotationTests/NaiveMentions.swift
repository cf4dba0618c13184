import Archive
import Foundation
import Text

@testable import Annotation

/// Mentions found by trying every name at every place: slow, and plain enough to be believed.
///
/// It knows the rules of text (folding, boundaries, `not`, the longest from left to right, names of
/// several entities) and nothing of everyday words and decisions.
struct NaiveMentions {
    /// A scalar of the text that is compared, and where it stands.
    private struct Letter {
        var scalar: UInt32
        var kind: ScalarClass
        /// Bytes of the plain text.
        var range: Range<Int>
    }

    private struct Hit: Hashable {
        /// Indices of letters.
        var span: Range<Int>
        var entity: Int
    }

    private struct Name {
        var letters: [UInt32]
        var entity: Int
        var isName: Bool
        var isPerson: Bool
        var hasSpace: Bool
        var text: String
    }

    private var names: [Name] = []

    init(_ archive: Archive) {
        for (entity, value) in archive.entities.enumerated() {
            for alias in value.allAliases
            where alias.text.unicodeScalars.contains(where: NameCheck.names) {
                add(alias.text, entity, isName: true, value.kind == .person)
            }
            for string in value.not { add(string.value, entity, isName: false, false) }
        }
    }

    private mutating func add(_ text: String, _ entity: Int, isName: Bool, _ isPerson: Bool) {
        let letters = Self.letters(Self.scalars(Array(text.utf8), from: 0)).map(\.scalar)
        guard !letters.isEmpty else { return }
        names.append(
            Name(
                letters: letters, entity: entity, isName: isName, isPerson: isPerson,
                hasSpace: text.unicodeScalars.contains { ScalarClass($0.value) == .space },
                text: text))
    }

    /// `range=entity`, and `range?entities` of names that nothing decides, in bytes of the plain
    /// text, by start.
    func found(in text: ArticleText) -> [String] {
        let plain = text.plain.utf8
        let scalars = Self.scalars(plain, from: 0)
        var decided: [(Range<Int>, [Int])] = []
        for block in text.plain.blocks where block.kind != .code {
            let letters = Self.letters(
                Self.scalars(Array(plain[block.range]), from: block.range.lowerBound))
            decided += chosen(hits(letters, scalars), letters)
        }
        let alone = Set(decided.filter { $0.1.count == 1 }.flatMap { $0.1 })
        return decided.map { range, entities in
            let named = entities.count == 1 ? entities : entities.filter(alone.contains)
            return named.count == 1
                ? "\(range)=\(named[0])"
                : "\(range)?\(entities.map(String.init).joined(separator: ","))"
        }
    }

    // MARK: Rules

    private func hits(_ letters: [Letter], _ scalars: [Letter]) -> [Hit] {
        let text = letters.map(\.scalar)
        var hits = Set<Hit>()
        var protected = Set<Hit>()
        var denied = Set<Hit>()
        for start in letters.indices {
            for name in names where text[start] == name.letters[0] {
                let span = start..<start + name.letters.count
                guard span.upperBound <= letters.count, Array(text[span]) == name.letters else {
                    continue
                }
                let bytes = Self.bytes(span, letters)
                let first = scalars.firstIndex { $0.range.lowerBound == bytes.lowerBound } ?? 0
                let last = scalars.firstIndex { $0.range.upperBound == bytes.upperBound } ?? 0
                let before = Array(scalars[..<first].reversed())
                let behind = Array(scalars[(last + 1)...])
                let end = scalars[...last].last { $0.kind != .zeroWidth } ?? scalars[last]
                guard Self.ends(scalars[first], at: before), Self.ends(end, at: behind),
                    !Self.isPicture(scalars[first]) || before.first?.scalar != 0x200D,
                    !Self.isPicture(scalars[last]) || behind.first.map(Self.joins) != true
                else { continue }
                guard !name.isName || Self.mayBePadded(name, text: bytes, scalars) else { continue }
                let hit = Hit(span: span, entity: name.entity)
                let words = Self.words(bytes, scalars)
                if name.isName {
                    if Self.hasLetters(name.text, words, bytes, scalars) { hits.insert(hit) }
                } else if names.contains(where: {
                    $0.isName && $0.entity == name.entity && $0.letters == name.letters
                }) {
                    // The same name, so it is meant as it is written.
                    if Self.isSame(name.text, words) { denied.insert(hit) }
                } else {
                    protected.insert(hit)
                }
            }
        }
        return hits.filter { hit in
            !denied.contains(hit)
                && !protected.contains {
                    $0.entity == hit.entity && $0.span != hit.span && $0.span.contains(hit.span)
                }
        }
    }

    private static func words(_ bytes: Range<Int>, _ scalars: [Letter]) -> String {
        string(scalars.filter { bytes.contains($0.range.lowerBound) })
    }

    private static func string(_ letters: [Letter]) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters.compactMap { Unicode.Scalar($0.scalar) })
        return String(text)
    }

    private static func cased(_ text: String) -> [Bool] {
        text.filter(\.isCased).map(\.isUppercase)
    }

    private static func isSame(_ a: String, _ b: String) -> Bool {
        func han(_ text: String) -> [UInt32] {
            text.unicodeScalars.map(\.value).filter { ScalarClass($0) == .han }
        }
        return cased(a) == cased(b) && han(a) == han(b)
    }

    /// A name with a capital first needs one; a short one in capitals needs all; between Han
    /// characters any letters do.
    private static func hasLetters(
        _ name: String, _ words: String, _ bytes: Range<Int>, _ scalars: [Letter]
    ) -> Bool {
        let (wanted, found) = (cased(name), cased(words))
        guard wanted.first == true else { return true }
        let isShort = 2...3 ~= wanted.count && !wanted.contains(false)
        if isShort ? !found.contains(false) : found.first == true { return true }
        func isHan(_ letters: [Letter]) -> Bool? {
            for letter in letters {
                if letter.scalar == 0x0A { return nil }
                if letter.kind == .space || letter.kind == .zeroWidth { continue }
                if "\"'“”‘’「」『』《》".unicodeScalars.contains(where: { $0.value == letter.scalar }) {
                    continue
                }
                let isMark = 0x3001...0x303F ~= letter.scalar || 0xFF01...0xFF60 ~= letter.scalar
                return letter.kind == .han || letter.kind == .other && isMark
            }
            return nil
        }
        let before = isHan(scalars.filter { $0.range.upperBound <= bytes.lowerBound }.reversed())
        let behind = isHan(scalars.filter { $0.range.lowerBound >= bytes.upperBound })
        return (before ?? behind ?? false) && (behind ?? before ?? false)
    }

    /// White space between two Han characters divides names, unless it pads a person's short name.
    private static func mayBePadded(_ name: Name, text: Range<Int>, _ scalars: [Letter]) -> Bool {
        let inside = scalars.filter { text.contains($0.range.lowerBound) && $0.kind != .zeroWidth }
        let isPadded = inside.indices.dropFirst().dropLast().contains { at in
            guard inside[at].kind == .space else { return false }
            let before = inside[..<at].last { $0.kind != .space }
            let behind = inside[at...].first { $0.kind != .space }
            let gap =
                inside[..<at].reversed().prefix { $0.kind == .space }
                + inside[at...].prefix { $0.kind == .space }
            return before.map { isIdeograph($0.scalar) } == true
                && behind.map { isIdeograph($0.scalar) } == true
                && !gap.contains { $0.scalar == 0x0A }
        }
        return !isPadded || name.hasSpace
            || name.isPerson && 2...3 ~= name.letters.count && name.letters.allSatisfy(isIdeograph)
    }

    /// Whether a word or number that ends in a scalar does not go on in those beside it.
    private static func ends(_ edge: Letter, at beside: [Letter]) -> Bool {
        let shown = beside.filter { $0.kind != .zeroWidth }
        guard edge.kind == .word, let next = shown.first else { return true }
        let isNumber =
            isDigit(edge) && (next.scalar == 0x2E || next.scalar == 0x2C)
            && shown.count > 1 && isDigit(shown[1])
        return next.kind != .word && !isNumber
    }

    private static func isPicture(_ letter: Letter) -> Bool {
        letter.scalar > 0x2000 && letter.kind == .other || letter.scalar == 0xFE0F
    }

    /// A joiner of two pictures, or the color of the skin in the one before.
    private static func joins(_ letter: Letter) -> Bool {
        letter.scalar == 0x200D || 0x1F3FB...0x1F3FF ~= letter.scalar
    }

    private static func isDigit(_ letter: Letter) -> Bool {
        0x30...0x39 ~= Folding.fold(letter.scalar)
    }

    /// From left to right the longest, or the shortest that lets a name behind it stand that is
    /// not shorter than the longest and ends behind it.
    private func chosen(_ hits: [Hit], _ letters: [Letter]) -> [(Range<Int>, [Int])] {
        func size(_ span: Range<Int>) -> Int {
            span.reduce(0) { $0 + UTF8.width(Unicode.Scalar(letters[$1].scalar) ?? " ") }
        }
        func spans(at start: Int) -> [Range<Int>] {
            Set(hits.map(\.span).filter { $0.lowerBound == start }).sorted { $0.count > $1.count }
        }
        var chosen: [(Range<Int>, [Int])] = []
        var at = 0
        while at < letters.count {
            let here = spans(at: at)
            guard let longest = here.first else {
                at += 1
                continue
            }
            let split = here.dropFirst().last { shorter in
                guard let next = spans(at: shorter.upperBound).first else { return false }
                return next.upperBound > longest.upperBound && size(next) >= size(longest)
            }
            let span = split ?? longest
            chosen.append(
                (Self.bytes(span, letters), hits.filter { $0.span == span }.map(\.entity).sorted()))
            at = span.upperBound
        }
        return chosen
    }

    private static func bytes(_ span: Range<Int>, _ letters: [Letter]) -> Range<Int> {
        letters[span.lowerBound].range.lowerBound..<letters[span.upperBound - 1].range.upperBound
    }

    // MARK: Text

    /// - Parameter start: bytes before the text.
    private static func scalars(_ text: [UInt8], from start: Int) -> [Letter] {
        var at = start
        return String(decoding: text, as: UTF8.self).unicodeScalars.map { scalar in
            let range = at..<at + UTF8.width(scalar)
            at = range.upperBound
            return Letter(scalar: scalar.value, kind: ScalarClass(scalar.value), range: range)
        }
    }

    /// Folded; without what has no width; white space as one space where it counts.
    private static func letters(_ scalars: [Letter]) -> [Letter] {
        var letters: [Letter] = []
        var gap: [Int] = []
        var at = 0
        while at < scalars.count {
            let scalar = scalars[at]
            if scalar.kind == .space || scalar.kind == .zeroWidth {
                let isSelector = 0xFE00...0xFE0F ~= scalar.scalar
                if isSelector, let last = letters.last,
                    last.range.upperBound == scalar.range.lowerBound
                {
                    letters[letters.count - 1].range =
                        last.range.lowerBound..<scalar.range.upperBound
                } else if scalar.kind == .space {
                    gap.append(at)
                }
                at += 1
                continue
            }
            if let space = gap.first, let before = letters.last,
                !isDropped(gap, scalars, before.kind, scalar.kind)
            {
                letters.append(Letter(scalar: 0x20, kind: .space, range: scalars[space].range))
            }
            gap = []
            letters += character(scalars, &at)
        }
        return letters
    }

    /// A character with its marks, folded.
    private static func character(_ scalars: [Letter], _ at: inout Int) -> [Letter] {
        let base = scalars[at]
        var parts = [base]
        var end = at + 1
        var last = base
        while end < scalars.count, !isIdeograph(base.scalar) {
            if scalars[end].kind == .zeroWidth {
                end += 1
            } else if isMark(scalars[end].scalar) {
                parts.append(scalars[end])
                last = scalars[end]
                end += 1
            } else {
                break
            }
        }
        at = (scalars.firstIndex { $0.range == last.range } ?? at) + 1
        guard parts.count > 1 else {
            return [Letter(scalar: mark(at - 1, scalars), kind: base.kind, range: base.range)]
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: parts.compactMap { Unicode.Scalar($0.scalar) })
        let range = base.range.lowerBound..<last.range.upperBound
        return String(text).precomposedStringWithCanonicalMapping.unicodeScalars.map {
            Letter(scalar: Folding.fold($0.value), kind: base.kind, range: range)
        }
    }

    private static func isMark(_ scalar: UInt32) -> Bool {
        scalar >= 0x300 && ScalarClass(scalar) == .word
            && String(String.UnicodeScalarView(["a", Unicode.Scalar(scalar) ?? "b"])).count == 1
    }

    private static func isIdeograph(_ scalar: UInt32) -> Bool { 0x4E00...0x9FFF ~= scalar }

    /// Middle dots, hyphens and minus signs by what is beside them.
    private static func mark(_ at: Int, _ scalars: [Letter]) -> UInt32 {
        let shown = scalars.enumerated().filter { $1.kind != .zeroWidth }
        let before = shown.last { $0.offset < at }?.element
        let behind = shown.first { $0.offset > at }?.element
        let isNumber = behind.map(isDigit) ?? false
        switch Folding.fold(scalars[at].scalar) {
        case "·", "•", "・": return isNumber && before.map(isDigit) == true ? 0xB7 : 0x2E
        case 0x2D, 0x2010, 0x2013: return isNumber && before?.kind != .word ? 0x2212 : 0x2D
        case 0x2212: return isNumber ? 0x2212 : 0x2D
        case let folded: return folded
        }
    }

    private static func isDropped(
        _ gap: [Int], _ scalars: [Letter], _ before: ScalarClass, _ behind: ScalarClass
    ) -> Bool {
        let left = Array(scalars[..<gap[0]].reversed().filter { $0.kind != .zeroWidth })
        let right = scalars[(gap[gap.count - 1] + 1)...].filter { $0.kind != .zeroWidth }
        func isDot(_ letter: Letter?) -> Bool {
            letter.map { "·•・".unicodeScalars.map(\.value).contains($0.scalar) } ?? false
        }
        switch (before, behind) {
        case (.han, .word), (.word, .han): return true
        case (.han, .other): return isDot(right.first)
        case (.other, .han): return isDot(left.first)
        case (.han, .han):
            if gap.contains(where: { scalars[$0].scalar == 0x0A }) { return true }
            let (a, b) = (
                left.prefix { isIdeograph($0.scalar) }, right.prefix { isIdeograph($0.scalar) }
            )
            if a.count == 1, b.count == 1 { return true }
            if gap.contains(where: { scalars[$0].scalar == "\u{3000}" }) { return true }
            func isOpen(_ next: Letter?) -> Bool { next.map { $0.kind == .other } ?? true }
            return a.count + b.count == 3 && isOpen(left.dropFirst(a.count).first)
                && isOpen(right.dropFirst(b.count).first)
        default: return false
        }
    }
}
