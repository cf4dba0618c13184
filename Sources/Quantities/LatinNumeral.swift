import Text

/// Reads numbers in digits: 1,234,567 · 14.14亿 · 1万4千 · 10个亿 · 600多万 · 13k · 5 billion · 10^12.
enum LatinNumeral {
    /// - Parameter index: a digit.
    static func read(_ text: QuantityText, at index: Int) -> Numeral {
        do throws(DecimalOverflow) {
            return try numeral(text, at: index)
        } catch {
            var end = index
            while text.isDigit(end) || text[end] == "^" { end += 1 }
            return .outOfRange(index..<end, .latin)
        }
    }

    private static func numeral(_ text: QuantityText, at index: Int) throws(DecimalOverflow)
        -> Numeral
    {
        var numeral = try digits(text, at: index)
        if numeral.range.isEmpty { return numeral }
        try readPower(text, &numeral)
        try readMore(text, &numeral)
        try readHanScale(text, &numeral)
        if !numeral.hasScale { try readEnglishScale(text, &numeral) }
        if numeral.hasScale, !numeral.isMore { try readMore(text, &numeral) }
        return numeral
    }

    // MARK: Digits

    private static func digits(_ text: QuantityText, at index: Int) throws(DecimalOverflow)
        -> Numeral
    {
        guard case .number(let run) = NumberRun.read(text, at: index) else {
            return Numeral(.zero, place: 0, at: index..<index, .latin)
        }
        let value = try DecimalNumber.parse(run.digits) ?? .zero
        var numeral = Numeral(value, place: -run.places, at: run.range, .latin)
        numeral.lastPlace = max(value.exponent, -run.places)
        try readVulgarFraction(text, &numeral)
        return numeral
    }

    /// 2½, 3 1/2.
    private static func readVulgarFraction(_ text: QuantityText, _ numeral: inout Numeral)
        throws(DecimalOverflow)
    {
        let end = numeral.range.upperBound
        guard numeral.place == 0 else { return }
        var part: (Int, Int)?
        var stop = end
        if let found = VulgarFractions.parts(text[end]) {
            (part, stop) = (found, end + 1)
        } else if text[end] == " " || text[end] == "-",
            let after = LookAlikes.fractionEnd(text, end + 1..<min(text.count, end + 4)),
            !text.isDigit(after), text[after] != "/"
        {
            part = (Int(text[end + 1] - 0x30), Int(text[end + 3] - 0x30))
            stop = after
        }
        guard let part,
            let share = Fractions.numeral(
                DecimalNumber(part.0), DecimalNumber(part.1), at: end..<stop, .latin)
        else { return }
        numeral.low = try numeral.low + share.low
        numeral.high = try numeral.high + share.high
        numeral.place = -1
        numeral.lastPlace = -1
        numeral.range = numeral.range.lowerBound..<stop
    }

    /// 10^12.
    private static func readPower(_ text: QuantityText, _ numeral: inout Numeral)
        throws(DecimalOverflow)
    {
        let end = numeral.range.upperBound
        guard text[end] == "^", text.isDigit(end + 1), numeral.low == DecimalNumber(10) else {
            return
        }
        var at = end + 1
        var exponent = 0
        while text.isDigit(at) {
            if exponent > 1000 { throw DecimalOverflow() }
            exponent = exponent * 10 + Int(text[at] - 0x30)
            at += 1
        }
        let power = try DecimalNumber.powerOfTen(exponent)
        numeral = Numeral(power, place: exponent, at: numeral.range.lowerBound..<at, .latin)
        numeral.isPoint = true
        numeral.hasScale = true
    }

    // MARK: Scales

    /// 多, 余 and +: after the digits or after the scale.
    private static func readMore(_ text: QuantityText, _ numeral: inout Numeral)
        throws(DecimalOverflow)
    {
        let end = text.skippingSpaces(numeral.range.upperBound)
        if text[end] == "多" || text[end] == "余", !MoreWords.isOther(text, end) {
            try numeral.widen()
            numeral.range = numeral.range.lowerBound..<end + 1
        } else if text[end] == "来", text[end + 1] == "个" || text[end + 1] == "天" {
            numeral.isAbout = true
            numeral.range = numeral.range.lowerBound..<end + 1
        }
    }

