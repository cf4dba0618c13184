import Foundation
import Text

/// How the parts of a mail message travel (RFC 2045, section 6) → bytes.
enum TransferEncoding {
    static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
        switch name.lowercased() {
        case "quoted-printable": quotedPrintable(bytes)
        case "base64": base64(bytes)
        default: Array(bytes)
        }
    }

    /// `=E6=B2=B3`; `=` at the end of a line joins it with the next.
    ///
    /// What is neither stays.
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "=") else {
                out.append(bytes[index])
                index += 1
                continue
            }
            var next = index + 1
            while next < bytes.endIndex, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
            if next >= bytes.endIndex { break }
            if bytes[next] == 0x0A || bytes[next] == 0x0D {
                if bytes[next] == 0x0D, next + 1 < bytes.endIndex, bytes[next + 1] == 0x0A {
                    next += 1
                }
                index = next + 1
            } else if index + 2 < bytes.endIndex, let high = Hex.value(of: bytes[index + 1]),
                let low = Hex.value(of: bytes[index + 2])
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return out
    }

    /// Signs that are not of the alphabet mean nothing; what is cut off keeps its whole bytes.
    static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var letters = bytes.filter { isLetter($0) }
        if letters.count % 4 == 1 { letters.removeLast() }
        while letters.count % 4 != 0 { letters.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(letters)).map { Array($0) } ?? []
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2B
            || byte == 0x2F
    }
}

extension String {
    /// The text with `%E4%BD%A0` decoded as UTF-8; `nil` if the result is not valid UTF-8.
    var removingPercentEscapes: String? {
        let out = PercentEncoding.decoded(Array(utf8)[...])
        return UTF8Validity.firstInvalid(out) == nil ? String(decoding: out, as: UTF8.self) : nil
    }
}
