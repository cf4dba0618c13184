import Archive
import Files
import Publishing
import Text

/// What a build holds from its beginning to its end: the lock on the output folder, the cache, the
/// clock, and what is to be said besides the archive's diagnostics.
struct BuildSession {
    let options: BuildOptions
    let folder: SiteFolder
    let cache: CacheFolder?
    /// `nil`: nothing can be kept.
    let program = ProgramIdentity.current
    var watch = Stopwatch()
    var remarks: [Diagnostic] = []
    private let lock: BuildLock
    private let isFolderNew: Bool

    /// Locks the output folder, and completes what an interrupted build began.
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

    /// - Parameter isPublished: whether the folder holds a site now.
    func end(isPublished: Bool) throws {
        defer { lock.release() }
        if isFolderNew, !isPublished { try folder.removeIfEmpty() }
    }

    /// What the last build left.
    struct Previous: Sendable {
        let build: PreviousBuild
        /// Of the articles; `nil` when they are to be read again.
        let readings: ReadingRecord?
        /// What was found in the cache and cannot be believed.
        let remarks: [Diagnostic]
    }

    /// Looks at the output folder and into the cache; meanwhile the archive is read.
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

/// The site may not be written there.
struct BadOutput: Error {
    var diagnostic: Diagnostic
}