    private static func readHanScale(_ text: QuantityText, _ numeral: inout Numeral)
        throws(DecimalOverflow)
    {
        var at = text.skippingSpaces(numeral.range.upperBound)
        if text[at] == "个", case .section? = HanDigits.sign(text[at + 1]) { at += 1 }
        var exponent = 0
        scales: while let sign = HanDigits.sign(text[at]) {
            switch sign {
            case .place(let power), .section(let power):
                if UnitTable.isLongWord(text, at) { break scales }
                exponent += power
            case .digit, .some: break scales
            }
            at += 1
        }
        guard exponent > 0 else { return }
        numeral.scale = try DecimalNumber.powerOfTen(exponent)
        try numeral.multiply(try DecimalNumber.powerOfTen(exponent))
        numeral.hasScale = true
        numeral.range = numeral.range.lowerBound..<at
        guard text.isDigit(at), !numeral.isMore else { return }
        if !text.isDigit(at + 1), !text.isLetter(at + 1), numeral.lastPlace >= 3,
            text[at - 1] == "万",
            !text[at + 1].isOne(of: ".%,"), HanDigits.sign(text[at + 1]) == nil
        {
            // 1万4 is 14,000.
            let part = try DecimalNumber(
                mantissa: Int128(text[at] - 0x30), exponent: numeral.lastPlace - 1)
            numeral.low = try numeral.low + part
            numeral.high = try numeral.high + part
            numeral.place = numeral.lastPlace - 1
            numeral.lastPlace = numeral.place
            numeral.range = numeral.range.lowerBound..<at + 1
            return
        }
        // 1万4千, 3亿2000万: a smaller part follows.
        let rest = read(text, at: at)
        guard rest.hasScale, !rest.isOutOfRange,
            rest.high < (try DecimalNumber.powerOfTen(numeral.lastPlace))
        else { return }
        numeral.low = try numeral.low + rest.low
        numeral.high = try numeral.high + rest.high
        numeral.place = rest.place
        numeral.lastPlace = rest.lastPlace
        numeral.isMore = rest.isMore
        numeral.range = numeral.range.lowerBound..<rest.range.upperBound
    }

    private static func readEnglishScale(_ text: QuantityText, _ numeral: inout Numeral)
        throws(DecimalOverflow)
    {
        let end = numeral.range.upperBound
        if let exponent = letterScale(text, numeral) {
            numeral.scale = try DecimalNumber.powerOfTen(exponent)
            try numeral.multiply(try DecimalNumber.powerOfTen(exponent))
            numeral.hasScale = true
            numeral.range = numeral.range.lowerBound..<end + 1
            return
        }
        var at = text.skippingSpaces(end)
        if text[at] == "-", text.isLetter(at + 1) { at += 1 }
        guard let (exponent, after) = EnglishWords.scales.match(text, at: at) else { return }
        numeral.scale = try DecimalNumber.powerOfTen(exponent)
        try numeral.multiply(try DecimalNumber.powerOfTen(exponent))
        numeral.hasScale = true
        numeral.range = numeral.range.lowerBound..<after
    }

    /// 7B模型.
    private static let models = WordTable("参数 模型 大模型 小模型 parameters params model models")

    /// 13k, 256K, 70B, 1.5M, €45m; not 2C, 4K, 5G, 2B.
    private static func letterScale(_ text: QuantityText, _ numeral: Numeral) -> Int? {
        let end = numeral.range.upperBound
        guard !text.isLetter(end + 1), !text.isDigit(end + 1), !numeral.isMore else { return nil }
        let isMoney =
            UnitTable.wordsBefore.match(
                text, before: text.skippingSpaces(before: numeral.range.lowerBound)) != nil
        let isLong =
            numeral.range.count >= 2 || isMoney
            || models.holds(text, at: text.skippingSpaces(end + 1))
        switch text.cased[min(end, text.count - 1)] {
        case "m" where end < text.count && isMoney: return 6
        case "b" where end < text.count && isMoney: return 9
        case "T" where end < text.count && isMoney: return 12
        case "t" where end < text.count && isMoney: return 12
        case "k" where end < text.count: return 3
        case "K" where end < text.count && isLong: return 3
        case "M" where end < text.count && isLong: return 6
        case "B" where end < text.count && isLong: return 9
        default: return nil
        }
    }
}

/// ½ and the like, alone or after a number.
enum VulgarFractions {
    static func parts(_ scalar: UInt32) -> (Int, Int)? {
        for (sign, part, whole) in signs where scalar == sign { return (part, whole) }
        return nil
    }

    private static let signs: [(UInt32, Int, Int)] = zip(
        "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞".unicodeScalars.map(\.value),
        [
            (1, 2), (1, 4), (3, 4), (1, 3), (2, 3), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6),
            (1, 8), (3, 8), (5, 8), (7, 8),
        ]
    ).map { ($0, $1.0, $1.1) }
}
