/// How the program names itself in what it writes.
///
/// No version: a new release that writes the same pages leaves the same bytes.
enum Generator {
    static let name = "Variorum"
}
