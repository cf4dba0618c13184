import Crypto
import Text

/// The SHA-256 of a file's bytes (FIPS 180-4), 32 bytes without a pointer.
public struct ContentHash: Hashable, Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64)

    public init(of bytes: [UInt8]) {
        words = SHA256.hash(data: bytes).withUnsafeBytes {
            (
                $0.loadUnaligned(as: UInt64.self),
                $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
                $0.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
                $0.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
            )
        }
    }

    /// - Returns: `nil` unless there are 64 hexadecimal digits.
    public init?(hex: String) {
        var bytes = [UInt8](repeating: 0, count: 32)
        var count = 0
        for digit in hex.utf8 {
            guard count < 64, let value = Hex.value(of: digit) else { return nil }
            bytes[count / 2] = bytes[count / 2] << 4 | value
            count += 1
        }
        guard count == 64 else { return nil }
        words = bytes.withUnsafeBytes {
            $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
        }
    }

    /// - Parameter stored: 32 bytes, as `withUnsafeBytes` gives them.
    public init(stored: UnsafeRawBufferPointer) {
        precondition(stored.count == 32)
        words = stored.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
    }

    public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Swift.withUnsafeBytes(of: words, body)
    }

    /// 64 lower-case hexadecimal digits, as front matter and manifests have it.
    public var hex: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        appendHex(to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    /// Appends 64 lower-case hexadecimal digits.
    public func appendHex(to output: inout [UInt8]) {
        withUnsafeBytes { bytes in
            for byte in bytes {
                output.append(Hex.lower(byte >> 4))
                output.append(Hex.lower(byte & 0x0F))
            }
        }
    }

    public static func == (left: ContentHash, right: ContentHash) -> Bool {
        left.words == right.words
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
    }
}
