/// An encoding of the Encoding Standard (encoding.spec.whatwg.org), by its name there in lower
/// case.
struct CharacterEncoding: Equatable, Hashable, Sendable {
    let id: String

    static let utf8 = CharacterEncoding(id: "utf-8")
    static let utf16LittleEndian = CharacterEncoding(id: "utf-16le")
    static let utf16BigEndian = CharacterEncoding(id: "utf-16be")
    static let gb18030 = CharacterEncoding(id: "gb18030")
    static let big5 = CharacterEncoding(id: "big5")
    static let windows1252 = CharacterEncoding(id: "windows-1252")

    private init(id: String) { self.id = id }

    /// By a label as pages and servers write it; `nil` if the Standard does not have it.
    init?(label: String) {
        let label = label.trimmed.lowercased()
        guard let id = Self.byLabel[label] else { return nil }
        self.init(id: id)
    }

    /// The name for readers.
    var name: String {
        switch id {
        case "utf-16le", "utf-16be": "UTF-16"
        case "gbk", "gb18030": "GB18030"
        case "big5": "Big5"
        case "shift_jis": "Shift_JIS"
        case let id where id.hasPrefix("windows-"): "Windows-" + id.dropFirst(8)
        default: id.uppercased()
        }
    }

    /// Encodings that the Standard does not decode, because attacks used them: ISO-2022-KR, HZ.
    var isRefused: Bool { id == "replacement" }

    var isUTF16: Bool { id == "utf-16le" || id == "utf-16be" }

    /// Every byte is one character.
    var isSingleByte: Bool { Self.singleByte.contains(id) }

    /// The charset of the C library that is nearest.
    var iconvName: String {
        switch id {
        case "gbk": "GB18030"
        case "big5": "BIG5-HKSCS"
        case "euc-jp": "EUC-JP-MS"
        case "shift_jis", "iso-2022-jp": "CP932"
        case "euc-kr": "UHC"
        case "iso-8859-8-i": "ISO-8859-8"
        case "x-mac-cyrillic": "MAC-UK"
        case let id where id.hasPrefix("windows-"): "CP" + id.dropFirst(8)
        default: id.uppercased()
        }
    }

    private static let singleByte: Set<String> = {
        let multi: Set = [
            "utf-8", "utf-16le", "utf-16be", "gbk", "gb18030", "big5", "euc-jp", "shift_jis",
            "iso-2022-jp", "euc-kr", "replacement",
        ]
        return Set(byLabel.values).subtracting(multi)
    }()

    /// All labels, sorted.
    static var labels: [String] { byLabel.keys.sorted() }

    private static let byLabel: [String: String] = {
        var labels: [String: String] = [:]
        var id = ""
        for word in table.split(whereSeparator: \.isWhitespace) {
            if word.hasSuffix(":") {
                id = String(word.dropLast())
            } else {
                labels[String(word)] = id
            }
        }
        return labels
    }()

    /// The table "Names and labels" of the Standard.
    private static let table = """
        big5: big5 big5-hkscs cn-big5 csbig5 x-x-big5
        euc-jp: cseucpkdfmtjapanese euc-jp x-euc-jp
        euc-kr: cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601
          ksc_5601 windows-949
        gb18030: gb18030
        gbk: chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk
        ibm866: 866 cp866 csibm866 ibm866
        iso-2022-jp: csiso2022jp iso-2022-jp
        iso-8859-10: csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6
        iso-8859-13: iso-8859-13 iso8859-13 iso885913
        iso-8859-14: iso-8859-14 iso8859-14 iso885914
        iso-8859-15: csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9
        iso-8859-16: iso-8859-16
        iso-8859-2: csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2
          latin2
        iso-8859-3: csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3
          latin3
        iso-8859-4: csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4
          latin4
        iso-8859-5: csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5
          iso_8859-5:1988
        iso-8859-6: arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6
          iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
        iso-8859-7: csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7
          iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek
        iso-8859-8: csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8
          iso88598 iso_8859-8 iso_8859-8:1988 visual
        iso-8859-8-i: csiso88598i iso-8859-8-i logical
        koi8-r: cskoi8r koi koi8 koi8-r koi8_r
        koi8-u: koi8-ru koi8-u
        macintosh: csmacintosh mac macintosh x-mac-roman
        replacement: csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement
        shift_jis: csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis
        utf-16be: unicodefffe utf-16be
        utf-16le: csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le
        utf-8: unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8
        windows-1250: cp1250 windows-1250 x-cp1250
        windows-1251: cp1251 windows-1251 x-cp1251
        windows-1252: ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100
          iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252
        windows-1253: cp1253 windows-1253 x-cp1253
        windows-1254: cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9
          iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254
        windows-1255: cp1255 windows-1255 x-cp1255
        windows-1256: cp1256 windows-1256 x-cp1256
        windows-1257: cp1257 windows-1257 x-cp1257
        windows-1258: cp1258 windows-1258 x-cp1258
        windows-874: dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874
        x-mac-cyrillic: x-mac-cyrillic x-mac-ukrainian
        x-user-defined: x-user-defined
        """
}
