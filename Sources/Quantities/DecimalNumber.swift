import Text

/// A decimal number, exact: `mantissa × 10^exponent`.
///
/// Never binary floating point: 0.1 is 0.1. At most 36 digits between the first and the last that
/// is not zero, and exponents from −60 to 60; whatever leaves that range throws `DecimalOverflow`.
public struct DecimalNumber: Sendable, Hashable {
    /// Without trailing zeros; 0 for zero.
    public let mantissa: Int128
    /// 0 for zero.
    public let exponent: Int

    public static let zero = DecimalNumber(0)
    public static let one = DecimalNumber(1)
    static let exponents = -60...60
    private static let limit: Int128 = power(36)

    public init(_ value: Int) {
        var value = value
        var exponent = 0
        while value != 0, value % 10 == 0 {
            value /= 10
            exponent += 1
        }
        mantissa = Int128(value)
        self.exponent = exponent
    }

    /// - Throws: `DecimalOverflow` when the number has too many digits or is too large or too
    ///   small.
    public init(mantissa: Int128, exponent: Int) throws(DecimalOverflow) {
        var mantissa = mantissa
        var exponent = exponent
        while mantissa != 0, mantissa % 10 == 0 {
            mantissa /= 10
            exponent += 1
        }
        if mantissa == 0 { exponent = 0 }
        guard Self.exponents ~= exponent, mantissa.magnitude < Self.limit.magnitude else {
            throw DecimalOverflow()
        }
        self.mantissa = mantissa
        self.exponent = exponent
    }

    public static func powerOfTen(_ exponent: Int) throws(DecimalOverflow) -> DecimalNumber {
        try DecimalNumber(mantissa: 1, exponent: exponent)
    }

    public var isNegative: Bool { mantissa < 0 }
    public var isZero: Bool { mantissa == 0 }
    public var magnitude: DecimalNumber { isNegative ? negated : self }
    public var negated: DecimalNumber {
        DecimalNumber(unchecked: -mantissa, exponent: exponent)
    }

    /// The exponent of the first digit: 2 for 767, −1 for 0.36; `Int.min` for zero.
    var leadingExponent: Int {
        isZero ? Int.min : Self.digits(mantissa.magnitude) - 1 + exponent
    }

    /// For constants and results that are known to be in range.
    init(unchecked mantissa: Int128, exponent: Int) {
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// 10 to an exponent of 0…38.
    static func power(_ exponent: Int) -> Int128 {
        var power: Int128 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }

    static func digits(_ number: UInt128) -> Int {
        var rest = number
        var count = 0
        while rest > 0 {
            rest /= 10
            count += 1
        }
        return count
    }
}

/// A number left the range that `DecimalNumber` can hold exactly, or was divided by zero.
public struct DecimalOverflow: Error, Sendable, Equatable {
    public init() {}
}

extension DecimalNumber {
    public static func + (a: DecimalNumber, b: DecimalNumber) throws(DecimalOverflow)
        -> DecimalNumber
    {
        if a.isZero { return b }
        if b.isZero { return a }
        let exponent = min(a.exponent, b.exponent)
        let (sum, isTooLarge) = try a.mantissa(at: exponent)
            .addingReportingOverflow(b.mantissa(at: exponent))
        if isTooLarge { throw DecimalOverflow() }
        return try DecimalNumber(mantissa: sum, exponent: exponent)
    }

    public static func - (a: DecimalNumber, b: DecimalNumber) throws(DecimalOverflow)
        -> DecimalNumber
    {
        try a + b.negated
    }

    public static func * (a: DecimalNumber, b: DecimalNumber) throws(DecimalOverflow)
        -> DecimalNumber
    {
        let (product, isTooLarge) = a.mantissa.multipliedReportingOverflow(by: b.mantissa)
        if isTooLarge { throw DecimalOverflow() }
        return try DecimalNumber(mantissa: product, exponent: a.exponent + b.exponent)
    }

