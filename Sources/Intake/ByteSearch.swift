/// Finds bytes in bytes.
enum ByteSearch {
    /// The offset after the first occurrence at or after `start` that begins within `limit` bytes;
    /// an empty needle is found at once.
    static func end(
        of needle: [UInt8], in text: [UInt8], from start: Int = 0, limit: Int = .max
    ) -> Int? {
        guard let first = needle.first else { return start }
        guard text.count - start >= needle.count else { return nil }
        let last = min(text.count - needle.count, limit == .max ? Int.max : start + limit)
        return text.withUnsafeBufferPointer { text in
            needle.withUnsafeBufferPointer { needle in
                var i = start
                while i <= last {
                    if text[i] == first {
                        var k = 1
                        while k < needle.count, text[i + k] == needle[k] { k += 1 }
                        if k == needle.count { return i + k }
                    }
                    i += 1
                }
                return nil
            }
        }
    }

    static func contains(_ needle: [UInt8], in text: [UInt8]) -> Bool {
        end(of: needle, in: text) != nil
    }
}
