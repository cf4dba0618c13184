/// Names of index files side by side, as lists of files tell them: five bits for each of a name's
/// eight letters.
enum FileNames {
    static func write(_ names: [String]) -> [UInt8] {
        var output = BitWriter()
        for name in names {
            for letter in name.utf8 {
                let value = letter >= 0x61 ? letter - 0x61 : letter - 0x32 + 26
                output.append(UInt32(value), bits: 5)
            }
        }
        output.close()
        return output.bytes
    }

    static func read(_ text: [UInt8]) -> [String] {
        var input = BitReader(text)
        return (0..<text.count * 6 / 40).map { _ in
            let letters = (0..<8).map { _ in ContentHash.letters[Int(input.bits(5) ?? 0)] }
            return String(decoding: letters, as: UTF8.self)
        }
    }
}
