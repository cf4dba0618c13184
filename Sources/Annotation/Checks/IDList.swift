/// Ids in a sentence.
enum IDList {
    /// `` `a`, `b` or `c` ``.
    static func any(_ ids: [String]) -> String { joined(ids, by: " or ") }

    /// `` `a`, `b` and `c` ``.
    static func all(_ ids: [String]) -> String { joined(ids, by: " and ") }

    private static func joined(_ ids: [String], by word: String) -> String {
        let quoted = ids.map { "`\($0)`" }
        guard quoted.count > 1, let last = quoted.last else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + word + last
    }
}
