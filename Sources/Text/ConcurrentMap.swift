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
        // Chunks are small enough that one slow chunk at the end costs little, large enough that
        // starting a task does not show.
        let size = Swift.max(1, Swift.min(most, count / (jobs * 4)))
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
