/// Numbers as in source maps, without a sign: five bits a digit of base64, low digits first, 32
/// says
/// that more follow.
enum VLQ {
    static func append(_ number: UInt32, to output: inout [UInt8]) {
        var rest = number
        while rest >= 32 {
            output.append(BitWriter.digits[Int(rest & 31 | 32)])
            rest >>= 5
        }
        output.append(BitWriter.digits[Int(rest)])
    }
}
