import Crypto
import Foundation

/// 128 bits of SHA-256: two things with one fingerprint are made of the same bytes.
public struct Fingerprint: Hashable, Sendable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    public init(of bytes: [UInt8]) { self.init(data: bytes) }

    public init(of bytes: ArraySlice<UInt8>) { self.init(data: bytes) }

    private init(data: some DataProtocol) {
        (high, low) = SHA256.hash(data: data).withUnsafeBytes {
            (
                $0.loadUnaligned(as: UInt64.self),
                $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            )
        }
    }
}
