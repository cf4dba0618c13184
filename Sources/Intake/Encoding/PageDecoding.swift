import Text

/// Bytes of a page → UTF-8.
///
/// The bytes come before any label: a byte order mark, then valid UTF-8; the label of a page is
/// used if the bytes can be in that encoding and do not plainly say something else.
enum PageDecoding {
    struct Decoded {
        var utf8: [UInt8]
        var encoding: CharacterEncoding
        /// How many bytes meant nothing and are U+FFFD now.
        var damaged: Int
        /// The number of NULs that were removed.
        var nulls = 0
        /// What the page or its server says, if it is another encoding.
        var contradicted: String?
        /// Nothing declares the encoding, and the bytes do not decide it.
        var isGuess = false

        fileprivate init(utf8: [UInt8], encoding: CharacterEncoding, damaged: Int) {
            nulls = utf8.count { $0 == 0 }
            self.utf8 = nulls == 0 ? utf8 : utf8.filter { $0 != 0 }
            self.encoding = encoding
            self.damaged = damaged
        }
    }

    enum Outcome {
        case decoded(Decoded)
        /// The label that is none of the Encoding Standard, or one that it refuses.
        case unsupported(String)
        case binary
    }

    /// - Parameter charset: the encoding that a server named; the page's own label takes
    ///   precedence.
    static func decode(_ bytes: [UInt8], charset: String? = nil) -> Outcome {
        let label = label(of: bytes) ?? charset
        let declared = label.flatMap(CharacterEncoding.init(label:))
        switch EncodingDetector.detect(bytes) {
        case .binary: return .binary
        case .decided(let verdict) where verdict.skip > 0 || verdict.encoding.isUTF16:
            return .decoded(
                said(converted(bytes[verdict.skip...], verdict.encoding), label, declared))
        case .decided(let verdict) where verdict.encoding == .utf8:
            let isASCII = bytes.allSatisfy { $0 < 0x80 }
            if isASCII {
                // Seven bits are ASCII, unless a label says that they are shifted.
                if let label, declared?.isRefused == true { return .unsupported(label) }
                let decoded = Decoded(utf8: bytes, encoding: .utf8, damaged: 0)
                return .decoded(decoded)
            }
            let decoded = Decoded(utf8: bytes, encoding: .utf8, damaged: 0)
            return .decoded(said(decoded, label, declared))
        case .damagedUTF8:
            if let declared, declared != .utf8, !declared.isRefused, fits(bytes, declared) {
                return .decoded(converted(bytes[...], declared))
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let damaged = text.unicodeScalars.count { $0.value == 0xFFFD }
            let decoded = Decoded(utf8: Array(text.utf8), encoding: .utf8, damaged: damaged)
            return .decoded(said(decoded, label, declared))
        case .decided(let verdict):
            return choose(bytes, verdict, label, declared)
        case .undecided:
            return choose(bytes, nil, label, declared)
        }
    }

    /// The label's encoding, or the one that was detected, for bytes that are not UTF-8.
    private static func choose(
        _ bytes: [UInt8], _ verdict: EncodingDetector.Verdict?, _ label: String?,
        _ declared: CharacterEncoding?
    ) -> Outcome {
        if let label, declared == nil || declared?.isRefused == true { return .unsupported(label) }
        guard let declared, declared != .utf8, !declared.isUTF16 else {
            var decoded = converted(bytes[...], verdict?.encoding ?? .windows1252)
            decoded.isGuess = label == nil && verdict?.isGuess != false
            return .decoded(said(decoded, label, declared))
        }
        if let verdict, !isSame(verdict.encoding, declared),
            verdict.encoding != .windows1252, contradicts(bytes, verdict.encoding, declared)
        {
            return .decoded(said(converted(bytes[...], verdict.encoding), label, declared))
        }
        return .decoded(converted(bytes[...], declared))
    }

    /// Han text that was declared as something else: it reads like prose in the detected encoding
    /// alone.
    private static func contradicts(
        _ bytes: [UInt8], _ detected: CharacterEncoding, _ declared: CharacterEncoding
    ) -> Bool {
        guard fits(bytes, declared) else { return true }
        func score(_ encoding: CharacterEncoding) -> Double {
            let (text, invalid, _) = EncodingConverter.utf8(
                from: bytes.prefix(1 << 18), in: encoding)
            return ProseLikeness(text, invalid: invalid).score
        }
        if detected == .gb18030 || detected == .big5 {
            return score(detected) > 0.12 && score(declared) < 0.04
        }
        // Kana, hangul and Cyrillic are not what a Western label means.
        return declared == .windows1252
    }

    private static func isSame(_ a: CharacterEncoding, _ b: CharacterEncoding) -> Bool {
        a == b || a.name == b.name
    }

    /// Notes that the label is another encoding than the one that was used.
    private static func said(
        _ decoded: Decoded, _ label: String?, _ declared: CharacterEncoding?
    ) -> Decoded {
        var decoded = decoded
        if let label, declared.map({ !isSame($0, decoded.encoding) }) ?? true {
            decoded.contradicted = label
        }
        return decoded
    }

    private static func fits(_ bytes: [UInt8], _ encoding: CharacterEncoding) -> Bool {
        let (text, invalid, _) = EncodingConverter.utf8(from: bytes.prefix(1 << 18), in: encoding)
        return invalid * 1000 <= text.count
    }

    private static func converted(_ bytes: ArraySlice<UInt8>, _ encoding: CharacterEncoding)
        -> Decoded
    {
        let (text, invalid, _) = EncodingConverter.utf8(from: bytes, in: encoding)
        return Decoded(utf8: text, encoding: encoding, damaged: invalid)
    }

    /// The first label that a `meta` near the start names, or an XML declaration.
    static func label(of bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if head.starts(with: "<?xml".utf8) {
            let declaration = head.prefix { $0 != UInt8(ascii: ">") }
            if let name = value(after: "encoding", in: declaration) { return name }
        }
        var rest = head[...]
        while let meta = rest.firstRange(of: Array("<meta".utf8)) {
            rest = rest[meta.upperBound...]
            let tag = rest.prefix { $0 != UInt8(ascii: ">") }
            if let name = value(after: "charset", in: tag) { return name }
        }
        return nil
    }

    private static func value(after key: String, in text: ArraySlice<UInt8>) -> String? {
        guard let found = text.firstRange(of: Array(key.utf8)) else { return nil }
        let rest = text[found.upperBound...].drop { $0 <= 0x20 }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        let ends = Array("\"';>/, ".utf8)
        let name = rest.dropFirst().drop { $0 <= 0x20 || ends.contains($0) }
            .prefix { $0 > 0x20 && !ends.contains($0) }
        return name.isEmpty || name.count > 60 ? nil : String(decoding: name, as: UTF8.self)
    }

    static func refusal(of label: String, at place: Diagnostic.Place) -> Diagnostic {
        let isKnown = CharacterEncoding(label: label) != nil
        return Diagnostic(
            .error, "unknown-encoding", at: place,
            "the page declares the encoding `\(Scalars.string(label.unicodeScalars.prefix(60)))`, "
                + (isKnown ? "which is not supported" : "which is not known"),
            help: "save the page as UTF-8, then run `add` again")
    }

    /// What a user should know about how a page was decoded.
    static func notes(_ decoded: Decoded, at place: Diagnostic.Place) -> [Diagnostic] {
        if let label = decoded.contradicted {
            return [
                Diagnostic(
                    .warning, "encoding-conflict", at: place,
                    "the page declares the encoding `\(Scalars.string(label.unicodeScalars.prefix(60)))`, but its bytes are \(decoded.encoding.name)",
                    help:
                        "it was read as \(decoded.encoding.name); compare the article with the page"
                )
            ]
        }
        guard decoded.isGuess else { return [] }
        return [
            Diagnostic(
                .warning, "encoding-guessed", at: place,
                "the page declares no encoding; it was read as \(decoded.encoding.name)",
                help: "compare the article with the page")
        ]
    }
}

/// Limits for the size of a page: parsing takes about 30 bytes of memory per byte.
enum PageSize {
    /// In bytes, all in all; pictures inside a page are most of a large one.
    static let largest = 128 << 20
    /// In bytes, without pictures inside the page.
    static let mostMarkup = 20 << 20

