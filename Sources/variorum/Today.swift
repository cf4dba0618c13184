import Archive
import Foundation

/// The day on which the program runs, in UTC; `SOURCE_DATE_EPOCH` replaces the clock, so that a
/// build can be repeated (https://reproducible-builds.org/specs/source-date-epoch/).
enum Today {
    static var date: PartialDate {
        let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
        let moment = epoch.map { Date(timeIntervalSince1970: $0) } ?? Date()
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        return PartialDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
    }
}
