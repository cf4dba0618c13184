/// Markup as bytes: what a template is given where a `String` would only be made to be taken apart
/// again.
struct HTMLText: Sendable, CustomStringConvertible {
    var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var description: String { String(decoding: bytes, as: UTF8.self) }
}
