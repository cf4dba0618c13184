import Text

/// A quantity as words say it: an interval, a unit, and how the words bound it.
public struct Quantity: Sendable, Hashable {
    /// How the number is meant.
    public enum Modality: String, Sendable, CaseIterable {
        /// As written, to the precision of its last digit.
        case exact
        /// 约, 左右, about.
        case about
        /// 超过, 突破, 多, over.
        case moreThan = "more-than"
        /// 不到, under.
        case lessThan = "less-than"
        /// 至少, 以上, at least.
        case atLeast = "at-least"
        /// 不超过, 以内, up to.
        case atMost = "at-most"
        /// 近, nearly: a little less.
        case almost
        /// 几, 数十, 千亿级, dozens.
        case vague
        /// 3–5%, 三到五成.
        case range
    }

    /// Which way the words point.
    public enum Direction: String, Sendable {
        /// 增长, rose.
        case up
        /// 下降, fell, 亏损, a loss.
        case down
    }

    /// What a multiple after a verb of change counts.
    public enum Multiple: String, Sendable {
        /// 增长了两倍: what was added. The result is three times the base.
        case by
        /// 增长到两倍: the result.
        case to
        /// 增长两倍: usage differs between the two.
        case either
    }

    /// Two bounds in base units; `nil`: open.
    public struct Interval: Sendable, Hashable {
        public var low: DecimalNumber?
        public var high: DecimalNumber?
    }

    /// Bytes of the text that was read: exactly the words, modality and unit included.
    public var range: Range<Int>
    /// Lower bound in base units; `nil`: unbounded below, or out of range.
    public var low: DecimalNumber?
    /// Upper bound in base units; `nil`: unbounded above, or out of range.
    public var high: DecimalNumber?
    /// A code of ISO 4217, `percent`, `percentage-point`, `times`, `rank`, `ratio`, a unit of time
    /// or measure in English (`hour`, `byte`), or a Chinese counting word in simplified script (家,
    /// 台); `nil`: none.
    public var unit: String?
    public var modality: Modality
    /// The number as written, in base units; `nil` for vague words and ranges.
    public var face: DecimalNumber?
    /// The exponent of the place of the last digit as written: −1 for 767.6, 8 for 767亿.
    public var place: Int?
    /// Whether the number is too large, too small or too long to be computed with; the bounds are
    /// then `nil`.
    public var isOutOfRange: Bool
    /// The direction that words or a sign give it; `nil`: none.
    ///
    /// A fall or a loss has negative
    /// bounds.
    public var direction: Direction?
    /// How a multiple counts; only with the unit `times`.
    public var multiple: Multiple?
    /// Whether it is the value before a change: the 5 of `rose from 5 to 6`.
    public var isEarlier = false
    /// The value before the change, if the words say it.
    public var earlier: Interval?
    /// The kind of thing that is counted, if it is a known one: `employee` for 员工 and workers.
    public var noun: String?
    /// Whether the sign and the words contradict each other: 下降-5%.
    public var isContradictory = false
    /// Whether trailing zeros may be rounding: an exact count in digits that ends in zeros.
    public var isRoundCount = false

    public init(
        range: Range<Int>, low: DecimalNumber?, high: DecimalNumber?, unit: String?,
        modality: Modality, face: DecimalNumber? = nil, place: Int? = nil,
        isOutOfRange: Bool = false
    ) {
        self.range = range
        self.low = low
        self.high = high
        self.unit = unit
        self.modality = modality
        self.face = face
        self.place = place
        self.isOutOfRange = isOutOfRange
    }
}

extension Quantity {
    /// The quantities of a text, from left to right; their ranges do not overlap.
    ///
    /// - Parameter bytes: valid UTF-8.
    public static func all(in bytes: [UInt8]) -> [Quantity] {
        var reader = QuantityReader(QuantityText(bytes))
        return reader.all()
    }

    public static func all(in text: String) -> [Quantity] { all(in: Array(text.utf8)) }
}

/// Quantities as JSON lines, to show how words are read.
public enum QuantityLines {
    /// One JSON object for each quantity of `text`: `text`, `words`, `span` (two offsets in code
    /// points of `text`, the end exclusive), `low`, `high`, `unit`, `modality`.
    ///
    /// Where the words say
    /// so: `noun`, `direction`, `multiple` with the `factor` that it comes to, `earlier` (the
    /// bounds
    /// of the value before a change), `role` (`earlier`: this is that value), and `problem`.
    public static func lines(of text: String) -> [String] {
        let bytes = Array(text.utf8)
        var codePoint = CodePointCounter(bytes)
        return Quantity.all(in: bytes).map { quantity in
            let span = [codePoint(quantity.range.lowerBound), codePoint(quantity.range.upperBound)]
            var json = JSONWriter()
            json.object { json in
                json.member("text", text)
                json.member("words", String(decoding: bytes[quantity.range], as: UTF8.self))
                json.array("span") { json in
                    for codePoint in span { json.int(codePoint) }
                }
                json.member("low", quantity.low)
                json.member("high", quantity.high)
                json.member(orNull: "unit", quantity.unit)
                json.member("modality", quantity.modality.rawValue)
                quantity.writeDetails(&json)
            }
            return String(decoding: json.bytes, as: UTF8.self)
        }
    }
}

extension Quantity {
    mutating func negate() {
        (low, high) = (high?.negated, low?.negated)
        face = face?.negated
    }

    /// $3 million of a net loss narrowed to $2 million from $3 million.
    mutating func makeLoss() {
        direction = .down
        if let face, face.isNegative { return }
        negate()
    }

    /// What a multiple comes to: 3 for 增长了两倍, 2 for 增长到两倍; `nil` for other units.
    public var factor: Interval? {
        guard unit == "times" else { return nil }
        guard multiple == .by else { return Interval(low: low, high: high) }
        do throws(DecimalOverflow) {
            return Interval(
                low: try low.map { value throws(DecimalOverflow) in try value + .one },
                high: try high.map { value throws(DecimalOverflow) in try value + .one })
        } catch {
            return nil
        }
    }

    /// The members of its line that most quantities do not have.
    fileprivate func writeDetails(_ json: inout JSONWriter) {
        if let noun { json.member("noun", noun) }
        if let direction { json.member("direction", direction.rawValue) }
        if let multiple {
            json.member("multiple", multiple.rawValue)
            if multiple == .by, let factor { Self.write("factor", factor, &json) }
        }
        if isEarlier { json.member("role", "earlier") }
        if let earlier { Self.write("earlier", earlier, &json) }
        if isOutOfRange {
            json.member("problem", "out-of-range")
        } else if isContradictory {
            json.member("problem", "contradictory-sign")
        }
    }

    private static func write(_ name: String, _ interval: Interval, _ json: inout JSONWriter) {
        json.object(name) { json in
            json.member("low", interval.low)
            json.member("high", interval.high)
        }
    }
}
