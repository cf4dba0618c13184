import Archive
import Text

/// What the last build left: the site that stands, what is known of how it was made, and what was
/// read for it.
///
/// Looked at while the archive is read, and believed only where it fits.
struct LastBuild: Sendable {
    let site: StandingSite
    /// Of the build that made the site; `nil` when nobody knows.
    let record: BuildRecord?
    /// Of the articles.
    let readings: ReadingRecord?
    /// What was found in the cache and cannot be believed.
    let remarks: [Diagnostic]

    /// - Parameter record: of the last build; it counts only when it is of the site that stands.
    init(
        _ folder: OutputFolder, _ inventory: SiteInventory, record: BuildRecord? = nil,
        readings: ReadingRecord? = nil, remarks: [Diagnostic] = []
    ) throws {
        self.record = try record.flatMap { try folder.isOfSite($0) ? $0 : nil }
        site = StandingSite(inventory, try self.record?.files ?? Manifest.read(from: folder.path))
        self.readings = readings
        self.remarks = remarks
    }

    /// - Parameter usesReadings: whether what was read for it may be used again.
    static func find(
        _ folder: OutputFolder, _ cache: CacheFolder?, usesReadings: Bool
    ) async throws -> LastBuild {
        async let kept = readings(usesReadings ? cache : nil)
        var remarks: [Diagnostic] = []
        let record = try ProgramIdentity.current.flatMap {
            try cache?.record(of: $0, diagnostics: &remarks)
        }
        let inventory = try await folder.inventory(record)
        let (readings, others) = try await kept
        return try LastBuild(
            folder, inventory, record: record, readings: readings, remarks: remarks + others)
    }

    private static func readings(
        _ cache: CacheFolder?
    ) throws -> (ReadingRecord?, remarks: [Diagnostic]) {
        guard let program = ProgramIdentity.current else { return (nil, []) }
        var remarks: [Diagnostic] = []
        return (try cache?.readings(of: program, diagnostics: &remarks), remarks)
    }

    /// The report of that build, when this one would be made of the same and its site stands.
    ///
    /// - Parameter folder: path of the site.
    func report(of inputs: BuildInputs, in folder: String) -> BuildReport? {
        guard let record, record.inputs == inputs.all, site.isWhole else { return nil }
        let published = PublishReport(unchanged: site)
        var report = BuildReport()
        report.articles = record.articles
        report.mentions = record.mentions
        report.claims = record.claims
        report.diagnostics = record.diagnostics + published.diagnostics(in: folder)
        report.diagnostics.sort()
        report.published = published
        return report
    }
}
