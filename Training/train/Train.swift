import Discovery
import Foundation
import Text

/// `train FOLDER OUTPUT [all] [TEST…]`: trains the model of names from the labelled texts in FOLDER
/// (Training/), writes it to OUTPUT, and prints how well it does on TEST files.
///
/// Without `all`, every tenth of our own sentences is held out and measured.
@main
struct Train {
    private static let noProducts: Set<NameKind> = [.person, .organization, .place]
    private static let everything = Set(NameKind.allCases)
    private static let passes = 10
    private static let passesAfterPruning = 3
    /// Features in the model, and slots for them.
    private static let size = (features: 98_000, slots: 114_000)
    /// Share of the steps that do not see the list of known names, so that the model does not rely
    /// on it.
    private static let plainShare = 0.5

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count >= 2 else {
            print("usage: train FOLDER OUTPUT [all] [TEST…]")
            exit(64)
        }
        let (folder, output) = (CommandLine.arguments[1], CommandLine.arguments[2])
        var texts = try texts(in: folder)
        var heldOut: [LabelledText] = []
        if !arguments.contains("all") {
            let own = texts.count { $0.isOwn }
            heldOut = (0..<own).filter { $0 % 10 == 3 }.map { texts[$0] }
            texts = texts.indices.filter { $0 >= own || $0 % 10 != 3 }.map { texts[$0] }
        }
        let known = try KnownNames(
            String(contentsOfFile: folder + "/known.tsv", encoding: .utf8))
        let bytes = train(texts, known)
        try Data(bytes).write(to: URL(fileURLWithPath: output))
        print("\(output): \(bytes.count) bytes")

        let model = try bytes.withUnsafeBytes { try NameModel($0) }
        if !heldOut.isEmpty { report("own, held out", heldOut, everything, model, known) }
        for test in arguments.dropFirst(2) where test.hasSuffix(".tsv") {
            let kinds = test.contains("wnut") ? everything : noProducts
            report(test, try LabelledText.spans(test, kinds: kinds), kinds, model, known)
        }
    }

    /// Our own sentences first.
    private static func texts(in folder: String) throws -> [LabelledText] {
        var texts = try LabelledText.sentences(folder + "/sentences.tsv", weight: 3)
        for (name, kinds) in [
            ("uner-zh", noProducts), ("uner-zh-dev", noProducts), ("uner-en", noProducts),
            ("wikigold", noProducts), ("wnut17", everything), ("wnut17-dev", everything),
            ("crossner", noProducts),
        ] {
            texts += try LabelledText.spans("\(folder)/sets/\(name).tsv", kinds: kinds)
        }
        return texts
    }

    /// The model as a file.
    private static func train(_ texts: [LabelledText], _ known: KnownNames) -> [UInt8] {
        var set = TrainingSet(texts, EverydayWords(), known)
        print(
            "\(texts.count) texts, \(set.misaligned) names not on edges of units, \(set.hashes.count) features"
        )
        let trainer = Trainer(features: set.hashes.count, counts: set.counts, decay: 0.0005)
        for number in 1...passes {
            print("pass \(number): loss \(trainer.pass(set.examples, plainShare: plainShare))")
        }
        let kept = trainer.keep(size.features)
        set.keep(kept)
        for number in 1...passesAfterPruning {
            let loss = trainer.pass(set.examples, plainShare: plainShare)
            print("pass \(number) with the features that are kept: loss \(loss)")
        }
        return trainer.encode(set.hashes, kept: kept, slots: size.slots)
    }

    private static func report(
        _ name: String, _ texts: [LabelledText], _ kinds: Set<NameKind>, _ model: NameModel,
        _ known: KnownNames
    ) {
        for (label, list) in [("with known names", known as KnownNames?), ("without", nil)] {
            let finder = NameFinder(model, words: EverydayWords(), known: list)
            print("\(name), \(label): \(Score(finder, texts, kinds: kinds))")
        }
    }
}
