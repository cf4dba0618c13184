import Archive
import Files

/// Encodes the inputs of a file and hashes them: the cache key of the file.
///
/// Strings and arrays are length-prefixed, so that different sequences of values have different
/// encodings.
struct CacheKeyBuilder {
    private var bytes: [UInt8] = []

    /// - Parameter capacity: about how many bytes will be added.
    init(capacity: Int = 512) { bytes.reserveCapacity(capacity) }

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

    mutating func add(_ value: [UInt8]) {
        add(value.count)
        bytes.append(contentsOf: value)
    }

    mutating func add(_ value: Fingerprint) {
        add(value.high)
        add(value.low)
    }

    mutating func add(_ range: Range<Int>) {
        add(range.lowerBound)
        add(range.upperBound)
    }

    mutating func add(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
