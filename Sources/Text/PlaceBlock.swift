/// Some hundred places of a text where a pattern may begin, worked on together.
///
/// One step is done for all places before the next: the processor then waits for the memory of many
/// places at once, and a mispredicted branch at one place does not stall the rest.
struct PlaceBlock {
    struct Place {
        var key: UInt64
        /// Bytes of the text.
        var start: UInt32
        /// Where `KeyTable` has the key.
        var slot: UInt32 = 0
    }

    private static let capacity = 512

    var count = 0
    /// The first `count` are in use.
    var places = [Place](repeating: Place(key: 0, start: 0), count: capacity)

    /// Takes the places of a text from `start` on, as many as there is room for.
    /// - Returns: where the next block begins.
    mutating func fill(_ text: [UInt8], from start: Int, _ beginnings: Beginnings) -> Int {
        count = 0
        var at = start
        /// A scalar that waits for the one after it, and its offset; 0: none.
        var first: UInt32 = 0
        var firstAt = start
        while at < text.count {
            guard count < Self.capacity - 3 else { return first == 0 ? at : firstAt }
            let byte = text[at]
            if PatternKey.isWord(byte) {
                if first != 0 { add(first, UInt32(byte), firstAt, beginnings) }
                first = 0
                let wordAt = at
                add(PatternKey.word(text, &at), wordAt)
                continue
            }
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            if first != 0 { add(first, scalar, firstAt, beginnings) }
            first = beginnings.contains(byte) ? scalar : 0
            firstAt = at
            at &+= length
        }
        if first != 0, beginnings.mayBeAlone(first) { add(PatternKey.pair(first, 0), firstAt) }
        return at
    }

    @inline(__always)
    private mutating func add(
        _ first: UInt32, _ second: UInt32, _ start: Int, _ beginnings: Beginnings
    ) {
        add(PatternKey.pair(first, second), start)
        if beginnings.mayBeAlone(first) { add(PatternKey.pair(first, 0), start) }
    }

    @inline(__always)
    private mutating func add(_ key: UInt64, _ start: Int) {
        places[count] = Place(key: key, start: UInt32(truncatingIfNeeded: start))
        count &+= 1
    }
}

/// With which bytes and scalars the patterns begin: what a walk over a text need not look up.
struct Beginnings: Sendable {
    private var bytes = [Bool](repeating: false, count: 256)
    /// A bit for the low six bits of every scalar that is a pattern of its own.
    private var alone: UInt64 = 0

    mutating func insert(_ pattern: [UInt8], key: UInt64) {
        bytes[Int(pattern[0])] = true
        if let scalar = PatternKey.scalarAlone(key) { alone |= 1 << UInt64(scalar & 63) }
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool { bytes[Int(byte)] }

    @inline(__always)
    func mayBeAlone(_ scalar: UInt32) -> Bool { alone >> UInt64(scalar & 63) & 1 == 1 }
}
