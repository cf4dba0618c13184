/// An encoding that `add` can read, with the name that iconv knows it by.
enum CharacterEncoding: String, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
    case big5 = "BIG5-HKSCS"
    case windows1252 = "CP1252"

    /// As a reader calls it.
    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .gb18030: "GB18030"
        case .big5: "Big5"
        case .windows1252: "Windows-1252"
        }
    }
}
