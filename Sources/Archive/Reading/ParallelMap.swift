import Foundation
import Synchronization

/// Maps on several cores with the order of the results kept, whatever the number of jobs.
enum ParallelMap {
    /// The number of cores this process may use.
    static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// Applies `transform` to every item.
    ///
    /// Items are given away one by one, so that a transform may change its item in place when the
    /// caller keeps no copy.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: consuming [Item], jobs: Int, _ transform: @Sendable (consuming Item) -> Result
    ) -> [Result] {
        guard jobs > 1, items.count > 1 else { return serial(items, transform) }
        let size = max(1, min(64, items.count / (jobs * 4)))
        let queue = Mutex(Pieces(items, size: size))
        items = []
        let done = Mutex([(index: Int, results: [Result])]())
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while let piece = queue.withLock({ $0.next() }) {
                let results = serial(piece.items, transform)
                done.withLock { $0.append((piece.index, results)) }
            }
        }
        return done.withLock { $0 }.sorted { $0.index < $1.index }.flatMap(\.results)
    }

    private static func serial<Item, Result>(
        _ items: consuming [Item], _ transform: (consuming Item) -> Result
    ) -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(items.count)
        items.reverse()
        while let item = items.popLast() { results.append(transform(item)) }
        return results
    }

    /// The items in pieces; each piece is given away once.
    private struct Pieces<Item: Sendable>: Sendable {
        private var pieces: [[Item]]
        private var index = 0

        init(_ items: [Item], size: Int) {
            pieces = stride(from: 0, to: items.count, by: size).map {
                Array(items[$0..<min($0 + size, items.count)])
            }
        }

        mutating func next() -> (index: Int, items: [Item])? {
            guard index < pieces.count else { return nil }
            defer { index += 1 }
            let items = pieces[index]
            pieces[index] = []
            return (index, items)
        }
    }
}
