/// The header lines of a mail message, an HTTP response or a WARC record: `Name: value`, a line
/// that begins with white space goes on the line before (RFC 5322, section 2.2).
struct MessageHeaders {
    private var fields: [(name: String, value: String)] = []
    /// The offset after the empty line that ends them.
    private(set) var end: Int

    /// Reads from an offset on; headers end at an empty line or with the bytes.
    init(_ bytes: [UInt8], from start: Int, before limit: Int) {
        var index = start
        end = limit
        while index < limit, fields.count < 400 {
            var stop = index
            while stop < limit, bytes[stop] != 0x0A { stop += 1 }
            var line = bytes[index..<stop]
            if line.last == 0x0D { line.removeLast() }
            let next = min(stop + 1, limit)
            if line.isEmpty {
                end = next
                return
            }
            if line.first == 0x20 || line.first == 0x09, let last = fields.indices.last {
                fields[last].value += " " + String(decoding: line, as: UTF8.self).trimmed
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                fields.append(
                    (
                        String(decoding: line[..<colon], as: UTF8.self).trimmed.lowercased(),
                        String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
                    ))
            }
            index = next
            end = next
        }
    }

    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// `text/html`, in lower case; empty when nothing is said.
    var mediaType: String {
        String((self["content-type"] ?? "").prefix { $0 != ";" }).trimmed.lowercased()
    }

    /// A parameter of the content type: `boundary`, `charset`, `start`.
    func parameter(_ name: String) -> String? {
        for piece in (self["content-type"] ?? "").split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, String(pair[0]).trimmed.lowercased() == name else { continue }
            return String(pair[1]).trimmed.filter { $0 != "\"" }
        }
        return nil
    }
}
