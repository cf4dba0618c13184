/// What `TermScanner` finds, in the order of the text.
protocol TermSink {
    /// Two Han characters side by side, or one at the end of its run (`second` is 0).
    ///
    /// - Parameter at: how many characters of the text stand before the first.
    mutating func han(_ first: UInt32, _ second: UInt32, at: Int)
    /// A word of letters and digits: a range of the scanned text. `next` is the Han character that
    /// follows without a gap, or 0; `closed` is false when the text ends with the word.
    mutating func word(_ text: [UInt8], _ range: Range<Int>, next: UInt32, closed: Bool)
}
