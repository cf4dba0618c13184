import Files
import Text

/// What is kept of the making of an index, so that the next one can be made from it.
public struct IndexState: Equatable, Sendable {
    /// A passage's range in its text: first byte and length.
    struct Span: Equatable {
        var start: UInt32
        var length: UInt32
    }

    /// By document: its first passage.
    var firstPassages: [UInt32] = []
    /// By passage.
    var spans: [Span] = []
    /// By document: bytes of its text if it has its own file; otherwise 0.
    var textSizes: [UInt32] = []
    /// See `IndexSize`.
    var postings = 0
    /// Shards of single Han characters.
    var characters: [ShardWriter.Shard] = []
    /// All other shards.
    var shards: [ShardWriter.Shard] = []
    /// Names of the document blocks.
    var blocks: [String] = []
    var scripts: [IndexScripts.Script] = []
    var textScripts: [TextScripts.Script] = []
    /// Pairs of Han characters in more than a quarter of all passages, ascending.
    var common: [UInt64] = []
    var scalars = IndexedCharacters()

    var limits: Posting.Limits {
        Posting.Limits(passages: spans.count, documents: firstPassages.count)
    }

    /// Passages of a document.
    func passages(of document: Int) -> Range<Int> {
        let end =
            document + 1 < firstPassages.count
            ? Int(firstPassages[document + 1]) : spans.count
        return Int(firstPassages[document])..<end
    }

    init() {}
}

/// The folded characters that an index holds, for its part of the fold table.
struct IndexedCharacters: Equatable {
    /// Han characters.
    var han: Set<UInt32> = []
    /// By character: the number of its occurrences in words, each word counted once.
    var words: [UInt32: Int] = [:]

    mutating func insert(han character: UInt32) {
        han.insert(character)
    }

    mutating func remove(han character: UInt32) {
        han.remove(character)
    }

    /// Counts the characters of a word that is a key.
    ///
    /// - Parameter delta: 1 for a new word, −1 for a removed one.
    mutating func count(_ word: ArraySlice<UInt8>, _ delta: Int) {
        let word = Array(word)
        var at = 0
        while at < word.count {
            let (scalar, length) = UTF8Scalars.decode(word, at: at)
            let count = words[scalar, default: 0] + delta
            words[scalar] = count > 0 ? count : nil
            at += length
        }
    }

    /// Whether a folded character is in the index.
    ///
    /// Punctuation is not indexed, and always counts as there.
    func holds(_ scalar: UInt32) -> Bool {
        han.contains(scalar) || words[scalar] != nil || ScalarClass(scalar) == .other
    }
}

extension IndexState {
    /// Numbers in LEB128, length-prefixed strings.
    public var bytes: [UInt8] {
        var output = NumberWriter()
        output.write(firstPassages) { $0.write($1) }
        output.write(spans) {
            $0.write($1.start)
            $0.write($1.length)
        }
        output.write(textSizes) { $0.write($1) }
        output.write(UInt64(postings))
        for list in [characters, shards] {
            output.write(list) {
                $0.write($1.first)
                $0.write(Array($1.name.utf8))
            }
        }
        output.write(blocks) { $0.write(Array($1.utf8)) }
        output.write(scripts) {
            $0.write(Array($1.name.utf8))
            $0.write(Array($1.first.utf8))
        }
        output.write(textScripts) {
            $0.write(Array($1.name.utf8))
            $0.write($1.first)
        }
        output.write(common) { $0.write($1) }
        output.write(scalars.han.sorted()) { $0.write($1) }
        output.write(scalars.words.sorted { $0.key < $1.key }) {
            $0.write($1.key)
            $0.write(UInt64($1.value))
        }
        return output.bytes
    }

    /// - Returns: `nil` if the bytes are not an index state. The caller checks that they are the
    ///   bytes that were written.
    public init?(_ bytes: [UInt8]) {
        var input = NumberReader(bytes)
        guard let firstPassages = input.list({ $0.number32() }),
            let spans = input.list({ input -> Span? in
                guard let start = input.number32(), let length = input.number32() else {
                    return nil
                }
                return Span(start: start, length: length)
            }),
            let textSizes = input.list({ $0.number32() }), let postings = input.number(),
            let characters = input.list({ $0.shard() }), let shards = input.list({ $0.shard() }),
            let blocks = input.list({ $0.text() }),
            let scripts = input.list({ input -> IndexScripts.Script? in
                guard let name = input.text(), let first = input.text() else { return nil }
                return IndexScripts.Script(name: name, first: first)
            }),
            let textScripts = input.list({ input -> TextScripts.Script? in
                guard let name = input.text(), let first = input.number32() else { return nil }
                return TextScripts.Script(name: name, first: first)
            }),
            let common = input.list({ $0.number() }),
            let han = input.list({ $0.number32() }),
            let words = input.list({ input -> (UInt32, Int)? in
                guard let scalar = input.number32(), let count = input.number() else { return nil }
                return (scalar, Int(count))
            }), input.isAtEnd
        else { return nil }
        self.firstPassages = firstPassages
        self.spans = spans
        self.textSizes = textSizes
        self.postings = Int(postings)
        self.characters = characters
        self.shards = shards
        self.blocks = blocks
        self.scripts = scripts
        self.textScripts = textScripts
        self.common = common
        scalars.han = Set(han)
        scalars.words = Dictionary(words) { first, _ in first }
    }
}

private struct NumberWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: UInt64) {
        Varint.append(number, to: &bytes)
    }

    mutating func write(_ number: UInt32) { write(UInt64(number)) }

    mutating func write(_ text: [UInt8]) {
        write(UInt64(text.count))
        bytes += text
    }

    mutating func write<Element>(
        _ elements: [Element], _ each: (inout NumberWriter, Element) -> Void
    ) {
        write(UInt64(elements.count))
        for element in elements { each(&self, element) }
    }
}

private struct NumberReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { at == bytes.count }

    mutating func number() -> UInt64? { Varint.read(bytes, at: &at) }

    mutating func number32() -> UInt32? { number().flatMap { UInt32(exactly: $0) } }

    mutating func bytesOfText() -> [UInt8]? {
        guard let count = number(), count <= UInt64(bytes.count - at) else { return nil }
        defer { at += Int(count) }
        return Array(bytes[at..<at + Int(count)])
    }

    mutating func text() -> String? { bytesOfText().map { String(decoding: $0, as: UTF8.self) } }

    mutating func shard() -> ShardWriter.Shard? {
        guard let first = bytesOfText(), let name = text() else { return nil }
        return ShardWriter.Shard(first: first, name: name)
    }

    mutating func list<Element>(_ each: (inout NumberReader) -> Element?) -> [Element]? {
        guard let count = number(), count <= UInt64(bytes.count - at) else { return nil }
        var elements: [Element] = []
        elements.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let element = each(&self) else { return nil }
            elements.append(element)
        }
        return elements
    }
}
