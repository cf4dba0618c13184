/// Which addresses of links and images may reach a page.
public enum AddressPolicy {
    /// Schemes that run or carry code, or reach into the reader's machine.
    private static let refused: Set<String> = [
        "javascript", "vbscript", "data", "file", "blob", "view-source", "jar", "livescript",
        "mocha",
    ]
    private static let allowedInHTML: Set<String> = ["http", "https", "mailto", "tel"]
    private static let allowedForImages: Set<String> = ["http", "https"]

    /// Whether a Markdown link may lead to an address: anything but what runs or carries code.
    public static func allowsLink(_ address: some Sequence<UInt8>) -> Bool {
        scheme(of: address).map { !refused.contains($0) } ?? true
    }

    /// Whether an attribute of raw HTML may hold an address; its character references are still in
    /// it.
    static func allowsAttribute(_ name: [UInt8], value: [UInt8]) -> Bool {
        guard let plain = withoutReferences(value) else { return false }
        guard let scheme = scheme(of: plain) else { return true }
        return name == Array("src".utf8)
            ? allowedForImages.contains(scheme) : allowedInHTML.contains(scheme)
    }

    /// The scheme in lower case as a browser sees it, which skips white space and control
    /// characters; `nil` of a relative address.
    private static func scheme(of address: some Sequence<UInt8>) -> String? {
        var scheme: [UInt8] = []
        for byte in address where byte > 0x20 && byte != 0x7F {
            switch byte {
            case UInt8(ascii: ":"):
                return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self)
            case 0x41...0x5A: scheme.append(byte | 0x20)
            case 0x61...0x7A: scheme.append(byte)
            case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if scheme.isEmpty { return nil }
                scheme.append(byte)
            default: return nil
            }
        }
        return nil
    }

    /// A value with its numeric character references read; `nil` when a named one is where it
    /// could spell a scheme (`&colon;`, `&Tab;`), which no honest address needs.
    private static func withoutReferences(_ value: [UInt8]) -> [UInt8]? {
        var plain: [UInt8] = []
        var index = 0
        var pastScheme = false
        while index < value.count {
            let byte = value[index]
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
                pastScheme = true
            }
            guard byte == UInt8(ascii: "&"), !pastScheme else {
                plain.append(byte)
                index += 1
                continue
            }
            guard index + 1 < value.count, value[index + 1] == UInt8(ascii: "#") else {
                return nil
            }
            var at = index + 2
            var radix: UInt32 = 10
            if at < value.count, value[at] | 0x20 == UInt8(ascii: "x") {
                radix = 16
                at += 1
            }
            var scalar: UInt32 = 0
            while at < value.count, let digit = Character(UnicodeScalar(value[at])).hexDigitValue,
                digit < Int(radix)
            {
                scalar = min(scalar &* radix &+ UInt32(digit), 0x11_0000)
                at += 1
            }
            if at < value.count, value[at] == UInt8(ascii: ";") { at += 1 }
            if scalar < 0x80 { plain.append(UInt8(scalar)) } else { plain += [0xC2, 0x80] }
            index = at
        }
        return plain
    }
}
