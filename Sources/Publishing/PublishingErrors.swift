import Files
import Foundation
import Text

/// A file is where the site needs to write, and the program did not write it.
public struct ForeignFile: Error {
    public var path: String

    public var diagnostic: Diagnostic {
        Diagnostic(
            .error, "foreign-file", at: .init(file: path),
            "the site needs this path, and what is there was not written by variorum",
            help: "move it away or delete it, then build again")
    }
}

/// Another process is writing the same site.
public struct BuildInProgress: Error {
    public var path: String

    public init(path: String) { self.path = path }

    public var diagnostic: Diagnostic {
        Diagnostic(
            .error, "build-in-progress", at: .init(file: path),
            "another build is writing this folder",
            help: "wait until it ends, or choose another folder with --output")
    }
}

extension DuplicatePath {
    public var diagnostic: Diagnostic {
        Diagnostic(
            .error, "path-conflict", at: .init(file: path), "two parts of the site need this path",
            notes: tasks.map { "`\($0)` writes it" }, help: "rename one of them")
    }
}

extension Unfinished {
    static let note = "only a part of the new site is in place"

    /// The cause, with what is true of the site now.
    public var diagnostic: Diagnostic {
        var diagnostic =
            switch cause {
            case let error as FileError: error.outputDiagnostic
            case let error as ForeignFile: error.diagnostic
            default: Diagnostic(.error, "output-failed", "\(cause)")
            }
        diagnostic.notes.append(Self.note)
        diagnostic.help = "correct the cause and build again, which completes it"
        return diagnostic
    }
}

extension FileError {
    /// An error of the disk while the site was written.
    public var outputDiagnostic: Diagnostic {
        let help =
            switch code {
            case ENOSPC, EDQUOT:
                "free some space and build again; nothing of the old site was changed"
            case EACCES, EPERM, EROFS:
                "give yourself write permission, or choose another folder with --output"
            case ENOTDIR:
                "this is a file; move it away, or choose another folder with --output"
            default:
                "correct the cause and build again; the site is still the old one or is completed then"
            }
        return Diagnostic(
            .error, "output-failed", at: .init(file: path), "cannot \(action): \(reason)",
            help: help)
    }
}
