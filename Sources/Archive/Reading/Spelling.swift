/// Finds what a misspelt word was meant to be.
public enum Spelling {
    /// The candidate that is one or two edits away from `word` (one for words of up to four
    /// characters, none for one or two); the nearest, then the first.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String?
    {
        let letters = Array(word.unicodeScalars)
        guard letters.count > 2 else { return nil }
        var best: (distance: Int, candidate: String)?
        for candidate in candidates {
            let other = Array(candidate.unicodeScalars)
            let limit = min(letters.count, other.count) > 4 ? 2 : 1
            guard other.count > 2, abs(other.count - letters.count) <= limit else { continue }
            let distance = distance(letters, other)
            if distance <= limit, distance < best?.distance ?? Int.max {
                best = (distance, candidate)
            }
        }
        return best?.candidate
    }

    /// Insertions, deletions, replacements and swaps of neighbors (optimal string alignment).
    static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var before = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in b.indices {
                var cost = min(
                    previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, before[j - 1] + 1)
                }
                row.append(cost)
            }
            (before, previous) = (previous, row)
        }
        return previous[b.count]
    }
}
