import TestSupport
import Testing

@testable import Search

@Suite struct SpillableListsTests {
    /// Keeps bytes as a file would.
    private final class Drawer: SpillFile {
        private(set) var bytes: [UInt8] = []

        func append(_ bytes: UnsafeRawBufferPointer) throws {
            self.bytes += bytes
        }

        func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
            buffer.copyBytes(from: bytes[offset..<offset + buffer.count])
        }
    }

    @Test(arguments: [0, 1, 16])
    func `lists that grow side by side are read back, in memory or not`(mostKept: Int) throws {
        var source = SeededGenerator(seed: 11)
        let drawer = Drawer()
        var chains = SpillableLists(spill: drawer, mostKept: mostKept)
        var lists: [[UInt32]] = []
        for number in 0..<5000 as Range<UInt32> {
            if lists.count < 40 {
                chains.addList()
                lists.append([])
            }
            let list = Int.random(in: 0..<lists.count, using: &source)
            let block = [UInt32](repeating: number, count: SpillableLists.block)
            try block.withUnsafeBufferPointer { try chains.append($0, to: list) }
            lists[list] += block
        }
        for (list, numbers) in lists.enumerated() {
            var read: [UInt32] = []
            try chains.read(list, to: &read)
            #expect(read == numbers)
        }
        #expect(drawer.bytes.isEmpty == (mostKept > 1))
    }
}
