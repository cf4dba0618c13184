/// Reads files of a site, each file of the index once, and notes them.
final class ReadLog {
    private let source: (String) -> [UInt8]?
    private var known: [String: [UInt8]] = [:]
    private var texts: [(path: String, bytes: Int)] = []
    private var order: [String] = []

    init(_ source: @escaping (String) -> [UInt8]?) {
        self.source = source
    }

    func read(_ path: String) -> [UInt8]? {
        if let bytes = known[path] { return bytes }
        guard let bytes = source(path) else { return nil }
        if path.hasPrefix("search/") {
            known[path] = bytes
            order.append(path)
        } else if !texts.contains(where: { $0.path == path }) {
            texts.append((path, bytes.count))
        }
        return bytes
    }

    func forgetTexts() { texts = [] }

    /// In the order in which they were asked for first.
    var files: [(path: String, bytes: Int)] {
        order.map { ($0, known[$0]?.count ?? 0) } + texts
    }
}
