/// A line of a source with its number there.
struct NumberedLine: Equatable {
    /// 1-based.
    var number: Int
    var text: String

    init(_ number: Int, _ text: String) {
        self.number = number
        self.text = text
    }
}
