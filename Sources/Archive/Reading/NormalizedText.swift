import Text

/// The text of a file as everything after this sees it: valid UTF-8 without a byte order mark, line
/// ends `\n`, control characters replaced by U+FFFD.
struct NormalizedText {
    var bytes: [UInt8]
    var diagnostics: [Diagnostic]

    /// `nil` with the error when the bytes are not UTF-8.
    static func read(_ bytes: consuming [UInt8], file: String) -> Result<NormalizedText, Refusal> {
        if bytes.starts(with: byteOrderMark) { bytes.removeFirst(3) }
        if let offset = UTF8Validity.firstInvalid(bytes) {
            return .failure(Refusal(invalidUTF8(bytes, offset, file)))
        }
        var text = NormalizedText(bytes: bytes, diagnostics: [])
        bytes = []
        text.normalizeLineEnds()
        text.replaceControls(file)
        return .success(text)
    }

    /// The text of bytes that were read before without anything to say about them.
    static func known(_ bytes: consuming [UInt8]) -> [UInt8] {
        if bytes.starts(with: byteOrderMark) { bytes.removeFirst(3) }
        var text = NormalizedText(bytes: bytes, diagnostics: [])
        bytes = []
        text.normalizeLineEnds()
        return text.bytes
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    struct Refusal: Error {
        var diagnostic: Diagnostic
        init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
    }

    private static func invalidUTF8(_ bytes: [UInt8], _ offset: Int, _ file: String) -> Diagnostic {
        let before = bytes[..<offset]
        let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        return Diagnostic(
            .error, "invalid-utf8",
            at: Diagnostic.Place(
                file: file, line: line, column: offset - start + 1,
                excerpt: isUTF16 ? nil : String(decoding: bytes[start..<end], as: UTF8.self)),
            "byte 0x\(hex(bytes[offset])) at offset \(offset) is not UTF-8"
                + (isUTF16 ? " but UTF-16" : ""),
            help:
                "save the file as UTF-8, or import it with `variorum add`, which reads other encodings"
        )
    }

    private static func hex(_ byte: UInt8) -> String {
        String(decoding: [Hex.upper(byte >> 4), Hex.upper(byte & 15)], as: UTF8.self)
    }

    private mutating func normalizeLineEnds() {
        guard let first = ByteWord.firstIndex(of: 0x0D, in: bytes[...]) else { return }
        var to = first
        var from = first
        while from < bytes.count {
            let byte = bytes[from]
            from += 1
            if byte == 0x0D {
                if from < bytes.count, bytes[from] == 0x0A { from += 1 }
                bytes[to] = 0x0A
            } else {
                bytes[to] = byte
            }
            to += 1
        }
        bytes.removeLast(bytes.count - to)
    }

    /// C0 except tab and line end, DEL, C1 and U+FFFE, U+FFFF: no page, feed or XML may hold them.
    private mutating func replaceControls(_ file: String) {
        guard let first = firstControl() else { return }
        let place = place(of: first, file)
        let name = controlName(at: first)
        var out = Array(bytes[..<first])
        var count = 0
        var at = first
        while at < bytes.count {
            let length = controlLength(at: at)
            if length > 0 {
                out += [0xEF, 0xBF, 0xBD]
                count += 1
                at += length
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        bytes = out
        diagnostics.append(
            Diagnostic(
                .warning, "control-character", at: place,
                count == 1
                    ? "the text contains the control character \(name)"
                    : "the text contains \(count) control characters, the first is \(name)",
                help: "remove \(count == 1 ? "it" : "them"); the site shows U+FFFD instead"))
    }

    private func firstControl() -> Int? {
        bytes.withUnsafeBufferPointer { text in
            var at = 0
            while true {
                while at + 8 <= text.count, !Self.mayHoldControls(ByteWord(text, at: at)) {
                    at += 8
                }
                guard at < text.count else { return nil }
                if controlLength(at: at) > 0 { return at }
                at += 1
            }
        }
    }

    private static func mayHoldControls(_ bytes: ByteWord) -> Bool {
        if bytes.holds(0xC2) || bytes.holds(0xEF) { return true }
        return !bytes.isNonASCII && (bytes.holdsLess(than: 0x20) || bytes.holds(0x7F))
    }

    private func controlLength(at offset: Int) -> Int {
        let byte = bytes[offset]
        if byte < 0x20 { return byte == 0x0A || byte == 0x09 ? 0 : 1 }
        if byte < 0x7F || byte > 0xEF { return 0 }
        switch byte {
        case 0x7F: return 1
        case 0xC2: return bytes[offset + 1] < 0xA0 ? 2 : 0
        case 0xEF: return bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE ? 3 : 0
        default: return 0
        }
    }

    private func controlName(at offset: Int) -> String {
        let digits = String(
            UTF8Scalars.decode(bytes, at: offset).scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private func place(of offset: Int, _ file: String) -> Diagnostic.Place {
        let line = bytes[..<offset].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return Diagnostic.Place(file: file, line: line, column: offset - start + 1)
    }
}
