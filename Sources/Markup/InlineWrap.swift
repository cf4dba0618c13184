/// An inline element to be put around a range of the plain text when a document is written as HTML:
/// a sentence, a claim's mark, a mention.
///
/// Ranges may overlap and cross the document's own elements; the writer splits a wrap where it must
/// and writes `InlineTag.reopen` for every part after the first. Of two wraps at one place the one
/// of lower `level` is outside.
public struct InlineWrap: Sendable, Equatable {
    /// Bytes of `PlainText.utf8`.
    public var range: Range<Int>
    public var level: Int
    /// Of the `InlineTags` that are given with the wraps.
    public var tag: Int
    /// Stands between the tag's `open` and `openEnd`.
    public var number: Int?

    public init(range: Range<Int>, level: Int, tag: Int, number: Int? = nil) {
        self.range = range
        self.level = level
        self.tag = tag
        self.number = number
    }
}
