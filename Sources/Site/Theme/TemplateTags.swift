/// The tags of a template, `{{…}}`, in its bytes.
struct TemplateTags {
    let bytes: [UInt8]
    /// Behind the brackets that open each tag.
    let starts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts: [Int] = []
        var at = 0
        while at + 1 < bytes.count {
            if bytes[at] == Self.open, bytes[at + 1] == Self.open {
                starts.append(at + 2)
                at += 2
            } else {
                at += 1
            }
        }
        self.starts = starts
    }

    /// Where the brackets that close a tag stand.
    ///
    /// - Parameter end: before which they stand; `nil`: anywhere.
    func end(of start: Int, before end: Int? = nil) -> Int? {
        let end = end ?? bytes.count
        var at = start
        while at + 1 < end {
            if bytes[at] == Self.close, bytes[at + 1] == Self.close { return at }
            at += 1
        }
        return nil
    }

    private static let open = UInt8(ascii: "{")
    private static let close = UInt8(ascii: "}")
}
