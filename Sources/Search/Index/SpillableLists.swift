/// Lists of numbers that grow side by side, in blocks of one size; a list's blocks are chained.
struct SpillableLists {
    /// Numbers in one block.
    static let block = 256
    /// Numbers in a slab: 1 MB.
    private static let slab = 1024 * block
    private static let none = UInt32.max

    /// The first slabs.
    private var kept: [[UInt32]] = []
    /// The last one.
    private var filling: [UInt32] = []
    private var moved = 0
    private let spill: (any SpillFile)?
    private let mostKept: Int
    /// By block: the next one of its list.
    private var next: [UInt32] = []
    /// By list.
    private var first: [UInt32] = []
    private var last: [UInt32] = []

    /// - Parameters:
    ///   - spill: receives what exceeds the memory limit; `nil`: everything stays in memory.
    ///   - mostKept: slabs that stay in memory in any case.
    init(spill: (any SpillFile)? = nil, mostKept: Int = 16) {
        self.spill = spill
        self.mostKept = mostKept
    }

    mutating func addList() {
        first.append(Self.none)
        last.append(Self.none)
    }

    /// - Parameter block: of full length.
    mutating func append(_ block: UnsafeBufferPointer<UInt32>, to list: Int) throws {
        if filling.count == Self.slab { try putAway() }
        if filling.isEmpty { filling.reserveCapacity(Self.slab) }
        filling.append(contentsOf: block)
        let number = UInt32(next.count)
        next.append(Self.none)
        if first[list] == Self.none {
            first[list] = number
        } else {
            next[Int(last[list])] = number
        }
        last[list] = number
    }

    private mutating func putAway() throws {
        if let spill, kept.count >= mostKept {
            try filling.withUnsafeBytes { try spill.append($0) }
            moved += 1
            filling.removeAll(keepingCapacity: true)
        } else {
            kept.append(filling)
            filling = []
        }
    }

    /// Appends what a list holds.
    func read(_ list: Int, to numbers: inout [UInt32]) throws {
        var block = first[list]
        while block != Self.none {
            let (slab, start) = (Int(block) * Self.block).quotientAndRemainder(
                dividingBy: Self.slab)
            let range = start..<start + Self.block
            if slab < kept.count {
                numbers += kept[slab][range]
            } else if let spill, slab < kept.count + moved {
                let offset = ((slab - kept.count) * Self.slab + start) * 4
                numbers += try [UInt32](unsafeUninitializedCapacity: Self.block) { buffer, count in
                    try spill.read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
                    count = Self.block
                }
            } else {
                numbers += filling[range]
            }
            block = next[Int(block)]
        }
    }
}

/// Temporary storage for the part of an index that does not fit into memory while it is built.
public protocol SpillFile {
    /// Appends bytes.
    func append(_ bytes: UnsafeRawBufferPointer) throws
    /// Fills a buffer with the bytes from an offset on; there are as many.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws
}
