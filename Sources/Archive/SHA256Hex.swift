import Crypto
import Foundation

/// SHA-256 (FIPS 180-4) as it is written in front matter and manifests.
public enum SHA256Hex {
    /// 64 lower-case hexadecimal digits.
    public static func of(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).withUnsafeBytes { hash in
            String(unsafeUninitializedCapacity: 64) { digits in
                for (index, byte) in hash.enumerated() {
                    digits[2 * index] = digit(byte >> 4)
                    digits[2 * index + 1] = digit(byte & 0x0F)
                }
                return 2 * hash.count
            }
        }
    }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? 0x30 + nibble : 0x57 + nibble
    }
}
