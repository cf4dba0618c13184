import Synchronization

/// A template rendered for all contexts of one shape: what stands between the words, and which
/// words follow.
struct Skeleton: Sendable {
    private struct Gap: Sendable {
        /// Where in `text` the words go.
        var offset: Int
        /// Index in `FlatContext.values`.
        var value: Int
        /// Whether the template asks for the words as text.
        var isEscaped: Bool
    }

    private var text: [UInt8] = []
    private var gaps: [Gap] = []

    /// Stands for the words with this index while the skeleton is rendered.
    ///
    /// The sign in it tells by what became of it whether the template escapes there.
    static func mark(_ index: Int) -> String { "\u{1}<\(index)\u{2}" }
    static let markStart: UInt8 = 0x01
    private static let markEnd: UInt8 = 0x02

    /// - Parameter rendered: the template rendered with `mark`s.
    init(_ rendered: String) {
        let bytes = Array(rendered.utf8)
        text.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            guard bytes[at] == Self.markStart else {
                text.append(bytes[at])
                at += 1
                continue
            }
            let isEscaped = bytes[at + 1] != UInt8(ascii: "<")
            at += 1 + (isEscaped ? "&lt;".utf8.count : 1)
            var value = 0
            while bytes[at] != Self.markEnd {
                value = value * 10 + Int(bytes[at] - UInt8(ascii: "0"))
                at += 1
            }
            at += 1
            gaps.append(Gap(offset: text.count, value: value, isEscaped: isEscaped))
        }
    }

    func filled(with values: [FlatContext.Value]) -> [UInt8] {
        var bytes: [UInt8] = []
        let size = values.reduce(text.count) {
            switch $1 {
            case .words(let words): $0 + words.utf8.count
            case .markup(let markup): $0 + markup.count
            }
        }
        bytes.reserveCapacity(size + size / 32)
        var at = 0
        for gap in gaps {
            bytes.append(contentsOf: text[at..<gap.offset])
            at = gap.offset
            switch (values[gap.value], gap.isEscaped) {
            case (.words(let words), true): HTML.append(template: words.utf8, to: &bytes)
            case (.words(let words), false): bytes.append(contentsOf: words.utf8)
            case (.markup(let markup), true): HTML.append(template: markup, to: &bytes)
            case (.markup(let markup), false): bytes.append(contentsOf: markup)
            }
        }
        bytes.append(contentsOf: text[at...])
        return bytes
    }
}

/// The skeletons of a theme's templates, each made when a context of its shape first comes.
final class SkeletonStore: Sendable {
    private struct Key: Hashable {
        var template: String
        var shape: [UInt8]
    }

    /// A theme's pages have some hundred shapes; more would be one for each page.
    private static let most = 1024

    private let skeletons = Mutex<[Key: Skeleton]>([:])

    /// - Returns: `nil` when there are too many to keep.
    func skeleton(
        of template: String, _ shape: [UInt8], or make: () -> Skeleton
    ) -> Skeleton? {
        let key = Key(template: template, shape: shape)
        let (known, isFull) = skeletons.withLock { ($0[key], $0.count >= Self.most) }
        if let known { return known }
        guard !isFull else { return nil }
        let made = make()
        skeletons.withLock { $0[key] = made }
        return made
    }
}
