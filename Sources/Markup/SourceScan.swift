import Text

/// What one look at every byte of a source tells: where its lines begin, and which of the rarer
/// things it can hold at all, so that only those are looked for.
struct SourceScan {
    let count: Int
    /// Offset at which each line begins.
    private(set) var lineStarts: [Int32] = [0]
    /// `\[`, or a character reference that could be a bracket, stands somewhere.
    private(set) var hasEscapedBrackets = false
    /// `[^` stands somewhere.
    private(set) var hasFootnotes = false
    /// How often `|` stands in it.
    private(set) var bars = 0

    init(_ source: [UInt8]) {
        count = source.count
        lineStarts.reserveCapacity(source.count / 24 + 2)
        source.withUnsafeBufferPointer { scan($0) }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x80 {
                index += 1
                while index + 8 <= bytes.count, EightBytes(bytes, at: index).isForeign {
                    index += 8
                }
                continue
            }
            index += 1
            switch byte {
            case 0x0A: lineStarts.append(Int32(truncatingIfNeeded: index))
            case 0x0D:
                if index < bytes.count, bytes[index] == 0x0A { index += 1 }
                lineStarts.append(Int32(truncatingIfNeeded: index))
            case UInt8(ascii: "["):
                if index < bytes.count, bytes[index] == UInt8(ascii: "^") { hasFootnotes = true }
                if index > 1, bytes[index - 2] == UInt8(ascii: "\\") { hasEscapedBrackets = true }
            case UInt8(ascii: "&"):
                if index < bytes.count,
                    bytes[index] == UInt8(ascii: "#") || bytes[index] == UInt8(ascii: "l")
                {
                    hasEscapedBrackets = true
                }
            case UInt8(ascii: "|"): bars += 1
            default: break
            }
        }
    }
}
