import Files
import Foundation

/// The list of what publishing does to the output folder: written and synced before the first
/// change, deleted after the last one, so that an interrupted build can be completed.
///
/// Invariants of the journal:
/// 1. It exists only when all files that it names lie complete in the staging folder, synced.
/// 2. It is applied in four steps: new files, each to a path where nothing is; files that replace
///    one of the program's own, each in one rename; removals; the manifest. While a file of the
///    first step is still staged, no byte of the old site has changed, so the first step can be
///    taken back. (When a file takes the place of a folder or the other way round, removals come
///    first, and nothing can be taken back.)
/// 3. Applying it twice does what applying it once does: a staged file that is gone is in place.
/// It names paths relative to the output folder and nothing outside of it (`SitePathCheck`).
struct Journal: Sendable, Equatable {
    struct Move: Sendable, Equatable {
        var path: String
        var size: Int
        var sha256: ContentHash
    }

    var added: [Move] = []
    /// The manifest last.
    var replaced: [Move] = []
    var removed: [String] = []

    var isEmpty: Bool { added.isEmpty && replaced.isEmpty && removed.isEmpty }

    private static let start = Array("variorum journal ".utf8)
    private static let signature = start + Array("2\n".utf8)

    enum Problem: Error, Equatable {
        case otherVersion, damaged
        case outside(String)
    }

    init() {}

    var bytes: [UInt8] {
        var writer = RecordWriter(signature: Self.signature)
        for moves in [added, replaced] {
            writer.write(moves) { writer, move in
                writer.write(move.path)
                writer.write(short: move.size)
                writer.write(move.sha256)
            }
        }
        writer.write(removed) { $0.write($1) }
        return writer.sealed()
    }

    init(_ bytes: [UInt8]) throws(Problem) {
        guard bytes.starts(with: Self.signature) else {
            throw bytes.starts(with: Self.start) && bytes.contains(0x0A) ? .otherVersion : .damaged
        }
        guard var reader = RecordReader(sealed: bytes, Self.signature) else { throw .damaged }
        do {
            added = try reader.list(Self.move)
            replaced = try reader.list(Self.move)
            removed = try reader.list { try $0.text() }
        } catch {
            throw .damaged
        }
        guard reader.isAtEnd else { throw .damaged }
        let paths = added.map(\.path) + replaced.map(\.path) + removed
        if let path = paths.first(where: { !SitePathCheck.isInside($0) }) { throw .outside(path) }
    }

    private static func move(_ reader: inout RecordReader) throws -> Move {
        Move(
            path: try reader.text(), size: try reader.shortNumber(), sha256: try reader.hash())
    }

    /// The folders that the paths lie in, each after those that it lies in; without the root.
    static func folders(of paths: some Sequence<String>) -> [String] {
        var folders: Set<String> = []
        for path in paths {
            var folder = path[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                guard folders.insert(String(folder)).inserted else { break }
            }
        }
        return folders.sorted(by: SiteFile.precedes)
    }

    /// Whether a file takes the place of a folder or the other way round, so that removals come
    /// first.
    var swapsFilesAndFolders: Bool {
        guard !removed.isEmpty, !added.isEmpty else { return false }
        let gone = Set(removed)
        let goneFolders = Set(Self.folders(of: removed))
        return Self.folders(of: added.map(\.path)).contains { gone.contains($0) }
            || added.contains { goneFolders.contains($0.path) }
    }
}
