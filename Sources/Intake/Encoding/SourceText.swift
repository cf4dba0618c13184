import Text

/// A source as lines of text: decoded, line ends normalised, control characters removed.
struct SourceText {
    /// Without their line ends.
    var lines: [String]
    var encoding: CharacterEncoding
    /// The number of control characters that were removed.
    var controls: Int

    init(decoding bytes: [UInt8], as verdict: EncodingDetector.Verdict) throws(DecodingFailure) {
        let utf8: [UInt8]
        if verdict.encoding == .utf8 {
            utf8 = verdict.skip == 0 ? bytes : Array(bytes.dropFirst(verdict.skip))
        } else {
            let (text, _, first) = EncodingConverter.utf8(
                from: bytes[verdict.skip...], in: verdict.encoding)
            if let first { throw DecodingFailure(encoding: verdict.encoding, offset: first) }
            utf8 = text
        }
        encoding = verdict.encoding
        (lines, controls) = Self.split(utf8)
    }

    struct DecodingFailure: Error {
        var encoding: CharacterEncoding
        /// In bytes, 0-based.
        var offset: Int
    }

    /// Lines end at LF, CR LF, CR, form feed, vertical tab, NEL, U+2028 and U+2029.
    private static func split(_ utf8: [UInt8]) -> (lines: [String], controls: Int) {
        var lines: [String] = []
        var line: [UInt8] = []
        var controls = 0
        var i = 0
        func end() {
            lines.append(String(decoding: line, as: UTF8.self))
            line.removeAll(keepingCapacity: true)
        }
        while i < utf8.count {
            let byte = utf8[i]
            switch byte {
            case 0x0A, 0x0B, 0x0C:
                end()
            case 0x0D:
                end()
                if i + 1 < utf8.count, utf8[i + 1] == 0x0A { i += 1 }
            case 0x00..<0x09, 0x0E..<0x20, 0x7F:
                controls += 1
            case 0xC2 where i + 1 < utf8.count && utf8[i + 1] == 0x85:
                end()
                i += 1
            case 0xE2 where i + 2 < utf8.count && utf8[i + 1] == 0x80 && (utf8[i + 2] | 1) == 0xA9:
                end()
                i += 2
            default:
                line.append(byte)
            }
            i += 1
        }
        if !line.isEmpty { end() }
        return (lines, controls)
    }
}

/// Diagnostics for sources that `add` cannot read.
enum Refusals {
    struct Refusal: Error {
        var diagnostic: Diagnostic
    }

    static func diagnostic(for kind: SourceKind, at place: Diagnostic.Place) -> Diagnostic? {
        switch kind {
        case .empty:
            Diagnostic(
                .error, "empty-source", at: place, "the file has no text",
                help: "check that the page was captured completely")
        case .binary(let format):
            Diagnostic(
                .error, "not-text", at: place,
                format.isEmpty ? "not a text file" : "not a text file (it looks like \(format))",
                help: "save the article as Markdown or plain text, and add that file")
        case .savedPage, .markdown, .plainText: nil
        }
    }

    static func decode(_ bytes: [UInt8], at place: Diagnostic.Place) -> Result<SourceText, Refusal>
    {
        switch EncodingDetector.detect(bytes) {
        case .decided(let verdict):
            do {
                return .success(try SourceText(decoding: bytes, as: verdict))
            } catch {
                return .failure(
                    Refusal(diagnostic: damaged(bytes, error.encoding.name, error.offset, place)))
            }
        case .damagedUTF8(let offset):
            return .failure(Refusal(diagnostic: damaged(bytes, "UTF-8", offset, place)))
        case .binary:
            return diagnostic(for: .binary(""), at: place).map { .failure(Refusal(diagnostic: $0)) }
                ?? .failure(undecided(place))
        case .undecided:
            return .failure(undecided(place))
        }
    }

    private static func undecided(_ place: Diagnostic.Place) -> Refusal {
        Refusal(
            diagnostic: Diagnostic(
                .error, "unknown-encoding", at: place,
                "its encoding cannot be determined from its bytes",
                help: "save the file as UTF-8, then run `add` again"))
    }

    private static func damaged(
        _ bytes: [UInt8], _ encoding: String, _ offset: Int, _ place: Diagnostic.Place
    ) -> Diagnostic {
        var place = place
        let before = bytes[..<min(offset, bytes.count)]
        place.line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        place.column = offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
        return Diagnostic(
            .error, "damaged-text", at: place,
            "the text is \(encoding), but byte \(offset) is not valid in it",
            help: "capture the article again, or fix the file in an editor")
    }
}
