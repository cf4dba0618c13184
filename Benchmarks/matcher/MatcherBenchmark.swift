import Text

/// How long it takes to build the matcher of names and to run it over texts, and what memory it
/// holds, at 1,000 to 1,000,000 names: CSV, a line for each run. `bench_matcher.py` records it.
///
///     matcher [RUNS]
@main
struct MatcherBenchmark {
    private static let textBytes = 10_000_000

    private let runs: Int
    private var language = Language(seed: 1)

    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        print("what,names,name_bytes,build_ms,memory_bytes,text,distance,run,hits,mb_per_s")
        var benchmark = MatcherBenchmark(runs: arguments.first.flatMap(Int.init) ?? 5)
        benchmark.floors()
        for size in [1_000, 10_000, 100_000, 1_000_000] { benchmark.matcher(of: size) }
    }

    private init(runs: Int) { self.runs = runs }

    /// What a text costs before anything is looked up in it.
    private mutating func floors() {
        for kind in Language.Kind.allCases {
            let articles = language.articles(
                kind, bytes: Self.textBytes, names: [[0x20]], distance: 20)
            report(["sum", "", "", "", "", kind.rawValue, ""], articles, Self.sum)
            report(["decode", "", "", "", "", kind.rawValue, ""], articles, Self.decode)
            report(["fold", "", "", "", "", kind.rawValue, ""], articles) {
                FoldedText($0).bytes.count
            }
        }
    }

    private mutating func matcher(of size: Int) {
        let names = language.names(size)
        let patterns = Language.Kind.allCases.flatMap { names[$0] ?? [] }
        var matcher = PatternMatcher([])
        let before = Stopwatch.allocated
        let builds = (1...runs).map { _ in
            matcher = PatternMatcher([])
            return Stopwatch.seconds { matcher = PatternMatcher(patterns) }
        }
        let memory = Stopwatch.allocated - before
        for kind in Language.Kind.allCases {
            for distance in [3, 20] {
                let articles = language.articles(
                    kind, bytes: Self.textBytes, names: names[kind] ?? [], distance: distance)
                let row = [
                    "match", "\(size)", "\(patterns.reduce(0) { $0 + $1.count })",
                    "\(Double(Int(builds.sorted()[runs / 2] * 1e5)) / 100)", "\(memory)", kind.rawValue,
                    "\(distance)",
                ]
                report(row, articles) { matcher.matches(in: $0).count }
            }
        }
    }

    private func report(_ row: [String], _ articles: [[UInt8]], _ pass: ([UInt8]) -> Int) {
        let bytes = articles.reduce(0) { $0 + $1.count }
        for run in 1...runs {
            var found = 0
            let seconds = Stopwatch.seconds { found = articles.reduce(0) { $0 &+ pass($1) } }
            let speed = Int(Double(bytes) / 1e6 / seconds)
            print((row + ["\(run)", "\(found)", "\(speed)"]).joined(separator: ","))
        }
    }

    private static func sum(_ text: [UInt8]) -> Int {
        var sum = 0
        for byte in text { sum &+= Int(byte) }
        return sum
    }

    private static func decode(_ text: [UInt8]) -> Int {
        var sum = 0
        var at = 0
        while at < text.count {
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            sum &+= Int(scalar)
            at += length
        }
        return sum
    }
}
