import Text

/// What single Han characters are in a numeral.
///
/// All keys are folded.
enum HanDigits {
    enum Sign: Sendable, Equatable {
        case digit(Int)
        /// 十 百 千: exponent.
        case place(Int)
        /// 万 亿 兆: exponent.
        case section(Int)
        /// 几 数.
        case some
    }

    static func sign(_ scalar: UInt32) -> Sign? { signs[scalar] }

    /// All signs, folded.
    static var all: some Sequence<UInt32> { signs.keys }

    static func isFinancial(_ scalar: UInt32) -> Bool { financial.contains(scalar) }

    private static let signs: [UInt32: Sign] = {
        var signs: [UInt32: Sign] = [:]
        func add(_ words: String, _ sign: Sign) {
            for scalar in words.unicodeScalars { signs[Folding.fold(scalar.value)] = sign }
        }
        for (digit, words) in [
            "零〇", "一壹", "二两贰兩貳", "三叁参參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖",
        ].enumerated() {
            add(words, .digit(digit))
        }
        add("十拾", .place(1))
        add("百佰", .place(2))
        add("千仟", .place(3))
        add("万萬", .section(4))
        add("亿億", .section(8))
        add("兆", .section(12))
        add("几幾数數", .some)
        return signs
    }()

    private static let financial = Set(
        "壹贰貳叁参參叄肆伍陆陸柒捌玖拾佰仟".unicodeScalars.map { Folding.fold($0.value) })
}
