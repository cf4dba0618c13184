import Files

/// A file of `.variorum/` that only the program that wrote it believes.
public protocol CachePart {
    /// What its bytes begin with: `CacheSignature.start`, its name and the number of its form.
    static var signature: [UInt8] { get }
    var program: Fingerprint { get }
    var bytes: [UInt8] { get }

    /// - Returns: `nil` when the bytes are not those that were written.
    init?(_ bytes: [UInt8])
}

enum CacheSignature {
    /// Of all parts in all forms.
    static let start = Array("variorum ".utf8)
}
