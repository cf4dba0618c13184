import Files
import Foundation
import Text

/// Where a site may be written to.
public enum OutputLocation {
    /// Why the site of an archive cannot be written to a folder; `nil` when it can.
    ///
    /// Refused are the archive's own folders, and folders that hold more than a site.
    public static func problem(_ output: String, archive: String) -> Diagnostic? {
        guard let reason = reason(output, archive: archive) else { return nil }
        return Diagnostic(
            .error, "bad-output", at: output.isEmpty ? nil : .init(file: output),
            "the site cannot be written here: \(reason)",
            help: "name a folder of its own with --output, such as `public`")
    }

    private static func reason(_ output: String, archive: String) -> String? {
        guard !output.isEmpty else { return "the name of the folder is empty" }
        if let link = FileStatus(output), link.kind == .link, FileStatus(following: output) == nil {
            return "it is a symbolic link that leads nowhere"
        }
        let path = resolved(output)
        let root = resolved(archive)
        if path == "/" { return "it is the root of the file system" }
        if path == root { return "it is the archive folder itself" }
        if contains(path, root) { return "the archive is in it" }
        for name in ["content", "templates", ".git", ".variorum"]
        where path == "\(root)/\(name)" || contains(resolved("\(root)/\(name)"), path)
            || path == resolved("\(root)/\(name)")
        {
            return "`\(name)` holds what the site is made of or needs"
        }
        if let other = otherArchive(of: path, root) {
            return "it belongs to the archive `\(other)`"
        }
        if isOfSystem(path) { return "it is a folder of the operating system" }
        if path.split(separator: "/").contains(".git") {
            return "it is in a git repository's `.git`"
        }
        if let home = ProcessInfo.processInfo.environment["HOME"].map(resolved), home != "/",
            path == home || contains(path, home)
        {
            return "it is your home folder, or above it"
        }
        return nil
    }

    /// Another archive whose root the folder is, or whose files it would be among.
    private static func otherArchive(of path: String, _ root: String) -> String? {
        var folder = path
        while folder != "/", !folder.isEmpty, folder != root {
            let content = "\(folder)/content"
            if Disk.exists("\(content)/archive.yml") || Disk.isFolder("\(content)/articles") {
                let isAmongSources =
                    folder == path
                    || ["content", "templates", ".git", ".variorum"].contains {
                        path == "\(folder)/\($0)" || contains("\(folder)/\($0)", path)
                    }
                return isAmongSources ? folder : nil
            }
            folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
        }
        return nil
    }

    /// Whether a folder holds programs or settings of the system (Filesystem Hierarchy Standard
    /// 3.0, chapters 3 to 5).
    private static func isOfSystem(_ path: String) -> Bool {
        let names = path.split(separator: "/")
        guard let first = names.first else { return true }
        switch first {
        case "bin", "boot", "etc", "lib", "lib32", "lib64", "libx32", "proc", "sbin", "sys":
            return true
        case "dev", "root", "run": return names.count == 1
        case "usr", "var":
            // A server's pages may be as deep as in /usr/share/nginx/html or /var/www.
            return names.count == 1
                || names.count == 2
                    && [
                        "backups", "bin", "cache", "include", "lib", "lib64", "libexec", "local",
                        "log", "sbin", "share", "spool", "src",
                    ].contains(names[1])
        default: return false
        }
    }

    private static func contains(_ folder: String, _ path: String) -> Bool {
        path.hasPrefix(folder == "/" ? "/" : folder + "/")
    }

    /// The absolute path without links, `.` and `..`, also where the last folders do not exist.
    static func resolved(_ path: String) -> String {
        if let real = Disk.realPath(path) { return real }
        var parts = path.split(separator: "/").map(String.init)
        var missing: [String] = []
        while let last = parts.popLast() {
            missing.insert(last, at: 0)
            let rest = parts.joined(separator: "/")
            let start = path.hasPrefix("/") ? "/" + rest : (rest.isEmpty ? "." : rest)
            guard var real = Disk.realPath(start) else { continue }
            for name in missing where name != "." {
                if name == ".." {
                    real = String(real[..<(real.lastIndex(of: "/") ?? real.startIndex)])
                } else {
                    real += real == "/" ? name : "/" + name
                }
            }
            return real.isEmpty ? "/" : real
        }
        return path
    }
}
