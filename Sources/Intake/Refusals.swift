import Text

/// Sources that `add` cannot read, and what it says about them.
enum Refusals {
    struct Refusal: Error {
        var diagnostic: Diagnostic
    }

    static func diagnostic(for kind: SourceKind, at place: Diagnostic.Place) -> Diagnostic? {
        switch kind {
        case .empty:
            Diagnostic(
                .error, "empty-source", at: place, "there is no text in it",
                help: "check that the capture went well")
        case .binary(let format):
            Diagnostic(
                .error, "not-text", at: place,
                format.isEmpty ? "this is no text" : "this is no text (it looks like \(format))",
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
                "its encoding is neither UTF-8 nor UTF-16, GB18030 or Big5",
                help: "save the file as UTF-8, and add it again"))
    }

    private static func damaged(
        _ bytes: [UInt8], _ encoding: String, _ offset: Int, _ place: Diagnostic.Place
    ) -> Diagnostic {
        var place = place
        let before = bytes[..<min(offset, bytes.count)]
        place.line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        place.column = offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
        return Diagnostic(
            .error, "damaged-text", at: place, "the text is \(encoding), but byte \(offset) is not",
            help: "capture the article again, or correct the file in an editor")
    }
}
