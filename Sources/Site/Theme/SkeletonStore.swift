import Synchronization

/// The skeletons of a theme's templates, each made when a context of its shape first comes.
final class SkeletonStore: Sendable {
    private struct Key: Hashable {
        var template: String
        var shape: [UInt8]
    }

    /// A theme's pages have some hundred shapes; more would be one for each page.
    private static let most = 1024

    private let skeletons = Mutex<[Key: Skeleton]>([:])

    /// - Returns: `nil` when there are too many to keep.
    func skeleton(
        of template: String, _ shape: [UInt8], or make: () -> Skeleton
    ) -> Skeleton? {
        let key = Key(template: template, shape: shape)
        let (known, isFull) = skeletons.withLock { ($0[key], $0.count >= Self.most) }
        if let known { return known }
        guard !isFull else { return nil }
        let made = make()
        skeletons.withLock { $0[key] = made }
        return made
    }
}
