import Files
import Foundation
import Text

extension FileError {
    /// Of a file of the archive.
    ///
    /// - Parameter path: relative to the archive folder.
    func diagnostic(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "unreadable-file", at: Diagnostic.Place(file: path),
            "this file cannot be read: \(words)", help: help)
    }

    /// The reason in words that fit a file of text.
    var words: String {
        switch code {
        case EBUSY: "it changed while being read"
        case EFBIG: "it is larger than \(ContentFolder.largestFile >> 20) MiB"
        case EACCES: "permission denied"
        case ENOENT: "it does not exist"
        case EISDIR: "it is a folder"
        case ELOOP: "it is a link to itself"
        default: reason
        }
    }

    private var help: String {
        switch code {
        case EACCES: "give yourself permission to read it, or move it away"
        case EFBIG: "split it into several files"
        case ENOENT, EBUSY: "build again once the file has stopped changing"
        default: "move it away"
        }
    }
}
