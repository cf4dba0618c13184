import Archive

/// How often an entity is mentioned, month by month, or year by year over more than ten years: a
/// chart and its numbers as a table.
struct EntityTimeline {
    /// Mentions of one month or year.
    struct Period {
        var date: PartialDate
        var own = 0
        /// Of versions and sub-brands.
        var parts = 0
        var all: Int { own + parts }
    }

    private static let mostMonths = 120

    private let renderer: PageRenderer
    private let path: String
    /// Ascending; those with mentions alone.
    private let drawn: [Period]
    /// In monthly charts: mentions of articles that have a year only.
    ///
    /// Ascending.
    private let coarse: [Period]
    private let isMonthly: Bool

    init(renderer: PageRenderer, index: Int) {
        self.renderer = renderer
        path = SitePath.entity(renderer.archive.entities[index])
        // By the number of the month, or of the year.
        var months: [Int: Period] = [:]
        var years: [Int: Period] = [:]
        var coarse: [Int: Period] = [:]
        let graph = renderer.graph
        for period in Self.months(of: graph.appearances[index], in: graph.archive) {
            func add(_ number: Int, to periods: inout [Int: Period], _ date: PartialDate) {
                periods[number, default: Period(date: date)].own += period.own
                periods[number]?.parts += period.parts
            }
            let year = PartialDate(year: period.date.year)
            add(year.year, to: &years, year)
            if let month = period.date.month {
                add(year.year * 12 + month - 1, to: &months, period.date)
            } else {
                add(year.year, to: &coarse, year)
            }
        }
        func sorted(_ periods: [Int: Period]) -> [Period] {
            periods.sorted { $0.key < $1.key }.map(\.value)
        }
        let byMonth = sorted(months)
        let span = byMonth.last.map {
            Self.position(of: $0, true) - Self.position(of: byMonth[0], true)
        }
        let vague = coarse.values.reduce(0) { $0 + $1.all }
        let dated = years.values.reduce(0) { $0 + $1.all }
        isMonthly = byMonth.count > 1 && (span ?? 0) < Self.mostMonths && 2 * vague < dated
        drawn = isMonthly ? byMonth : sorted(years)
        self.coarse = isMonthly ? sorted(coarse) : []
    }

    /// Mentions by month, or by year where no more is known.
    ///
    /// Articles come by date, so that most of one month follow one another and are counted at once.
    private static func months(of appearances: [Appearance], in archive: Archive) -> [Period] {
        var periods: [Period] = []
        for appearance in appearances {
            guard let date = archive.articles[appearance.article].date else { continue }
            let last = periods.last?.date
            if last == nil || last?.year != date.year || last?.month != date.month {
                periods.append(Period(date: PartialDate(year: date.year, month: date.month)))
            }
            periods[periods.count - 1].own += appearance.own.count
            periods[periods.count - 1].parts += appearance.parts.count
        }
        return periods
    }

    /// The number of a month or year on the axis.
    private static func position(of period: Period, _ isMonthly: Bool) -> Int {
        isMonthly ? period.date.year * 12 + (period.date.month ?? 1) - 1 : period.date.year
    }

    /// Nothing when there is one period alone: a chart would say no more than a number.
    var html: String? {
        guard drawn.count > 1 else { return nil }
        let first = Self.position(of: drawn[0], isMonthly)
        let columns = drawn.map { period in
            ColumnChart.Column(
                position: Self.position(of: period, isMonthly) - first, height: period.own,
                upper: period.parts,
                title: renderer.strings(
                    "labelled",
                    [
                        "label": words(period.date),
                        "text": renderer.count("mentions", period.all),
                    ]))
        }
        let chart = ColumnChart(
            columns: columns, firstLabel: words(drawn[0].date),
            lastLabel: words(drawn[drawn.count - 1].date), ticks: ticks(from: first),
            label: label)
        var caption = renderer.strings[isMonthly ? "timeline-by-month" : "timeline-by-year"]
        if !coarse.isEmpty {
            let rest = renderer.strings(
                "timeline-table-only", count: coarse.reduce(0) { $0 + $1.all })
            caption = renderer.strings("sentences", ["first": caption, "second": rest])
        }
        return """
            <figure class="chart-figure">
            \(chart.svg)
            <figcaption>\(HTML.escape(caption))</figcaption>
            </figure>
            \(table)
            """
    }

    /// The chart in a sentence.
    private var label: String {
        let total = drawn.reduce(0) { $0 + $1.all }
        return renderer.strings(
            "timeline-label",
            [
                "from": words(drawn[0].date), "to": words(drawn[drawn.count - 1].date),
                "mentions": renderer.count("mentions", total),
            ])
    }

    /// The Januaries of a monthly chart, the tens of a yearly one.
    private func ticks(from first: Int) -> [ColumnChart.Tick] {
        let last = Self.position(of: drawn[drawn.count - 1], isMonthly)
        let step = isMonthly ? 12 : 10
        let start = (first / step + 1) * step
        return stride(from: start, to: last, by: step).map {
            ColumnChart.Tick(position: $0 - first, label: String(isMonthly ? $0 / 12 : $0))
        }
    }

    private func words(_ date: PartialDate) -> String {
        renderer.strings.date(date)
    }

    private var table: String {
        let hasParts = (drawn + coarse).contains { $0.parts > 0 }
        let title = HTML.escape(renderer.strings["timeline"])
        var html = "<details class=\"chart-data\">"
        html += "<summary>\(HTML.escape(renderer.strings["timeline-numbers"]))</summary>"
        html +=
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(title)\">"
        html += "<table><thead><tr>"
        for key in ["period", "mentions"] + (hasParts ? ["mentions-of-parts"] : []) {
            html += "<th scope=\"col\">\(HTML.escape(renderer.strings[key]))</th>"
        }
        html += "</tr></thead><tbody>\n"
        for period in (drawn + coarse).sorted(by: { $0.date < $1.date }) {
            html += "<tr><th scope=\"row\"><time datetime=\"\(period.date.iso)\">"
            html += "\(HTML.escape(words(period.date)))</time></th><td>\(period.own)</td>"
            html += hasParts ? "<td>\(period.all)</td></tr>\n" : "</tr>\n"
        }
        return html + "</tbody></table></div></details>"
    }
}
