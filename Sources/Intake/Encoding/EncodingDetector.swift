import Text

/// Detects the encoding of bytes: a byte order mark, valid UTF-8, otherwise the encoding in which
/// the bytes read most like prose.
///
/// Every pair of bytes is *some* character in GB18030 and in Big5, so validity decides nothing
/// there. But real text consists of common characters: in the wrong encoding, the hundred most
/// common ones make up under 3 % of the text, in the right one 20 % and more.
enum EncodingDetector {
    struct Verdict {
        var encoding: CharacterEncoding
        /// Whether the bytes could mean something in another encoding too.
        var isGuess = false
        /// Bytes of the byte order mark.
        var skip: Int
    }

    enum Outcome {
        case decided(Verdict)
        /// UTF-8 but for a few bytes; the offset of the first wrong one.
        case damagedUTF8(offset: Int)
        case binary
        case undecided
    }

    static func detect(_ bytes: [UInt8]) -> Outcome {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes, skip: 3) }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return .decided(Verdict(encoding: .utf16LittleEndian, skip: 2))
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return .decided(Verdict(encoding: .utf16BigEndian, skip: 2))
        }
        let controls = bytes.prefix(1 << 16).count {
            $0 < 0x20 && !(0x07...0x0D).contains($0) && $0 != 0x1B
        }
        let looksBinary = controls > 3 && controls * 50 > min(bytes.count, 1 << 16)
        if !looksBinary, JapaneseMail.isLikely(bytes),
            let mail = CharacterEncoding(label: "iso-2022-jp"),
            EncodingConverter.utf8(from: bytes[...], in: mail).invalid == 0
        {
            return .decided(Verdict(encoding: mail, skip: 0))
        }
        if !looksBinary, UTF8Validity.firstInvalid(bytes) == nil {
            return .decided(Verdict(encoding: .utf8, skip: 0))
        }
        if let wide = utf16(bytes, hasControls: looksBinary) { return .decided(wide) }
        if looksBinary { return .binary }
        return byLikeness(bytes)
    }

    private static func utf8(_ bytes: [UInt8], skip: Int) -> Outcome {
        if let offset = UTF8Validity.firstInvalid(bytes) { return .damagedUTF8(offset: offset) }
        return .decided(Verdict(encoding: .utf8, skip: skip))
    }

    /// UTF-16 without a byte order mark: zero bytes on one side only (Latin), or clearly the best
    /// prose.
    private static func utf16(_ bytes: [UInt8], hasControls: Bool) -> Verdict? {
        guard bytes.count % 2 == 0, hasControls else { return nil }
        let sample = bytes.prefix(1 << 16)
        for encoding in [CharacterEncoding.utf16LittleEndian, .utf16BigEndian] {
            let (text, invalid, _) = EncodingConverter.utf8(from: sample[...], in: encoding)
            if invalid <= 1, ProseLikeness(text).reads {
                return Verdict(encoding: encoding, skip: 0)
            }
        }
        return nil
    }

    private static func byLikeness(_ bytes: [UInt8]) -> Outcome {
        let (sequences, broken, first) = UTF8Validity.count(bytes)
        if sequences > 0, broken * 10 <= sequences { return .damagedUTF8(offset: first) }
        if let script = ScriptEncodings.encoding(of: bytes) {
            return .decided(Verdict(encoding: script, isGuess: true, skip: 0))
        }
        // A few accents among ASCII letters are Western text, even if they form valid pairs in
        // GB18030.
        let high = bytes.count { $0 >= 0x80 }
        if high * 10 < bytes.count, isolatedHighBytes(bytes) * 10 >= high * 9 {
            return .decided(Verdict(encoding: .windows1252, isGuess: true, skip: 0))
        }
        let sample = bytes.prefix(1 << 18)
        let rated = [CharacterEncoding.gb18030, .big5].map { encoding in
            let (text, invalid, _) = EncodingConverter.utf8(from: sample, in: encoding)
            return (encoding, ProseLikeness(text, invalid: invalid).score)
        }
        guard let best = rated.max(by: { $0.1 < $1.1 }), best.1 > 0.04 else { return .undecided }
        return .decided(Verdict(encoding: best.0, skip: 0))
    }

    private static func isolatedHighBytes(_ bytes: [UInt8]) -> Int {
        var count = 0
        for i in bytes.indices where bytes[i] >= 0x80 {
            let before = i > 0 && bytes[i - 1] >= 0x80
            let after = i + 1 < bytes.count && bytes[i + 1] >= 0x80
            if !before && !after { count += 1 }
        }
        return count
    }
}

/// Encodings of Japanese, Korean and Cyrillic text, known by the letters that such text consists
/// of.
enum ScriptEncodings {
    static func encoding(of bytes: [UInt8]) -> CharacterEncoding? {
        let sample = bytes.prefix(1 << 16)
        for (label, least) in [("euc-jp", 0.25), ("shift_jis", 0.25)] {
            guard let encoding = CharacterEncoding(label: label) else { continue }
            let shares = Shares(sample, encoding)
            if shares.invalid <= 1, shares.kana >= least { return encoding }
        }
        if let korean = CharacterEncoding(label: "euc-kr") {
            let shares = Shares(sample, korean)
            // GB2312 has its commonest characters where Korean has few syllables.
            if shares.invalid <= 1, shares.hangul >= 0.8 { return korean }
        }
        let cyrillic = ["windows-1251", "koi8-r", "iso-8859-5"].compactMap(
            CharacterEncoding.init(label:)
        ).map { ($0, Shares(sample, $0)) }
        guard let best = cyrillic.max(by: { $0.1.prose < $1.1.prose }), best.1.prose >= 0.8 else {
            return nil
        }
        return best.0
    }

    /// Shares of the characters beyond ASCII.
    private struct Shares {
        var invalid = 0
        var kana = 0.0
        var hangul = 0.0
        /// Small Cyrillic letters that are common, after or before another one.
        var prose = 0.0

        init(_ bytes: ArraySlice<UInt8>, _ encoding: CharacterEncoding) {
            let (text, invalid, _) = EncodingConverter.utf8(from: bytes, in: encoding)
            self.invalid = invalid
            var (total, kana, hangul, small) = (0, 0, 0, 0)
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars
            where scalar.value > 0x7F {
                total += 1
                switch scalar {
                case "\u{3041}"..."\u{3096}", "\u{30A1}"..."\u{30FC}": kana += 1
                case "\u{AC00}"..."\u{D7A3}": hangul += 1
                case "\u{430}"..."\u{45F}": small += 1
                default: break
                }
            }
            guard total > 8 else { return }
            self.kana = Double(kana) / Double(total)
            self.hangul = Double(hangul) / Double(total)
            prose = Double(small) / Double(total)
        }
    }
}

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
