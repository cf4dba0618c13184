import Files
import Text

/// The folders of the terms of one taxonomy: a path segment for each tag, or for each outlet.
///
/// Names whose segments would be one, or would differ only in case, which many disks ignore, are
/// kept apart: the first of them in the order of names keeps the plain segment, if possible one
/// that is written like it, and the others end in a hash of their name.
struct TermSegments: Sendable {
    private let segments: [String: String]
    /// Names that would share a folder; the first of each group has the plain segment.
    let collisions: [[String]]

    init(_ names: Set<String>) {
        var segments: [String: String] = [:]
        var collisions: [[String]] = []
        let groups = Dictionary(grouping: names) { SitePath.segment($0).lowercased() }
        for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
            let sorted = group.sorted {
                let isPlain = (SitePath.segment($0) == $0, SitePath.segment($1) == $1)
                return isPlain.0 != isPlain.1
                    ? isPlain.0 : $0.utf8.lexicographicallyPrecedes($1.utf8)
            }
            segments[sorted[0]] = SitePath.segment(sorted[0])
            for name in sorted.dropFirst() {
                segments[name] = SitePath.segment(name, distinguishing: true)
            }
            if sorted.count > 1 { collisions.append(sorted) }
        }
        self.segments = segments
        self.collisions = collisions
    }

    /// The segment of a name; of one that the archive does not have, the plain segment.
    subscript(name: String) -> String { segments[name] ?? SitePath.segment(name) }
}
