import Text

/// Markup as bytes: what a template is given where a `String` would only be made to be taken apart
/// again.
struct HTMLText: Sendable, CustomStringConvertible {
    var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Pieces one behind the other; `nil` when there are none.
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