    static func problem(of page: [UInt8], at place: Diagnostic.Place) -> Diagnostic? {
        guard page.count > mostMarkup else { return nil }
        if page.count > largest {
            return Diagnostic(
                .error, "page-too-large", at: place,
                "the page has \(page.count >> 20) MB; pages up to \(largest >> 20) MB are read",
                help: "save the page without its pictures inside it, and add that file")
        }
        let markup = markup(in: page)
        guard markup > mostMarkup else { return nil }
        return Diagnostic(
            .error, "page-too-large", at: place,
            "the page has \(markup >> 20) MB of markup; up to \(mostMarkup >> 20) MB are read",
            help: "save the article alone, and add that file")
    }

    /// Bytes of a page without its `data:` addresses.
    private static func markup(in page: [UInt8]) -> Int {
        let scheme = Array("data:".utf8)
        var pictures = 0
        var index = 0
        while let start = ByteSearch.end(of: scheme, in: page, from: index) {
            index = start
            while index < page.count, !ends[Int(page[index])] { index += 1 }
            pictures += index - start
        }
        return page.count - pictures
    }

    /// Bytes that end an address.
    private static let ends: [Bool] = (0..<256).map { byte in
        byte <= 0x20 || "\"'()<>".utf8.contains(UInt8(byte))
    }
}
