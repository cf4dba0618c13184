import Foundation

/// Text in another encoding, through the C library.
enum Encoded {
    struct NoConverter: Error {}

    static func bytes(_ text: String, in encoding: String) throws -> [UInt8] {
        guard let converter = iconv_open(encoding, "UTF-8"), Int(bitPattern: converter) != -1 else {
            throw NoConverter()
        }
        defer { iconv_close(converter) }
        var input = Array(text.utf8)
        var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
        var left = input.count
        var room = output.count
        let result = input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                let result = iconv(converter, &from, &left, &to, &room)
                // Back to ASCII, where an encoding switches.
                return result == -1 ? result : iconv(converter, nil, nil, &to, &room)
            }
        }
        guard result != -1 else { throw NoConverter() }
        return Array(output[..<(output.count - room)])
    }
}
