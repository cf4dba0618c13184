import Text

/// The index as classic scripts: what a page opened from disk can load, where nothing can be
/// fetched.
///
/// Every script calls `variorumSearch(name, value)` for the files that it carries, which are
/// sorted by
/// name. `manifest.js` says which is the first in each script; and, while the archive is small,
/// which
/// script has which texts.
struct DiskTexts {
    /// Bytes after which a script ends.
    static let scriptSize = 62_000

    /// Bytes of the index up to which it is written a second time, as scripts.
    static let largestIndex = 60_000_000

    private let limit: Int
    private var texts: [(document: Int, path: String, bytes: [UInt8])] = []
    private var size = 0

    /// - Parameter limit: bytes of text; when there are more, no texts are carried.
    init(limit: Int) {
        self.limit = limit
    }

    /// Keeps the unit's text at its place in its file.
    mutating func add(_ unit: SearchUnit, document: Int) {
        guard size <= limit, let path = unit.textPath else { return }
        size += unit.text.count
        if size > limit { return texts = [] }
        if texts.last?.path != path { texts.append((document, path, [])) }
        let gap = unit.textRange.lowerBound - texts[texts.count - 1].bytes.count
        if gap > 0 { texts[texts.count - 1].bytes += [UInt8](repeating: 0x0A, count: gap) }
        texts[texts.count - 1].bytes += unit.text
    }

    /// Nothing but a manifest without scripts when the index is too large.
    ///
    /// - Parameter manifest: with further members, each with a leading comma.
    func finish(_ files: [IndexFile], _ manifest: ([UInt8]) -> [UInt8]) -> [OutputFile] {
        let size = files.reduce(0) { $0 + $1.bytes.count }
        guard size <= Self.largestIndex else {
            return [
                OutputFile(
                    path: "search/manifest.js",
                    bytes: Array("variorumSearch(\"manifest\",null);\n".utf8))
            ]
        }
        var scripts = ScriptPacker(size: Self.scriptSize)
        for file in files.sorted(by: { $0.name < $1.name }) { scripts.add(file.name, file.bytes) }
        scripts.cut()
        let indexScripts = scripts.scripts
        scripts.scripts = []
        var firsts: [UInt8] = []
        for text in texts {
            var json: [UInt8] = []
            JSONBytes.append(text.bytes, to: &json)
            let before = scripts.scripts.count
            scripts.add(text.path, json)
            if scripts.scripts.count > before || firsts.isEmpty {
                if !firsts.isEmpty { firsts.append(0x2C) }
                firsts += Array("\(text.document)".utf8)
            }
        }
        scripts.cut()
        var more: [UInt8] = []
        member("scripts", FileNames.write(indexScripts.map(\.name)), &more)
        member("scriptFirsts", FileNames.write(indexScripts.map(\.first)), &more)
        member("textScripts", FileNames.write(scripts.scripts.map(\.name)), &more)
        more += Array(",\"textFirsts\":[".utf8) + firsts + [0x5D]
        var bytes = Array("variorumSearch(\"manifest\",".utf8)
        bytes += manifest(more)
        bytes += Array(");\n".utf8)
        return scripts.output + [OutputFile(path: "search/manifest.js", bytes: bytes)]
    }

    private func member(_ name: String, _ text: [UInt8], _ bytes: inout [UInt8]) {
        bytes.append(0x2C)
        JSONText.append(name, to: &bytes)
        bytes.append(0x3A)
        JSONBytes.append(text, to: &bytes)
    }
}

/// Packs named values into scripts of about one size.
private struct ScriptPacker {
    let size: Int
    /// Scripts, each with the name of its first value.
    var scripts: [(name: String, first: String)] = []
    private(set) var output: [OutputFile] = []
    private var bytes: [UInt8] = []
    private var first = ""

    /// - Parameter size: bytes after which a script ends.
    init(size: Int) {
        self.size = size
    }

    /// - Parameter json: the value.
    mutating func add(_ name: String, _ json: [UInt8]) {
        if !bytes.isEmpty, bytes.count + json.count > size { cut() }
        if bytes.isEmpty { first = name }
        bytes += Array("variorumSearch(".utf8)
        JSONText.append(name, to: &bytes)
        bytes.append(0x2C)
        bytes += json.last == 0x0A ? json.dropLast() : json[...]
        bytes += Array(");\n".utf8)
    }

    mutating func cut() {
        guard !bytes.isEmpty else { return }
        let name = ContentHash.name(bytes)
        scripts.append((name, first))
        output.append(OutputFile(path: "search/\(name).js", bytes: bytes))
        bytes.removeAll(keepingCapacity: true)
    }
}
