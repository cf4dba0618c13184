import Archive
import Foundation
import Text

/// Unwraps addresses of images that clippers and sites proxy.
enum ImageProxy {
    /// The address of the image itself; `nil` if `url` is not a proxy's.
    ///
    /// Known forms: a query parameter with the whole address (`imageUrl=`, `url=`, `src=` …), or
    /// the percent-encoded address as the last part of the path.
    static func unwrap(_ url: String) -> String? {
        let bytes = Array(url.utf8)
        guard WebAddress.host(of: url) != nil else { return nil }
        if let query = bytes.firstIndex(of: 0x3F) {
            let end = bytes[query...].firstIndex(of: 0x23) ?? bytes.count
            for field in bytes[(query + 1)..<end].split(separator: 0x26) {
                guard let equals = field.firstIndex(of: 0x3D) else { continue }
                let name = String(decoding: field[..<equals], as: UTF8.self).lowercased()
                guard parameters.contains(name) else { continue }
                let value = percentDecoded(Array(field[(equals + 1)...]))
                if let whole = address(value) { return whole }
                if !value.contains("/") { continue }
                // `?url=example.org/picture.jpg`, without a scheme.
                if name == "url", let host = WebAddress.host(of: "https://" + value),
                    host.contains("."), value.contains(".")
                {
                    return address("https://" + value)
                }
            }
        }
        // `https://i0.wp.com/host/path?resize=…`
        for number in 0...3 {
            let start = "https://i\(number).wp.com/"
            if url.hasPrefix(start) {
                let path = url.dropFirst(start.count).prefix { $0 != "?" && $0 != "#" }
                return address("https://" + path)
            }
        }
        let lower = url.lowercased()
        for mark in ["/http%3a%2f%2f", "/https%3a%2f%2f"] {
            guard let found = lower.range(of: mark) else { continue }
            let offset = lower.utf8.distance(from: lower.startIndex, to: found.lowerBound)
            return address(percentDecoded(Array(bytes[(offset + 1)...])))
        }
        return nil
    }

    /// `line` of Markdown with every image unwrapped, and the proxies' addresses without the
    /// image's own.
    static func unwrapImages(in line: String) -> (line: String, proxies: [String]) {
        let bytes = Array(line.utf8)
        var out: [UInt8] = []
        var proxies: [String] = []
        var i = 0
        // Hostile lines hold thousands of brackets that begin no image.
        var tries = 0
        while i < bytes.count {
            guard bytes[i] == 0x21, i + 1 < bytes.count, bytes[i + 1] == 0x5B, tries < 1000 else {
                out.append(bytes[i])
                i += 1
                continue
            }
            tries += 1
            guard let link = InlineLink(bytes, at: i + 1),
                let inner = unwrap(String(decoding: bytes[link.destination], as: UTF8.self))
            else {
                out.append(bytes[i])
                i += 1
                continue
            }
            out.append(contentsOf: bytes[i..<link.destination.lowerBound])
            out.append(contentsOf: inner.utf8)
            out.append(contentsOf: bytes[link.destination.upperBound..<link.end])
            proxies.append(
                WebAddress.host(of: String(decoding: bytes[link.destination], as: UTF8.self)) ?? "")
            i = link.end
        }
        return (proxies.isEmpty ? line : String(decoding: out, as: UTF8.self), proxies)
    }

    private static let parameters = Set(WordList.pages["image-parameter"])

    /// A web address that is valid in Markdown: characters that would end it are percent-encoded
    /// again.
    private static func address(_ text: String) -> String? {
        guard WebAddress.host(of: text) != nil else { return nil }
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x00...0x20, 0x22, 0x28, 0x29, 0x3C, 0x3E, 0x5C, 0x7F:
                PercentEncoding.append(byte, to: &out)
            default: out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func percentDecoded(_ bytes: [UInt8]) -> String {
        String(decoding: PercentEncoding.decoded(bytes), as: UTF8.self)
    }
}

/// Links that go through a site's "you are leaving" page.
enum LinkUnwrapping {
    private static let gates = WordList.pages["gate"]
    private static let parameters = WordList.pages["gate-parameter"]

    static func unwrap(_ address: [UInt8]) -> [UInt8] {
        guard address.contains(UInt8(ascii: "?")) else { return address }
        let text = String(decoding: address, as: UTF8.self)
        guard gates.contains(where: { text.contains("//" + $0) }),
            let inner = ImageProxy.unwrap(text) ?? target(text)
        else { return address }
        return Array(inner.utf8)
    }

    private static func target(_ address: String) -> String? {
        guard let query = address.split(separator: "?", maxSplits: 1).last else { return nil }
        for field in query.split(separator: "&") {
            let pair = field.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, parameters.contains(String(pair[0])) else {
                continue
            }
            guard let decoded = String(pair[1]).removingPercentEscapes, decoded.hasPrefix("http")
            else { continue }
            return decoded
        }
        return nil
    }
}
