import Archive
import Files

/// Encodes everything that a file is made of and hashes it: the cache key of the file.
///
/// Strings and arrays are length-prefixed, so that no two sequences of values have one encoding.
struct CacheKeyBuilder {
    private var bytes: [UInt8] = []

    var fingerprint: Fingerprint { Fingerprint(of: bytes) }

    mutating func add(_ number: Int) {
        add(UInt64(bitPattern: Int64(number)))
    }

    mutating func add(_ words: String) {
        add(words.utf8.count)
        bytes.append(contentsOf: words.utf8)
    }

    mutating func add(_ words: String?) {
        add(words == nil ? 0 : 1)
        if let words { add(words) }
    }

    mutating func add(_ piece: [UInt8]) {
        add(piece.count)
        bytes.append(contentsOf: piece)
    }

    mutating func add(_ piece: Fingerprint) {
        add(piece.high)
        add(piece.low)
    }

    mutating func add(_ range: Range<Int>) {
        add(range.lowerBound)
        add(range.upperBound)
    }

    mutating func add(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
