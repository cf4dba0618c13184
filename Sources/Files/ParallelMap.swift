import Foundation
import Synchronization

/// Maps on several cores.
///
/// The order of the results is that of the items, whatever the number of
/// jobs.
///
/// `ParallelMap.map` blocks its caller and gives each item away; `Array.concurrentMap` suspends its
/// task and may throw.
public enum ParallelMap {
    /// The number of cores this process may use.
    public static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// Applies `transform` to every item.
    ///
    /// Items are given away one by one, so that a transform may change its item in place when the
    /// caller keeps no copy.
    public static func map<Item: Sendable, Result: Sendable>(
        _ items: consuming [Item], jobs: Int, _ transform: @Sendable (consuming Item) -> Result
    ) -> [Result] {
        guard jobs > 1, items.count > 1 else { return serial(items, transform) }
        let size = chunkSize(items.count, jobs: jobs, most: 64)
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

    /// Small enough that one slow chunk at the end costs little, large enough that handing out
    /// chunks does not show.
    static func chunkSize(_ count: Int, jobs: Int, most: Int) -> Int {
        max(1, min(most, count / (jobs * 4)))
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

extension Array where Element: Sendable {
    /// `map` on several threads; results come in the order of the elements.
    ///
    /// - Parameters:
    ///   - jobs: how many elements are worked on at once, at least 1.
    ///   - most: how many one thread takes at a time.
    /// - Throws: the error of the first failing element of those that were begun.
    public func concurrentMap<Result: Sendable>(
        jobs: Int, most: Int = 32, _ transform: @escaping @Sendable (Element) throws -> Result
    ) async throws -> [Result] {
        guard jobs > 1, count > 1 else { return try map(transform) }
        let size = ParallelMap.chunkSize(count, jobs: jobs, most: most)
        let chunks = stride(from: 0, to: count, by: size).map {
            self[$0..<Swift.min($0 + size, count)]
        }
        var results = [[Result]](repeating: [], count: chunks.count)
        try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
            var next = 0
            func start() {
                let number = next
                group.addTask { (number, try chunks[number].map(transform)) }
                next += 1
            }
            while next < Swift.min(jobs, chunks.count) { start() }
            while let (number, values) = try await group.next() {
                results[number] = values
                if next < chunks.count { start() }
            }
        }
        return results.flatMap { $0 }
    }
}
