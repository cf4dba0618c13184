import Discovery
import Foundation

/// Trains a conditional random field by stochastic gradient steps with AdaGrad
/// (Duchi, Hazan and Singer 2011).
///
/// Labels that leave a choice (`Example.allowed`) count as the sum over all taggings that they
/// allow, so a source that labels no products teaches nothing about them.
final class Trainer {
    private let rate: Float = 0.15
    private let decay: Float
    private var weights: [Float]
    private var squares: [Float]
    private var transitions: [Float]
    private var transitionSquares: [Float]
    private(set) var counts: [Int32]
    private var random = SplitMix(state: 17)

    init(features: Int, counts: [Int32], decay: Float) {
        weights = [Float](repeating: 0, count: features * NameTag.weighted)
        squares = weights
        transitions = [Float](repeating: 0, count: NameTag.count * NameTag.count)
        transitionSquares = transitions
        self.counts = counts
        self.decay = decay
    }

    /// One pass over all examples, in random order.
    /// - Returns: the mean negative log-likelihood of an example.
    func pass(_ examples: [Example], plainShare: Double) -> Double {
        var order: [Int] = []
        for (index, example) in examples.enumerated() {
            for _ in 0..<example.weight { order.append(index) }
        }
        order.shuffle(using: &random)
        var loss = 0.0
        for index in order {
            let isPlain = Double(random.next() >> 11) / Double(1 << 53) < plainShare
            loss += step(examples[index], isPlain)
        }
        return loss / Double(order.count)
    }

    var allowedTransitions: [Float] {
        (0..<transitions.count).map {
            NameTag.canFollow($0 / NameTag.count, $0 % NameTag.count) ? exp(transitions[$0]) : 0
        }
    }

    func scores(_ features: [Int32], _ offsets: [Int32]) -> [Float] {
        let units = offsets.count - 1
        var scores = [Float](repeating: 0, count: units * NameTag.count)
        weights.withUnsafeBytes { weights in
            for unit in 0..<units {
                var sums = SIMD16<Float>.zero
                for at in offsets[unit]..<offsets[unit + 1] {
                    let feature = features[Int(at)]
                    if feature < 0 { continue }
                    sums += weights.loadUnaligned(
                        fromByteOffset: Int(feature) * 64, as: SIMD16<Float>.self)
                }
                for tag in 0..<16 { scores[unit * NameTag.count + 1 + tag] = sums[tag] }
            }
        }
        return scores
    }

    private func step(_ example: Example, _ isPlain: Bool) -> Double {
        let features = isPlain ? example.plainFeatures : example.features
        let offsets = isPlain ? example.plainOffsets : example.offsets
        let units = offsets.count - 1
        guard units > 0 else { return 0 }
        let scores = scores(features, offsets)
        let matrix = allowedTransitions
        let all = TagLattice(scores: scores, transitions: matrix)
        var limited = scores
        for unit in 0..<units {
            for tag in 0..<NameTag.count where example.allowed[unit] >> UInt32(tag) & 1 == 0 {
                limited[unit * NameTag.count + tag] = -.infinity
            }
        }
        let right = TagLattice(scores: limited, transitions: matrix)
        guard right.logPartition.isFinite else { return 0 }
        var pairs = [Float](repeating: 0, count: transitions.count)
        right.addPairs(to: &pairs, factor: 1)
        all.addPairs(to: &pairs, factor: -1)
        for pair in pairs.indices where pairs[pair] != 0 {
            transitionSquares[pair] += pairs[pair] * pairs[pair]
            transitions[pair] += rate * pairs[pair] / (transitionSquares[pair] + 1).squareRoot()
        }
        let wanted = right.marginals()
        let given = all.marginals()
        weights.withUnsafeMutableBytes { weights in
            squares.withUnsafeMutableBytes { squares in
                for unit in 0..<units {
                    var gradient = SIMD16<Float>.zero
                    for tag in 0..<16 {
                        let at = unit * NameTag.count + 1 + tag
                        gradient[tag] = wanted[at] - given[at]
                    }
                    if (gradient * gradient).sum() < 1e-7 { continue }
                    for at in offsets[unit]..<offsets[unit + 1] {
                        let feature = features[Int(at)]
                        if feature < 0 { continue }
                        let place = Int(feature) * 64
                        var value = weights.loadUnaligned(
                            fromByteOffset: place, as: SIMD16<Float>.self)
                        var square = squares.loadUnaligned(
                            fromByteOffset: place, as: SIMD16<Float>.self)
                        let slope = gradient - decay * value
                        square += slope * slope
                        value += rate * slope / (square + 0.1).squareRoot()
                        weights.storeBytes(
                            of: value, toByteOffset: place, as: SIMD16<Float>.self)
                        squares.storeBytes(
                            of: square, toByteOffset: place, as: SIMD16<Float>.self)
                    }
                }
            }
        }
        return all.logPartition - right.logPartition
    }

    /// Keeps the `count` features that matter most: the largest weight, times a measure of how
    /// often the feature was seen.
    ///
    /// The others count nothing from now on.
    func keep(_ count: Int) -> [Bool] {
        let features = counts.count
        let scores = (0..<features).map { feature -> Float in
            var top: Float = 0
            for tag in 0..<16 { top = max(top, abs(weights[feature * 16 + tag])) }
            return top * Float(log(1 + Double(counts[feature])))
        }
        let order = (0..<features).sorted {
            scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1]
        }
        var kept = [Bool](repeating: false, count: features)
        for feature in order.prefix(count) { kept[feature] = true }
        for feature in 0..<features where !kept[feature] {
            for tag in 0..<16 { weights[feature * 16 + tag] = 0 }
        }
        return kept
    }

    /// The model as a file (`NameModel` describes it).
    func encode(_ hashes: [UInt64], kept: [Bool], slots: Int) -> [UInt8] {
        let limit: Float = 4
        let scale = limit / 127
        var prints = [UInt16](repeating: 0, count: slots)
        var table = [Int8](repeating: 0, count: slots * 16)
        var dropped = 0
        for feature in hashes.indices where kept[feature] {
            var slot = NameModel.home(hashes[feature], slots)
            let print = NameModel.fingerprint(hashes[feature])
            var probes = 0
            while probes < NameModel.probes, prints[slot] != 0, prints[slot] != print {
                slot = slot + 1 == slots ? 0 : slot + 1
                probes += 1
            }
            guard probes < NameModel.probes, prints[slot] == 0 else {
                dropped += 1
                continue
            }
            prints[slot] = print
            for tag in 0..<16 {
                let value = (weights[feature * 16 + tag] / scale).rounded()
                table[slot * 16 + tag] = Int8(max(-127, min(127, value)))
            }
        }
        Swift.print("features without a slot: \(dropped)")
        var bytes = Array("VNM1".utf8)
        func append<T: FixedWidthInteger>(_ value: T) {
            withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
        }
        append(UInt32(slots))
        append(scale.bitPattern)
        for value in transitions { append(Int16(max(-127, min(127, value)) * 256)) }
        for value in prints { append(value) }
        bytes.append(contentsOf: table.map { UInt8(bitPattern: $0) })
        return bytes
    }
}

/// A small generator of random numbers with a seed (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
