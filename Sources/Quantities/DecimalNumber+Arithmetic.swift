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
