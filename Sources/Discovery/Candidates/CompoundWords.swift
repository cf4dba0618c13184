import Text

/// Words that compounds are recognized by.
///
/// A line of the list: a word and its class, separated by a tab: `stop` (is in no
/// name), `organization` and `product` (endings of names), `generic` (a
/// word for what a name names, not part of it), `term` (a term or abbreviation that is not a
/// name); `#` begins a comment.
struct CompoundWords: Sendable {
    private enum Class: Substring {
        case stop, organization, product, generic, term
    }

    private var words: [Class: Set<[UInt8]>] = [:]

    struct Malformed: Error {
        /// From 1.
        var line: Int
        var text: String
    }

    init(_ list: String) throws(Malformed) {
        for (index, line) in list.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let parts = line.split(separator: "\t")
            guard parts.count == 2, let kind = Class(rawValue: parts[0]) else {
                throw Malformed(line: index + 1, text: String(line))
            }
            for word in parts[1].split(separator: " ") {
                words[kind, default: []].insert(FoldedText.key(String(word)))
            }
        }
    }

    func isStop(_ word: some Sequence<UInt8>) -> Bool { isIn(.stop, word) }
    func isOrganizationEnding(_ word: some Sequence<UInt8>) -> Bool { isIn(.organization, word) }
    func isProductEnding(_ word: some Sequence<UInt8>) -> Bool { isIn(.product, word) }
    func isGeneric(_ word: some Sequence<UInt8>) -> Bool { isIn(.generic, word) }
    func isTerm(_ word: some Sequence<UInt8>) -> Bool { isIn(.term, word) }

    private func isIn(_ kind: Class, _ word: some Sequence<UInt8>) -> Bool {
        words[kind]?.contains(Array(word)) ?? false
    }
}
