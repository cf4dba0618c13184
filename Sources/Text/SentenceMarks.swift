/// The characters that end, close, open and continue sentences.
enum SentenceMarks {
    enum Kind {
        /// 。！？ and their halfwidth and compatibility forms.
        case full
        case ellipsis
        /// `!` `?`
        case mark
        /// `.`
        case stop
    }

    /// Which kinds a run of terminators holds.
    struct Kinds {
        private var bits: UInt8 = 0

        mutating func insert(_ kind: Kind) { bits |= Self.bit(kind) }
        func contains(_ kind: Kind) -> Bool { bits & Self.bit(kind) != 0 }

        private static func bit(_ kind: Kind) -> UInt8 {
            switch kind {
            case .full: 1
            case .ellipsis: 2
            case .mark: 4
            case .stop: 8
            }
        }
    }

    enum Turn { case question, answer }

    static func isTerminator(_ scalar: UInt32) -> Bool { kind(scalar) != nil }

    static func kind(_ scalar: UInt32) -> Kind? {
        switch scalar {
        case "。", "！", "？", "｡", "‼", 0x2047...0x2049: .full
        case "…", "⋯": .ellipsis
        case "!", "?": .mark
        case ".", "．": .stop
        default: nil
        }
    }

    static func isCloser(_ scalar: UInt32) -> Bool {
        switch scalar {
        case "\"", "'", ")", "]", "}", "»", "’", "”", "›", "〉", "》", "」", "』", "】", "〕", "〗", "〞",
            "〟", "＂", "＇", "）", "］", "｝", "｣", "﹂", "﹄":
            true
        default: false
        }
    }

    static func isOpener(_ scalar: UInt32) -> Bool {
        switch scalar {
        case "\"", "'", "(", "[", "«", "‘", "“", "〈", "《", "「", "『", "【",
            "〔", "（", "［":
            true
        default: false
        }
    }

    /// Marks after which the same sentence goes on.
    static func goesOn(_ scalar: UInt32) -> Bool {
        switch scalar {
        case ",", ":", ";", "、", "，", "：", "；", "､": true
        default: false
        }
    }

    static func isLowercase(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= 0x61 && scalar <= 0x7A }
        if scalar < 0x250 || scalar >= 0x370 && scalar < 0x530 {
            return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
        }
        return false
    }

    /// `Q：` or `A：`, `问：` or `答：`, in either width and script.
    static func turn(_ text: [UInt8], at offset: Int, end: Int) -> Turn? {
        let first = text[offset]
        let turn: Turn
        let length: Int
        switch first {
        case 0x51: (turn, length) = (.question, 1)
        case 0x41: (turn, length) = (.answer, 1)
        case 0xE7, 0xE9, 0xEF:
            length = 3
            switch UTF8Scalars.decode(text, at: offset).scalar {
            case "问", "問", "Ｑ": turn = .question
            case "答", "Ａ": turn = .answer
            default: return nil
            }
        case 0xE5:
            guard UTF8Scalars.decode(text, at: offset).scalar == "問" else { return nil }
            (turn, length) = (.question, 3)
        default: return nil
        }
        guard offset + length < end else { return nil }
        let mark = UTF8Scalars.decode(text, at: offset + length).scalar
        return mark == ":" || mark == "：" ? turn : nil
    }

    static func beginsAddress(_ text: [UInt8], at offset: Int, end: Int) -> Bool {
        [Self.http, Self.https, Self.www].contains { name in
            offset + name.count < end
                && name.indices.allSatisfy { text[offset + $0] | 0x20 == name[$0] | 0x20 }
        }
    }

    private static let http = Array("http://".utf8)
    private static let https = Array("https://".utf8)
    private static let www = Array("www.".utf8)

    static func trailsAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x27, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D: true
        default: false
        }
    }
}
