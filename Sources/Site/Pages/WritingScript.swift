import Text

/// The script that a name is written in, as far as its characters decide it.
///
/// Characters that simplified and traditional writing share tell nothing: 微信 is `shared`. A
/// character that only one of the two has decides: 騰 is `traditional`, 腾 `simplified`.
enum WritingScript: String, CaseIterable {
    case simplified, traditional, shared, latin, other

    init(of name: some StringProtocol) {
        var hasHan = false
        var hasLatin = false
        var hasOther = false
        var isSimplified = false
        for scalar in name.unicodeScalars.lazy.map(\.value) {
            switch scalar {
            case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3FFFF:
                hasHan = true
                if Folding.fold(scalar) != scalar {
                    self = .traditional
                    return
                }
                isSimplified = isSimplified || Self.simplifiedOnly.contains(scalar)
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0xFF21...0xFF5A: hasLatin = true
            default:
                let folded = Folding.fold(scalar)
                hasOther = hasOther || folded > 0x7F && ScalarClass(folded) == .word
            }
        }
        if hasHan {
            self = isSimplified ? .simplified : .shared
        } else {
            self = hasLatin && !hasOther ? .latin : .other
        }
    }

    /// The interface's word for it in strings.json.
    var key: String { "script-\(rawValue)" }

    /// What some traditional character folds to.
    ///
    /// A few of them (后, 里) are in both scripts; a name that holds one is taken for simplified.
    private static let simplifiedOnly = Set(
        Folding.pairs.lazy.filter { $0.source >= 0x3400 && $0.target >= 0x3400 }.map(\.target))
}
