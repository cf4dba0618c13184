/// Where a quantity, or something to be passed over, may begin: most of a text is neither.
enum QuantityStarts {
    /// A digit, a Han numeral, the first letter of a word, or the first character of a listed word.
    static func contains(_ text: QuantityText, _ index: Int) -> Bool {
        let scalar = text[index]
        if text.isLetter(index) { return !text.isLetter(index - 1) }
        return scalar < 0x10000 && plane[Int(scalar)]
    }

    /// By scalar of the basic plane.
    private static let plane: [Bool] = {
        var plane = [Bool](repeating: false, count: 0x10000)
        var starts = Set("0123456789第前半".unicodeScalars.map(\.value))
        starts.formUnion(HanDigits.all)
        starts.formUnion(Idioms.words.firsts)
        starts.formUnion(QuantityReader.multiples.firsts)
        starts.formUnion(QuantityReader.digitCounts.firsts)
        starts.formUnion(AmountReader.halves.firsts)
        starts.formUnion(RankReader.firstPlace.firsts)
        for scalar in starts where scalar < 0x10000 { plane[Int(scalar)] = true }
        return plane
    }()
}
