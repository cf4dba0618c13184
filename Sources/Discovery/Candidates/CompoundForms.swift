import Annotation
import Text

/// The forms of one article that are built like names: runs of Latin words, words after the name of
/// an owner (腾讯|会议), words with an ending of organizations or products (大模型|部).
struct CompoundForms: Sendable {
    /// Longest compound, in words and in bytes.
    private static let longest = (words: 5, bytes: 42)

    let vocabulary: CompoundWords
    let words: EverydayWords
    /// Kinds of known names and of those that the model is sure of, by folded form.
    let names: [[UInt8]: NameKind]
    /// What the model sees: of compounds without an owner, and of those without an ending, only
    /// these can score.
    let seen: FormTable

    func forms(in folded: FoldedText, of text: ArticleText) -> FormTable {
        let segmentation = TokenSegmentation(words) { names[Array($0)] != nil }
        var forms: FormTable = [:]
        for block in folded.bytes.split(separator: 0x0A) {
            let tokens = segmentation.tokens(of: folded.bytes, in: block.indices)
            // In Latin text every sentence begins with a capital; among Han characters a capital
            // is a sign.
            let hasHan = tokens.contains { $0.kind == .han }
            for index in tokens.indices where tokens[index].kind != .mark {
                if hasHan { latinRuns(tokens, index, folded, text, &forms) }
                compounds(tokens, index, folded.bytes, &forms)
            }
        }
        return forms
    }

    /// Runs of one to four Latin words, each with a capital or a digit, that begin at `index`.
    private func latinRuns(
        _ tokens: [TokenSegmentation.Token], _ index: Int, _ folded: FoldedText,
        _ text: ArticleText, _ forms: inout FormTable
    ) {
        var last = index
        var hasLetter = false
        while last < tokens.count, last - index < 4, tokens[last].kind == .latin {
            let written = text.plain.utf8[folded.original(tokens[last].range)]
            let isCapital = written.contains { 0x41...0x5A ~= $0 }
            let isDigit = written.contains { 0x30...0x39 ~= $0 }
            guard isCapital || isDigit else { return }
            hasLetter =
                hasLetter || isCapital || written.contains { 0x61...0x7A ~= $0 || $0 > 0x7F }
            let range = tokens[index].range.lowerBound..<tokens[last].range.upperBound
            if hasLetter, range.count > 1 {
                forms[Array(folded.bytes[range]), default: FormEvidence()].isLatinRun = true
            }
            last += 1
        }
    }

    /// Counts names that are words of the segmentation, and compounds of two to five words that
    /// begin at `index`.
    private func compounds(
        _ tokens: [TokenSegmentation.Token], _ index: Int, _ bytes: [UInt8],
        _ forms: inout FormTable
    ) {
        let first = bytes[tokens[index].range]
        let kind = names[Array(first)]
        if kind != nil { forms[Array(first), default: FormEvidence()].wholeWords += 1 }
        guard !vocabulary.isStop(first) else { return }
        let hasOwner = kind == .organization || kind == .product
        var namesAfterOthers = false
        var others = kind == nil
        for last in tokens.indices.dropFirst(index + 1).prefix(Self.longest.words - 1) {
            let word = bytes[tokens[last].range]
            let range = tokens[index].range.lowerBound..<tokens[last].range.upperBound
            guard tokens[last].kind != .mark, !vocabulary.isStop(word),
                range.count <= Self.longest.bytes
            else { return }
            if names[Array(word)] == nil {
                others = true
            } else if others {
                namesAfterOthers = true
            }
            let isOrganization = vocabulary.isOrganizationEnding(word)
            let isProduct = vocabulary.isProductEnding(word)
            guard hasOwner || isOrganization || isProduct else { continue }
            let form = Array(bytes[range])
            guard hasOwner && (isOrganization || isProduct) || seen[form] != nil else { continue }
            var evidence = forms.removeValue(forKey: form) ?? FormEvidence()
            evidence.hasOwner = hasOwner
            if isOrganization { evidence.hasOrganizationEnding = true }
            if isProduct { evidence.hasProductEnding = true }
            if namesAfterOthers { evidence.holdsSeveralNames = true }
            if kind == .product, last == index + 1, vocabulary.isGeneric(word) {
                evidence.hasGenericHead = true
            }
            forms[form] = evidence
        }
    }
}
