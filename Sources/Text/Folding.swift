/// Folding of single scalars: differences of width, case, script and of quotation marks taken away,
/// so that 馬化騰, ＱＱ and `Pony` are found as 马化腾, qq and `pony`.
///
/// One scalar folds to one scalar, and folding twice changes nothing. `FoldedText` does what needs
/// more than one scalar: composition, middle dots, hyphens, digits, white space. The tables are
/// made
/// by `scripts/make-fold-table.py` and are the same on every machine; the search page carries the
/// part of them that its index needs.
public enum Folding {
    /// The scalar that `scalar` is compared as.
    @inlinable
    public static func fold(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 {
            if scalar &- 0x41 < 26 { return scalar | 0x20 }
            return scalar == 0x60 ? 0x27 : scalar
        }
        return FoldTable.shared[scalar]
    }

    /// All pairs of the table, by source: what a client needs to fold as this program does.
    ///
    /// ASCII is not among them.
    public static var pairs: [(source: UInt32, target: UInt32)] { FoldTable.shared.pairs }
}

/// `foldPairs` laid out for lookup: a flat array for the basic plane, a dictionary beyond.
@usableFromInline
struct FoldTable: Sendable {
    @usableFromInline static let shared = FoldTable()

    /// Indexed by scalar; 0 where the scalar folds to itself.
    ///
    /// No basic-plane scalar folds beyond it.
    private var plane: [UInt16]
    private var beyond: [UInt32: UInt32]
    let pairs: [(source: UInt32, target: UInt32)]

    private init() {
        var plane = [UInt16](repeating: 0, count: 0x10000)
        var beyond: [UInt32: UInt32] = [:]
        var pairs: [(source: UInt32, target: UInt32)] = []
        var source: UInt32?
        for scalar in foldPairs.description.unicodeScalars {
            guard let from = source else {
                source = scalar.value
                continue
            }
            pairs.append((from, scalar.value))
            if from < 0x10000, scalar.value < 0x10000 {
                plane[Int(from)] = UInt16(scalar.value)
            } else {
                beyond[from] = scalar.value
            }
            source = nil
        }
        self.plane = plane
        self.beyond = beyond
        self.pairs = pairs
    }

    /// Where ideographs of three bytes that fold to themselves end; `start` when there is none.
    func endOfUnfoldedHan(_ text: [UInt8], from start: Int, to end: Int) -> Int {
        var at = start
        while at + 3 <= end, 0xE4...0xE9 ~= text[at] {
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            guard scalar >= 0x4E00, plane[Int(scalar)] == 0 else { break }
            at += length
        }
        return at
    }

    @usableFromInline subscript(scalar: UInt32) -> UInt32 {
        if scalar < 0x10000 {
            let target = plane[Int(scalar)]
            return target == 0 ? scalar : UInt32(target)
        }
        return beyond[scalar] ?? scalar
    }
}
