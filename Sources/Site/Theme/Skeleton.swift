import Synchronization

/// A template rendered for all contexts of one shape: the constant text, and the gaps in it that
/// values fill.
struct Skeleton: Sendable {
    private struct Gap: Sendable {
        /// Offset in `text` at which the value is inserted.
        var offset: Int
        /// Index in `FlatContext.values`.
        var value: Int
        /// Whether the template escapes the value.
        var isEscaped: Bool
    }

    private var text: [UInt8] = []
    private var gaps: [Gap] = []

    /// A placeholder for the value with this index while the skeleton is rendered.
    ///
    /// It contains a `<`, which is escaped in the output if the template escapes the value.
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

/// The skeletons of a theme's templates, each rendered at the first context of its shape.
final class SkeletonStore: Sendable {
    private struct Key: Hashable {
        var template: String
        var shape: [UInt8]
    }

    /// Pages usually have about a hundred shapes.
    ///
    /// The limit bounds memory when each page has its own.
    private static let most = 1024

    private let skeletons = Mutex<[Key: Skeleton]>([:])

    /// - Returns: `nil` when the store is full.
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
