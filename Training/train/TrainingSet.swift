import Discovery
import Foundation

/// All labelled texts with their features numbered; features that occur once are left out.
struct TrainingSet {
    private(set) var examples: [Example] = []
    /// By number of the feature.
    private(set) var hashes: [UInt64] = []
    private(set) var counts: [Int32] = []
    /// Names whose edges are not edges of units.
    private(set) var misaligned = 0

    init(_ texts: [LabelledText], _ words: EverydayWords, _ known: KnownNames) {
        var numbers: [UInt64: Int32] = [:]
        for text in texts {
            let united = UnitedText(text.text)
            var example = Example()
            example.weight = text.weight
            (example.allowed, example.misaligned) = Example.allowedTags(text, united.places)
            misaligned += example.misaligned
            (example.features, example.offsets) = number(
                UnitFeatures(united.units, words, known), &numbers, counts: true)
            (example.plainFeatures, example.plainOffsets) = number(
                UnitFeatures(united.units, words, nil), &numbers, counts: false)
            examples.append(example)
        }
        leaveOutRare()
    }

    private mutating func number(
        _ features: UnitFeatures, _ numbers: inout [UInt64: Int32], counts isCounted: Bool
    ) -> (list: [Int32], offsets: [Int32]) {
        var list: [Int32] = []
        var offsets: [Int32] = [0]
        for unit in 0..<features.count {
            features.forEach(at: unit) { hash in
                let number = numbers[hash] ?? Int32(hashes.count)
                if Int(number) == hashes.count {
                    numbers[hash] = number
                    hashes.append(hash)
                    counts.append(0)
                }
                if isCounted { counts[Int(number)] += 1 }
                list.append(number)
            }
            offsets.append(Int32(list.count))
        }
        return (list, offsets)
    }

    private mutating func leaveOutRare() {
        var numbers = [Int32](repeating: -1, count: hashes.count)
        var kept: (hashes: [UInt64], counts: [Int32]) = ([], [])
        for number in hashes.indices where counts[number] > 1 {
            numbers[number] = Int32(kept.hashes.count)
            kept.hashes.append(hashes[number])
            kept.counts.append(counts[number])
        }
        (hashes, counts) = kept
        replaceFeatures { $0 < 0 ? -1 : numbers[Int($0)] }
    }

    /// Leaves out all features but those that are kept; their numbers stay.
    mutating func keep(_ isKept: [Bool]) {
        replaceFeatures { $0 >= 0 && isKept[Int($0)] ? $0 : -1 }
    }

    private mutating func replaceFeatures(_ replace: (Int32) -> Int32) {
        for index in examples.indices {
            examples[index].features = examples[index].features.map(replace)
            examples[index].plainFeatures = examples[index].plainFeatures.map(replace)
        }
    }
}
