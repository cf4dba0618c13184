import Text

/// Bytes of a page → UTF-8.
///
/// The bytes come before any label: a byte order mark, then valid UTF-8; the label of a page is
/// used if the bytes can be in that encoding.
enum PageDecoding {
    struct Decoded {
        var utf8: [UInt8]
        var encoding: CharacterEncoding
        /// How many bytes meant nothing and are U+FFFD now.
        var damaged: Int
        /// The number of NULs that were removed.
        var nulls = 0

        fileprivate init(utf8: [UInt8], encoding: CharacterEncoding, damaged: Int) {
            nulls = utf8.count { $0 == 0 }
            self.utf8 = nulls == 0 ? utf8 : utf8.filter { $0 != 0 }
            self.encoding = encoding
            self.damaged = damaged
        }
    }

    /// - Parameter charset: the encoding that a server named; the page's own label takes
    ///   precedence.
    static func decode(_ bytes: [UInt8], charset: String? = nil) -> Decoded? {
        let label = { self.label(of: bytes) ?? charset.flatMap(self.encoding) }
        switch EncodingDetector.detect(bytes) {
        case .decided(let verdict):
            if verdict.encoding == .utf8 {
                return Decoded(
                    utf8: verdict.skip == 0 ? bytes : Array(bytes.dropFirst(verdict.skip)),
                    encoding: .utf8, damaged: 0)
            }
            // Likeness chooses between encodings of Han text; the label chooses between those and
            // the rest.
            var encoding = verdict.encoding
            if verdict.skip == 0, let labelled = label(), encoding != .utf16LittleEndian,
                encoding != .utf16BigEndian,
                labelled != .utf8, fits(bytes, labelled)
            {
                encoding = labelled
            }
            return converted(bytes[verdict.skip...], encoding)
        case .damagedUTF8:
            let text = String(decoding: bytes, as: UTF8.self)
            let damaged = text.unicodeScalars.count { $0.value == 0xFFFD }
            return Decoded(utf8: Array(text.utf8), encoding: .utf8, damaged: damaged)
        case .undecided:
            return converted(
                bytes[...], label().flatMap { $0 == .utf8 ? nil : $0 } ?? .windows1252)
        case .binary: return nil
        }
    }

    private static func fits(_ bytes: [UInt8], _ encoding: CharacterEncoding) -> Bool {
        guard encoding != .windows1252 else { return false }
        let (text, invalid, _) = EncodingConverter.utf8(from: bytes.prefix(1 << 18), in: encoding)
        return invalid * 1000 <= text.count
    }

    private static func converted(_ bytes: ArraySlice<UInt8>, _ encoding: CharacterEncoding)
        -> Decoded
    {
        let (text, invalid, _) = EncodingConverter.utf8(from: bytes, in: encoding)
        return Decoded(utf8: text, encoding: encoding, damaged: invalid)
    }

    /// The encoding that a `meta` near the start names.
    static func label(of bytes: [UInt8]) -> CharacterEncoding? {
        let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        var rest = head[...]
        while let found = rest.firstRange(of: Array("charset".utf8)) {
            rest = rest[found.upperBound...]
            let name = rest.drop {
                $0 <= 0x20 || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "\"")
                    || $0 == UInt8(ascii: "'")
            }
            .prefix {
                $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
                    && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
            }
            if let known = encoding(String(decoding: name, as: UTF8.self)) { return known }
        }
        return nil
    }

    /// By the names that pages use.
    private static func encoding(_ name: String) -> CharacterEncoding? {
        switch name.lowercased() {
        case "utf-8", "utf8": .utf8
        case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk": .gb18030
        case "big5", "big5-hkscs", "x-x-big5": .big5
        case "iso-8859-1", "windows-1252", "latin1", "ascii", "us-ascii", "iso-8859-15":
            .windows1252
        default: nil
        }
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