    /// The two neighbors with at most 18 digits between which the quotient lies; one number when it
    /// has no more digits.
    ///
    /// - Throws: `DecimalOverflow` when the divisor is zero or has more than 18 digits.
    public func quotient(_ divisor: DecimalNumber) throws(DecimalOverflow)
        -> (low: DecimalNumber, high: DecimalNumber)
    {
        guard !divisor.isZero, Self.digits(divisor.mantissa.magnitude) <= 18 else {
            throw DecimalOverflow()
        }
        if isZero { return (self, self) }
        let shift = 36 - Self.digits(mantissa.magnitude)
        let scaled = mantissa * Self.power(shift)
        let (whole, rest) = scaled.quotientAndRemainder(dividingBy: divisor.mantissa)
        let exponent = exponent - shift - divisor.exponent
        let isBelow = (scaled < 0) != (divisor.mantissa < 0)
        let cut = max(0, Self.digits(whole.magnitude) - 18)
        let power = Self.power(cut)
        let kept = whole / power
        if rest == 0, kept * power == whole {
            let exact = try DecimalNumber(mantissa: kept, exponent: exponent + cut)
            return (exact, exact)
        }
        return (
            try DecimalNumber(mantissa: isBelow ? kept - 1 : kept, exponent: exponent + cut),
            try DecimalNumber(mantissa: isBelow ? kept : kept + 1, exponent: exponent + cut)
        )
    }

    /// The number without the digits below `10^exponent`: cut off, not rounded.
    public func cut(at exponent: Int) throws(DecimalOverflow) -> DecimalNumber {
        let power = exponent - self.exponent
        if power <= 0 { return self }
        if power > 38 { return .zero }
        return try DecimalNumber(
            mantissa: mantissa / Self.power(power), exponent: exponent)
    }

    private func mantissa(at exponent: Int) throws(DecimalOverflow) -> Int128 {
        let shift = self.exponent - exponent
        guard shift + Self.digits(mantissa.magnitude) <= 38 else { throw DecimalOverflow() }
        return mantissa * Self.power(shift)
    }
}

extension DecimalNumber: Comparable {
    public static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
        if a.isNegative != b.isNegative { return a.isNegative }
        if a.isNegative { return isLess(b.negated, a.negated) }
        return isLess(a, b)
    }

    /// For numbers that are not negative: by their first digit's place, then digit by digit.
    private static func isLess(_ a: DecimalNumber, _ b: DecimalNumber) -> Bool {
        if a.leadingExponent != b.leadingExponent { return a.leadingExponent < b.leadingExponent }
        let exponent = min(a.exponent, b.exponent)
        // Same first place and at most 36 digits each: the shifted mantissas have as many digits as
        // the longer of the two.
        return a.mantissa * power(a.exponent - exponent)
            < b.mantissa * power(b.exponent - exponent)
    }
}

extension DecimalNumber {
    /// Plain digits, no exponent: `76650000000`, `-3.965`.
    public var description: String {
        var digits = Array(String(mantissa.magnitude).utf8)
        if exponent >= 0 {
            digits += [UInt8](repeating: 0x30, count: exponent)
        } else {
            let places = -exponent
            if digits.count <= places {
                digits.insert(
                    contentsOf: [UInt8](repeating: 0x30, count: places - digits.count + 1), at: 0)
            }
            digits.insert(0x2E, at: digits.count - places)
        }
        if isNegative { digits.insert(0x2D, at: 0) }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Reads `-12`, `3.965`: ASCII digits with at most one point.
    ///
    /// - Throws: `DecimalOverflow` when the number has too many digits.
    /// - Returns: `nil` when the text is not a number.
    public static func parse(_ text: some Collection<UInt8>) throws(DecimalOverflow)
        -> DecimalNumber?
    {
        var mantissa: Int128 = 0
        var exponent = 0
        var hasPoint = false
        var digits = 0
        let isNegative = text.first == 0x2D
        for byte in text.dropFirst(isNegative ? 1 : 0) {
            if byte == 0x2E, !hasPoint {
                hasPoint = true
                continue
            }
            guard byte &- 0x30 < 10 else { return nil }
            digits += 1
            guard mantissa < power(36) else { throw DecimalOverflow() }
            mantissa = mantissa * 10 + Int128(byte &- 0x30)
            if hasPoint { exponent -= 1 }
        }
        guard digits > 0 else { return nil }
        return try DecimalNumber(mantissa: isNegative ? -mantissa : mantissa, exponent: exponent)
    }
}

extension DecimalNumber: CustomStringConvertible {}

extension JSONWriter {
    /// An exact number in plain digits, or `null`.
    public mutating func member(_ name: String, _ value: DecimalNumber?) {
        member(name, digits: value?.description ?? "null")
    }
}
