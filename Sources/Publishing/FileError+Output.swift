import Files
import Foundation
import Text

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
