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
    /// points of `text`, the end exclusive), `low`, `high`, `unit`, `modality`; `problem` where the
    /// number is too large or too long to be computed with.
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
                if quantity.isOutOfRange { json.member("problem", "out-of-range") }
            }
            return String(decoding: json.bytes, as: UTF8.self)
        }
    }
}
