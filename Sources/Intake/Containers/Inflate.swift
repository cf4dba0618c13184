import CZlib

/// The one door to zlib: gzip, zlib and raw deflate → bytes.
enum Inflate {
    enum Form: Int32 {
        /// gzip or zlib, recognised by their headers.
        case wrapped = 47
        /// What servers that call it `deflate` often send: no header at all.
        case raw = -15
    }

    struct Result {
        var bytes: [UInt8]
        /// The stream is truncated or damaged.
        var isDamaged: Bool
        /// It would be larger than allowed; `bytes` is its beginning.
        var isTooLarge: Bool
    }

    /// All members of a stream one after another; of a damaged stream what comes before the damage.
    static func bytes(of data: ArraySlice<UInt8>, as form: Form = .wrapped, most: Int) -> Result {
        var result = Result(bytes: [], isDamaged: false, isTooLarge: false)
        var rest = data
        repeat {
            let read = member(rest, form, most - result.bytes.count, into: &result)
            guard read > 0, !result.isDamaged, !result.isTooLarge else { break }
            rest = rest.dropFirst(read)
            // Some writers fill the last block with zeros.
        } while form == .wrapped && rest.starts(with: [0x1F, 0x8B])
        return result
    }

    /// Appends one member and returns how many bytes of `data` it took.
    private static func member(
        _ data: ArraySlice<UInt8>, _ form: Form, _ room: Int, into result: inout Result
    ) -> Int {
        var stream = z_stream()
        guard czlib_inflate_init(&stream, form.rawValue) == Z_OK else {
            result.isDamaged = true
            return 0
        }
        defer { inflateEnd(&stream) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var input = Array(data)
        var written = 0
        let total = input.count
        return input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(clamping: total)
            while true {
                let (status, count) = buffer.withUnsafeMutableBufferPointer { buffer in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(buffer.count)
                    let status = inflate(&stream, Z_NO_FLUSH)
                    return (status, buffer.count - Int(stream.avail_out))
                }
                written += count
                guard written <= room else {
                    result.isTooLarge = true
                    break
                }
                result.bytes.append(contentsOf: buffer[..<count])
                if status == Z_STREAM_END { break }
                if status != Z_OK || count == 0 && stream.avail_in == 0 {
                    result.isDamaged = true
                    break
                }
            }
            return total - Int(stream.avail_in)
        }
    }
}
