import Text

/// Markup as bytes, which avoids the conversion to `String` and back.
struct HTMLText: Sendable, CustomStringConvertible {
    var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Joins parts; `nil` when there are none.
    init?(joining pieces: [[UInt8]], separator: StaticString = "") {
        guard !pieces.isEmpty else { return nil }
        bytes = []
        let gaps = separator.utf8CodeUnitCount * (pieces.count - 1)
        bytes.reserveCapacity(pieces.reduce(gaps) { $0 + $1.count })
        for (number, piece) in pieces.enumerated() {
            if number > 0 { bytes.append(separator) }
            bytes += piece
        }
    }

    var description: String { String(decoding: bytes, as: UTF8.self) }
}
