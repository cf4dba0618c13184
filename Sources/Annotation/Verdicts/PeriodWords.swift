import Archive
import Text

/// Words of time and the period that they mean: 去年四季度, 上半年, 截至2024年6月, Q4 2024, last year.
///
/// Words that mean something only on the day they were written are resolved from the date of their
/// article.
public struct PeriodWords: Sendable, Equatable {
    /// Bytes of the text.
    public var range: Range<Int>
    /// What they mean: 2024-Q4.
    public var period: String
    /// Whether it takes the article's date to know what they mean.
    public var isRelative: Bool
    /// Whether they only say what something else is compared with: 比去年, than last year, 2023年的2倍.
    public var isBase: Bool

    /// All of them in a text, from left to right.
    ///
    /// A half, quarter or month without a year is that of the article's year; when it has not begun
    /// by then, it is that of the year before, except beside words of the future (将, 预计, will).
    /// - Parameter date: of the article; without one only absolute periods are read.
    public static func read(_ text: [UInt8], date: PartialDate?) -> [PeriodWords] {
        let folded = FoldedText(text)
        var found: [PeriodWords] = []
        var at = 0
        while at < folded.bytes.count {
            guard PeriodReader.mayStart(folded.bytes, at) else {
                at += UTF8Scalars.decode(folded.bytes, at: at).length
                continue
            }
            var reader = PeriodReader(folded.bytes, at, date)
            if let (period, isRelative) = reader.period() {
                found.append(
                    PeriodWords(
                        range: folded.original(at..<reader.at), period: period,
                        isRelative: isRelative, isBase: reader.isBase(at..<reader.at)))
                at = reader.at
            } else {
                at += UTF8Scalars.decode(folded.bytes, at: at).length
            }
        }
        return found
    }

    /// The one period that a text speaks of; `nil` when it names none, or several.
    public static func only(_ text: [UInt8], date: PartialDate?) -> String? {
        let periods = Set(read(text, date: date).filter { !$0.isBase }.map(\.period))
        return periods.count == 1 ? periods.first : nil
    }

    /// The words and what they were resolved to, as the site shows them: `去年四季度 (2024-Q4)`.
    public func words(in text: [UInt8]) -> String {
        String(decoding: text[range], as: UTF8.self) + " (\(period))"
    }
}
