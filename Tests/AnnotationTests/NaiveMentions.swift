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
    }

    private var names: [Name] = []

    init(_ archive: Archive) {
        for (entity, value) in archive.entities.enumerated() {
            for alias in value.allAliases
            where alias.text.unicodeScalars.contains(where: NameCheck.names) {
                add(alias.text, entity, isName: true)
            }
            for string in value.not { add(string.value, entity, isName: false) }
        }
    }

    private mutating func add(_ text: String, _ entity: Int, isName: Bool) {
        for spelling in [
            text, text.precomposedStringWithCanonicalMapping,
            text.decomposedStringWithCanonicalMapping,
        ] {
            let letters = Self.letters(Self.scalars(Array(spelling.utf8), from: 0)).map(\.scalar)
            guard !letters.isEmpty else { continue }
            names.append(Name(letters: letters, entity: entity, isName: isName))
        }
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
                guard Self.ends(scalars[first], at: before), Self.ends(scalars[last], at: behind),
                    !Self.isPicture(scalars[first]) || before.first?.scalar != 0x200D,
                    !Self.isPicture(scalars[last]) || behind.first.map(Self.joins) != true
                else { continue }
                let hit = Hit(span: span, entity: name.entity)
                if name.isName { hits.insert(hit) } else { protected.insert(hit) }
            }
        }
        return hits.filter { hit in
            !protected.contains {
                $0.entity == hit.entity && $0.span != hit.span && $0.span.contains(hit.span)
            }
        }
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
        letter.scalar > 0x2000 && letter.kind == .other
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
        var gap: [Letter] = []
        for var scalar in scalars where scalar.kind != .zeroWidth {
            if scalar.kind == .space {
                gap.append(scalar)
                continue
            }
            if let space = gap.first, let before = letters.last {
                let isDropped =
                    switch (before.kind, scalar.kind) {
                    case (.han, .word), (.word, .han): true
                    case (.han, .han): gap.contains { $0.scalar == 0x0A }
                    default: false
                    }
                if !isDropped {
                    letters.append(Letter(scalar: 0x20, kind: .space, range: space.range))
                }
            }
            gap = []
            scalar.scalar = Folding.fold(scalar.scalar)
            letters.append(scalar)
        }
        return letters
    }
}
