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
