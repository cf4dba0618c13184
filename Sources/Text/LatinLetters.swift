/// The plain letter of a Latin letter with accents: `ö` is read as `o`, `ł` as `l`.
///
/// Search and the ids of sentences read letters in this way; names and quotes do not, because
/// José and Jose may be two people. Only small letters are listed: folding comes first.
public enum LatinLetters {
    /// The letter that a folded scalar is read as; itself if it has no accent.
    @inlinable
    public static func plain(_ scalar: UInt32) -> UInt32 {
        guard scalar >= 0xDF, scalar < 0x1F00, scalar < 0x250 || scalar >= 0x1E00 else {
            return scalar
        }
        return Table.shared.plain(scalar)
    }

    /// Whether it is a combining mark of Latin and Cyrillic letters, which is read as nothing.
    @inlinable
    public static func isAccent(_ scalar: UInt32) -> Bool { scalar >= 0x300 && scalar < 0x370 }

    @usableFromInline
    struct Table: Sendable {
        @usableFromInline static let shared = Table()

        /// By scalar up to U+024F, then by scalar from U+1E00 on; 0: itself.
        private var letters = [UInt8](repeating: 0, count: 0x350)

        init() {
            for line in accented.split(separator: "\n") {
                guard let plain = line.utf8.first else { continue }
                for scalar in line.unicodeScalars.dropFirst() {
                    letters[Self.index(scalar.value)] = plain
                }
            }
        }

        private static func index(_ scalar: UInt32) -> Int {
            Int(scalar < 0x250 ? scalar : scalar - 0x1E00 + 0x250)
        }

        @usableFromInline
        func plain(_ scalar: UInt32) -> UInt32 {
            let letter = letters[Self.index(scalar)]
            return letter == 0 ? scalar : UInt32(letter)
        }
    }
}

/// A plain letter, and after it the letters that decompose to it and accents (Unicode 15), with
/// those that have a stroke or lack a dot.
private let accented = """
    aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ
    bƀḃḅḇ
    cçćĉċčḉ
    dďđḋḍḏḑḓ
    eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ
    fḟ
    gĝğġģǧǵḡ
    hĥħȟḣḥḧḩḫẖ
    iìíîïĩīĭįıǐȉȋḭḯỉị
    jĵǰ
    kķǩḱḳḵ
    lĺļľłḷḹḻḽ
    mḿṁṃ
    nñńņňǹṅṇṉṋ
    oòóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ
    pṕṗ
    rŕŗřȑȓṙṛṝṟ
    sśŝşšșṡṣṥṧṩ
    tţťŧțṫṭṯṱẗ
    uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
    vṽṿ
    wŵẁẃẅẇẉẘ
    xẋẍ
    yýÿŷȳẏẙỳỵỷỹ
    zźżžẑẓẕ
    """
