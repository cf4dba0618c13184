import Text

/// How much decoded text reads like prose: the share of common characters among its ideographs,
/// less what no prose contains.
struct ProseLikeness {
    private var common = 0
    private var han = 0
    private var odd = 0
    private var latin = 0
    private var total = 0

    /// `invalid`: bytes that could not be decoded.
    init(_ utf8: [UInt8], invalid: Int = 0) {
        odd = invalid
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            total += 1
            switch scalar.value {
            case 0x4E00...0x9FFF:
                han += 1
                if Self.commonCharacters.contains(scalar) { common += 1 }
            case 0x3400...0x4DBF, 0x20000...0x3FFFF, 0xF900...0xFAFF: han += 1
            case 0x20...0x7E, 0x09, 0x0A, 0x0D: latin += 1
            case 0xE000...0xF8FF, 0xFFFD, 0x00...0x1F: odd += 1
            default: break
            }
        }
    }

    /// 0…1; about 0.2 and more for prose in the right encoding.
    var score: Double {
        guard han > 0 else { return 0 }
        return Double(common) / Double(han) - 4 * Double(odd) / Double(max(total, 1))
    }

    /// Whether it can be text at all.
    var reads: Bool {
        odd * 20 <= total && (score > 0.04 || latin * 10 >= total * 9)
    }

    /// The commonest characters of Chinese prose in either script.
    private static let commonCharacters = Set(
        ("的一是不了在人有我他这個个們们中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發"
            + "后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實"
            + "日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體")
            .unicodeScalars)
}
