import Archive
import Text

/// A time expression and the period that it means: 去年四季度, 上半年, 截至2024年6月, Q4 2024, last year.
///
/// Relative expressions are resolved from the date of their article.
public struct PeriodWords: Sendable, Equatable {
    /// Bytes of the text.
    public var range: Range<Int>
    /// The period in the form of `period`: 2024-Q4.
    public var period: String
    /// Whether the period depends on the article's date.
    public var isRelative: Bool
    /// Whether the date does not settle it (last week, fiscal 2018); `period` is then empty.
    public var isOpen = false
    /// Whether the period is only the base of a comparison: 比去年, than last year, 2023年的2倍.
    public var isBase: Bool

    /// All time expressions in a text, from left to right.
    ///
    /// A half, quarter or month without a year belongs to the article's year. If it begins after
    /// the article's date, it belongs to the year before, unless the clause has a word of the
    /// future (将, 预计, will).
    /// - Parameter date: the date of the article; without it only absolute periods are read.
    /// - Returns: without expressions that cannot be resolved (`all`).
    public static func read(_ text: [UInt8], date: PartialDate?) -> [PeriodWords] {
        all(text, date: date).filter { !$0.isOpen }
    }

    /// All time expressions, also those that cannot be resolved.
    ///
    /// 上年 and `a year earlier` count from the last period with a year in their sentence, and from
    /// the article's date if there is none.
    public static func all(_ text: [UInt8], date: PartialDate?) -> [PeriodWords] {
        let folded = FoldedText(text)
        var found: [PeriodWords] = []
        var at = 0
        var inForce: Int?
        while at < folded.bytes.count {
            if PeriodReader.endsSentence(folded.bytes, at) { inForce = nil }
            guard PeriodReader.mayStart(folded.bytes, at) else {
                at += UTF8Scalars.decode(folded.bytes, at: at).length
                continue
            }
            var reader = PeriodReader(folded.bytes, at, date, yearInForce: inForce)
            if let end = reader.openEnd() {
                found.append(
                    PeriodWords(
                        range: folded.original(at..<end), period: "", isRelative: true,
                        isOpen: true, isBase: false))
                at = end
            } else if let (period, isRelative) = reader.period() {
                let isBase = reader.isBase(at..<reader.at)
                found.append(
                    PeriodWords(
                        range: folded.original(at..<reader.at), period: period,
                        isRelative: isRelative, isBase: isBase))
                if !isBase, let year = PeriodSpan(period)?.years.last { inForce = year }
                at = reader.at
            } else {
                at += UTF8Scalars.decode(folded.bytes, at: at).length
            }
        }
        return found
    }

    /// The only period that a text names; `nil` if it names none or several.
    public static func only(_ text: [UInt8], date: PartialDate?) -> String? {
        let periods = Set(read(text, date: date).filter { !$0.isBase }.map(\.period))
        return periods.count == 1 ? periods.first : nil
    }

    /// The words and their period, as shown on the site: `去年四季度 (2024-Q4)`.
    public func words(in text: [UInt8]) -> String {
        String(decoding: text[range], as: UTF8.self) + " (\(period))"
    }
}
