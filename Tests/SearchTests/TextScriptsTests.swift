import Testing

@testable import Search

@Suite struct TextScriptsTests {
    @Test(arguments: [1, 2, 3, 5, 17, 1_500])
    func `every text is in one script, however many there are`(count: Int) {
        let sizes = [UInt32](repeating: UInt32(IndexScripts.size), count: count)
        let groups = TextScripts.groups(sizes)
        #expect(groups.flatMap(Array.init) == Array(0..<count))
    }
}
