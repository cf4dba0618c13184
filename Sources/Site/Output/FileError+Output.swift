import Files
import Foundation
import Text

extension FileError {
    /// The disk refused something while the site was written.
    ///
    /// The old site still stands.
    var diagnostic: Diagnostic {
        let help =
            switch code {
            case ENOSPC, EDQUOT:
                "free some space and build again; nothing of the old site was changed"
            case EACCES, EPERM, EROFS:
                "give yourself write permission, or choose another folder with --output"
            case ENOTDIR:
                "this is a file; move it away, or choose another folder with --output"
            default: "nothing of the old site was changed; mend the cause and build again"
            }
        return Diagnostic(
            .error, "output-failed", at: .init(file: path), "cannot \(action): \(reason)",
            help: help)
    }
}
