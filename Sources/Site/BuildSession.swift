import Archive
import Files
import Publishing
import Text

/// What a build holds from its beginning to its end: the lock on the output folder, the cache, the
/// clock, and diagnostics that are not about the archive.
struct BuildSession {
    let options: BuildOptions
    let folder: SiteFolder
    let cache: CacheFolder?
    /// `nil` when the program has no build id; the cache is then not used.
    let program = ProgramIdentity.current
    var watch = Stopwatch()
    var remarks: [Diagnostic] = []
    private let lock: FolderLock
    private let isFolderNew: Bool

    /// Locks the output folder and completes an interrupted build.
    ///
    /// - Throws: `BadOutput`, `BuildInProgress`, `FileError`.
    init(_ options: BuildOptions) throws {
        if let problem = OutputLocation.problem(options.output, archive: options.archive) {
            throw BadOutput(diagnostic: problem)
        }
        self.options = options
        folder = SiteFolder(path: options.output, jobs: options.jobs)
        isFolderNew = !Disk.exists(folder.path)
        guard let lock = try folder.lock() else { throw BuildInProgress(path: options.output) }
        self.lock = lock
        cache = CacheFolder(
            archive: options.archive, output: options.output, diagnostics: &remarks)
        do {
            try cache?.removeOldCopies()
            remarks += try folder.recover()
        } catch {
            lock.release()
            throw error
        }
    }

    /// - Parameter isPublished: whether the folder now contains a site.
    func end(isPublished: Bool) throws {
        defer { lock.release() }
        if isFolderNew, !isPublished { try folder.removeIfEmpty() }
    }

    // MARK: Read

    /// What a site is made of, besides the archive's own files.
    struct Sources: Sendable {
        let theme: ThemeFiles
        let inputs: BuildInputs
        let previous: Previous
    }

    /// Reads the archive and the theme, and beside them what the last build left.
    mutating func read() async throws -> (ContentFolder, Sources) {
        async let found = Self.previous(folder, cache, isClean: options.clean)
        options.progress("reading")
        let content = try ContentFolder.read(root: options.archive, jobs: options.jobs)
        let size = content.files.reduce(0) { $0 + $1.bytes.count }
        watch.lap("read", items: content.files.count, bytes: size)
        let theme = try ThemeFiles.read(overriddenBy: options.archive + "/templates")
        let inputs = try await BuildInputs(content, theme, options)
        watch.lap("inputs", items: content.files.count, bytes: size)
        let previous = try await found
        remarks += previous.remarks
        watch.lap("compare", items: previous.build.report.files, bytes: 0)
        return (content, Sources(theme: theme, inputs: inputs, previous: previous))
    }

    /// The report of the last build, if this one would be made of the same inputs.
    mutating func unchanged(_ sources: Sources) -> BuildReport? {
        let last = sources.previous.build
        guard !options.clean, last.isCurrent(sources.inputs.all),
            let summary = last.record?.summary, var report = BuildReport(summary: summary)
        else { return nil }
        report.published = last.report
        report.diagnostics += last.report.diagnostics(in: options.output)
        if let record = last.refreshedRecord { remarks += cache?.keep(record, as: .record) ?? [] }
        return report
    }

    // MARK: Publish

    /// Writes a site to the staging directory and publishes it.
    mutating func publish(
        _ site: SiteWriter, _ sources: Sources, _ report: inout BuildReport
    ) async throws {
        let staging = try folder.begin(after: sources.previous.build, isClean: options.clean)
        do {
            // What was found in articles is valid whether or not the site is published.
            async let kept = keepReadings(site.renderer, sources)
            let (entries, index) = try await site.write(to: staging, cache, &watch)
            options.progress("publishing")
            let publication = try await folder.publish(staging, entries)
            if let discarded = staging.discarded {
                // No longer true: the site is whole.
                remarks.removeAll { $0.id == "build-interrupted" }
                remarks.append(discarded)
            }
            remarks += await kept + index.remarks
            if let cache, let program {
                if let memory = index.memory { remarks += cache.keep(memory, as: .search) }
                remarks += cache.keep(
                    BuildRecord(
                        program: program, inputs: sources.inputs.all, summary: report.summary,
                        site: publication, entries: entries), as: .record)
            }
            watch.lap("publish", items: publication.report.files, bytes: 0)
            report.published = publication.report
            report.diagnostics += publication.report.diagnostics(in: options.output)
            report.retained = [site, sources]
        } catch let error as Unfinished {
            throw error
        } catch {
            try folder.abandon()
            throw error
        }
    }

    private func keepReadings(_ renderer: PageRenderer, _ sources: Sources) -> [Diagnostic] {
        guard let cache, let program else { return [] }
        let record = ReadingRecord(
            program: program, renderer.textKeys, sources.inputs, renderer.graph,
            last: sources.previous.readings)
        return cache.keep(record, as: .readings)
    }

    // MARK: The last build

    /// The state that the last build left.
    struct Previous: Sendable {
        let build: PreviousBuild
        /// The readings of the articles; `nil` when all articles must be read again.
        let readings: ReadingRecord?
        /// Diagnostics about invalid cache files.
        let remarks: [Diagnostic]
    }

    /// Reads the cache and compares the output folder with it.
    ///
    /// Runs while the archive is read.
    static func previous(
        _ folder: SiteFolder, _ cache: CacheFolder?, isClean: Bool
    ) async throws -> Previous {
        async let kept = readings(isClean ? nil : cache)
        var remarks: [Diagnostic] = []
        let record: BuildRecord? = ProgramIdentity.current.flatMap {
            cache?.part(.record, of: $0, diagnostics: &remarks)
        }
        let build = try await folder.previous(record)
        let (readings, others) = await kept
        return Previous(build: build, readings: readings, remarks: remarks + others)
    }

    private static func readings(_ cache: CacheFolder?) -> (ReadingRecord?, [Diagnostic]) {
        guard let program = ProgramIdentity.current else { return (nil, []) }
        var remarks: [Diagnostic] = []
        return (cache?.part(.readings, of: program, diagnostics: &remarks), remarks)
    }
}

/// The output folder is not allowed.
struct BadOutput: Error {
    var diagnostic: Diagnostic
}
