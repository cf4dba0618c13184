/// The value of a `Range` header that asks for one piece of a file; several pieces are answered
/// with the whole.
struct ByteRange {
    private var first: Int?
    private var last: Int?

    /// - Returns: `nil` when it is not one range of bytes; the header is then to be ignored.
    init?(_ header: String) {
        guard header.hasPrefix("bytes=") else { return nil }
        let parts = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
        else { return nil }
        first = Int(parts[0])
        last = Int(parts[1])
        guard (first ?? last) != nil, (first ?? 0) <= (last ?? .max) else {
            return nil
        }
    }

    /// - Returns: `nil` when nothing of it lies in a file of `size` bytes.
    func bytes(of size: Int) -> Range<Int>? {
        guard let first else {
            let count = min(last ?? 0, size)
            return count > 0 ? size - count..<size : nil
        }
        guard first < size else { return nil }
        return first..<min(last ?? size - 1, size - 1) + 1
    }
}
