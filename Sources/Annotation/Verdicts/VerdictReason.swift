/// Why a verdict came out as it did: words of the quotes, to be put into a sentence in the reader's
/// language.
public enum VerdictReason: Sendable, Equatable {
    /// The finest of the claim, which all others are compared with.
    case finest(String)
    case same(String)
    /// `value` lies within what `bound` says.
    case bound(value: String, bound: String)
    case rounded(coarse: String, fine: String)
    case cutOff(coarse: String, fine: String)
    case near(String, String)
    case conflict(String, String)
    case otherUnit(String, String)
    /// The quote holds no quantity of the metric's unit.
    case noQuantity
    /// The number is too large or too long to be computed with.
    case outOfRange(String)
    /// Of a later period than `earlier`, so that both can hold.
    case later(Timed, earlier: Timed)
    /// Of an earlier period than the other values of the claim.
    case earliest(Timed)

    /// A quantity as written and the period it is of.
    public struct Timed: Sendable, Equatable {
        public var words: String
        public var period: String
    }

    /// - Parameter language: BCP 47; what is neither Chinese is answered in English.
    public func words(in language: String) -> String {
        switch VerdictLanguage(language) {
        case .english: english
        case .simplified: simplified
        case .traditional: traditional
        }
    }

    private var english: String {
        switch self {
        case .finest(let a): "\(a) is the most precise value; the others are compared with it"
        case .same(let a): "both say \(a)"
        case .bound(let value, let bound): "\(value) is within “\(bound)”"
        case .rounded(let coarse, let fine): "\(coarse) is \(fine) rounded"
        case .cutOff(let coarse, let fine): "\(coarse) is \(fine) cut off, not rounded"
        case .near(let a, let b): "\(a) and \(b) are less than 2 % apart"
        case .conflict(let a, let b): "\(a) and \(b) cannot both be true"
        case .otherUnit(let a, let b): "\(a) and \(b) are in different units"
        case .noQuantity: "the quote holds no such quantity"
        case .outOfRange(let a): "\(a) is too large or too long to be computed with"
        case .later(let a, let b):
            "\(a.words) is of \(a.period), later than \(b.words) (\(b.period)): an update"
        case .earliest(let a): "\(a.words) is of \(a.period); later values follow"
        }
    }

    private var simplified: String {
        switch self {
        case .finest(let a): "\(a)最精确，其他数值都与它比较"
        case .same(let a): "两处都是\(a)"
        case .bound(let value, let bound): "\(value)符合“\(bound)”"
        case .rounded(let coarse, let fine): "\(coarse)是\(fine)四舍五入的结果"
        case .cutOff(let coarse, let fine): "\(coarse)是\(fine)舍去尾数的结果，不是四舍五入"
        case .near(let a, let b): "\(a)与\(b)相差不到2%"
        case .conflict(let a, let b): "\(a)与\(b)不能同时成立"
        case .otherUnit(let a, let b): "\(a)与\(b)单位不同"
        case .noQuantity: "引文中没有这样的数量"
        case .outOfRange(let a): "\(a)过大或过长，无法计算"
        case .later(let a, let b):
            "\(a.words)属于\(a.period)，晚于\(b.words)（\(b.period)），是更新的数值"
        case .earliest(let a): "\(a.words)属于\(a.period)，其后另有更新的数值"
        }
    }

    private var traditional: String {
        switch self {
        case .finest(let a): "\(a)最精確，其他數值都與它比較"
        case .same(let a): "兩處都是\(a)"
        case .bound(let value, let bound): "\(value)符合「\(bound)」"
        case .rounded(let coarse, let fine): "\(coarse)是\(fine)四捨五入的結果"
        case .cutOff(let coarse, let fine): "\(coarse)是\(fine)捨去尾數的結果，不是四捨五入"
        case .near(let a, let b): "\(a)與\(b)相差不到2%"
        case .conflict(let a, let b): "\(a)與\(b)不能同時成立"
        case .otherUnit(let a, let b): "\(a)與\(b)單位不同"
        case .noQuantity: "引文中沒有這樣的數量"
        case .outOfRange(let a): "\(a)過大或過長，無法計算"
        case .later(let a, let b):
            "\(a.words)屬於\(a.period)，晚於\(b.words)（\(b.period)），是更新的數值"
        case .earliest(let a): "\(a.words)屬於\(a.period)，其後另有更新的數值"
        }
    }
}

/// The languages that reasons are written in.
enum VerdictLanguage {
    case english, simplified, traditional

    init(_ language: String) {
        let parts = language.lowercased().split(separator: "-")
        if parts.first != "zh" {
            self = .english
        } else if parts.contains(where: { ["hant", "tw", "hk", "mo"].contains($0) }) {
            self = .traditional
        } else {
            self = .simplified
        }
    }
}
