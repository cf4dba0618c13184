/// Captured bytes before anything is known about them.
public struct Source: Sendable {
    /// The file's path as the user gave it, or `-` for standard input; used in messages and,
    /// without its extension, as the title of last resort.
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Lower-case extension without the dot; empty when there is none.
    var fileExtension: String {
        let file = fileName
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return "" }
        return file[file.index(after: dot)...].lowercased()
    }

    /// The last path component without its extension.
    var stem: String {
        let file = fileName
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
        return String(file[..<dot])
    }

    private var fileName: String {
        String(name.split(separator: "/").last ?? "")
    }
}
