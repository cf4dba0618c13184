import Text

/// Where the sentences of a text probably begin, by a rule that is short enough for the search page
/// to follow it too; `SentenceTable` tells what it gets wrong.
///
/// A sentence begins at the first character of a line; behind 。！？… and the quotes and brackets
/// that close right behind them; and behind `.` `!` `?`, such quotes and white space.
enum SentenceStarts {
    private enum State { case inside, lineStart, ended, mayEnd, gap }

    /// Offsets in bytes, ascending.
    static func likely(_ text: [UInt8]) -> [UInt32] {
        text.withUnsafeBufferPointer { bytes in
            likely(text, bytes)
        }
    }

    private static func likely(
        _ text: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>
    ) -> [UInt32] {
        var starts: [UInt32] = []
        var state = State.lineStart
        var at = 0
        while at < bytes.count {
            if state == .inside {
                while at + 8 <= bytes.count, isInside(EightBytes(bytes, at: at)) { at += 8 }
                while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
                guard at < bytes.count else { break }
            }
            let byte = bytes[at]
            if byte >= 0xE4, byte < 0xEA {
                // Han ideographs, nearly all of the text.
                if state != .inside {
                    if state != .mayEnd { starts.append(UInt32(at)) }
                    state = .inside
                }
                at += 3
                continue
            }
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            let isNew = state == .lineStart || state == .gap
            switch mark(scalar) {
            case .lineEnd: state = .lineStart
            case .space: if state == .ended || state == .mayEnd { state = .gap }
            case .full:
                if isNew { starts.append(UInt32(at)) }
                state = .ended
            case .stop:
                if isNew { starts.append(UInt32(at)) }
                if state != .ended { state = .mayEnd }
            case .closer where state == .ended || state == .mayEnd: break
            case .closer, .other:
                if isNew || state == .ended { starts.append(UInt32(at)) }
                state = .inside
            }
            at += length
        }
        return starts
    }

    /// Whether no sign that ends a sentence or a line begins here: neither ASCII up to `?` nor one
    /// of those beyond.
    @inline(__always)
    private static func isInside(_ bytes: EightBytes) -> Bool {
        !bytes.holdsLess(than: 0x40) && !bytes.holds(0xE2) && !bytes.holds(0xE3)
            && !bytes.holds(0xEF)
    }

    private enum Mark { case lineEnd, space, full, stop, closer, other }

    private static func mark(_ scalar: UInt32) -> Mark {
        switch scalar {
        case 0x0A: .lineEnd
        case 0x20, 0xA0, 0x3000: .space
        case 0x3002, 0xFF01, 0xFF1F, 0x2026: .full
        case 0x21, 0x2E, 0x3F: .stop
        case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0x300B, 0x300D, 0x300F, 0x3011, 0xFF09: .closer
        default: .other
        }
    }
}
