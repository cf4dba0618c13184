import Foundation
import Text

/// File names for articles and originals: readable in any script, safe on any disk.
public enum FileName {
    /// Letters and digits of every script in lower case, everything else as single hyphens, at most
    /// `limit` bytes, cut between words where Latin words are; `article` when nothing is left.
    public static func slug(_ title: String, limit: Int = 60) -> String {
        var bytes: [UInt8] = []
        var pendingHyphen = false
        var lastBreak = 0
        for scalar in title.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            guard isNameScalar(scalar) else {
                pendingHyphen = pendingHyphen || !isApostrophe(scalar)
                continue
            }
            var piece: [UInt8] = []
            if pendingHyphen, !bytes.isEmpty { piece.append(0x2D) }
            UTF8Scalars.append(scalar.value, to: &piece)
            if bytes.count + piece.count > limit {
                // Inside a Latin word: go back to the end of the word before it.
                if !pendingHyphen, ScalarClass(scalar.value) == .word, lastBreak * 2 > bytes.count {
                    bytes.removeLast(bytes.count - lastBreak)
                }
                break
            }
            if pendingHyphen || ScalarClass(scalar.value) == .han { lastBreak = bytes.count }
            pendingHyphen = false
            bytes.append(contentsOf: piece)
        }
        let name = String(decoding: bytes, as: UTF8.self)
        return name.isEmpty ? "article" : reserved.contains(name) ? name + "-article" : name
    }

    /// `name`, or `name-2`, `name-3` …: the first that is not taken.
    static func free(_ name: String, isTaken: (String) -> Bool) -> String {
        guard isTaken(name) else { return name }
        var number = 2
        while isTaken("\(name)-\(number)") { number += 1 }
        return "\(name)-\(number)"
    }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch ScalarClass(scalar.value) {
        case .han, .word: true
        case .space, .zeroWidth, .other: false
        }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "’"
    }

    /// Names that Windows keeps for devices, and `index`, which pages are called.
    private static let reserved: Set<String> = [
        "con", "prn", "aux", "nul", "com1", "com2", "lpt1", "lpt2", "index",
    ]
}
