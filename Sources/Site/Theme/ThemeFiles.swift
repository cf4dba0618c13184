import Archive
import CAssets
import Files
import Publishing
import Text

/// The templates and assets of a site: the built-in theme, each file overridden by the archive's
/// own file of the same path below `templates/`.
struct ThemeFiles: Sendable {
    struct File: Sendable {
        var bytes: [UInt8]
        /// The name in diagnostics: `templates/article.mustache`, or `built-in article.mustache`.
        var origin: String

        var isOfArchive: Bool { origin.hasPrefix("templates/") }
    }

    /// By path below `templates/`.
    var files: [String: File]

    static let builtIn: [String: [UInt8]] = {
        var files: [String: [UInt8]] = [:]
        for index in 0..<Int(variorum_theme_file_count()) {
            let file = variorum_theme_file(Int32(index))
            let bytes = [UInt8](UnsafeBufferPointer(start: file.data, count: Int(file.size)))
            files[String(cString: file.name)] = bytes
        }
        return files
    }()

    /// Whether the archive overrides a file of the built-in theme with other bytes.
    func isOverridden(_ name: String) -> Bool { files[name]?.bytes != Self.builtIn[name] }

    /// Whether the built-in theme has a file of this name.
    func isBuiltIn(_ name: String) -> Bool { Self.builtIn[name] != nil }

    /// Style sheets directly in `assets/` that the built-in theme does not have, by name.
    ///
    /// Files that a template links are left out: the author determines their order.
    var ownStyles: [String] {
        let templates = files.filter { $0.key.hasSuffix(".mustache") }.map {
            String(decoding: $0.value.bytes, as: UTF8.self)
        }
        return files.keys.filter { name in
            name.hasPrefix("assets/") && name.hasSuffix(".css") && !isBuiltIn(name)
                && !name.dropFirst("assets/".count).contains("/")
                && !templates.contains { $0.contains(name) }
        }.sorted()
    }

    /// - Parameter folder: the archive's `templates/`; it may be missing.
    static func read(overriddenBy folder: String) throws -> ThemeFiles {
        var files = builtIn.mapValues { File(bytes: $0, origin: "") }
        for name in files.keys { files[name]?.origin = "built-in \(name)" }
        for name in try FolderEntries.files(below: folder) {
            let segments = name.split(separator: "/")
            if segments.contains(where: {
                $0.hasPrefix(".") || $0.hasPrefix("_") || $0.hasSuffix("~")
            }) {
                continue
            }
            if let bytes = try Disk.readIfPresent("\(folder)/\(name)") {
                files[name] = File(bytes: bytes, origin: "templates/\(name)")
            }
        }
        return ThemeFiles(files: files)
    }

    /// Scripts that are written as one file: the second is appended to the first.
    private static let joined = ["assets/search.js": "assets/search-ui.js"]

    /// `assets/…` as files of the site, sorted; built-in scripts and style sheets are minified.
    var assets: [OutputFile] {
        assetPaths.map { name in
            let second = Self.joined[name].map { compact($0) } ?? []
            return OutputFile(path: name, bytes: compact(name) + second)
        }
    }

    /// The paths of `assets`, sorted.
    var assetPaths: [String] {
        files.keys.filter { $0.hasPrefix("assets/") && !Self.joined.values.contains($0) }.sorted()
    }

    private func compact(_ name: String) -> [UInt8] {
        guard let file = files[name] else { return [] }
        let isOurs = file.bytes == Self.builtIn[name]
        let isText = name.hasSuffix(".js") || name.hasSuffix(".css")
        return isOurs && isText ? CompactAsset.of(file.bytes) : file.bytes
    }
}
