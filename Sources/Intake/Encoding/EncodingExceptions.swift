/// Characters of the multi-byte encodings that the Encoding Standard and the C library decode
/// differently.
enum EncodingExceptions {
    static func utf8(
        from bytes: ArraySlice<UInt8>, in encoding: CharacterEncoding
    ) -> (text: [UInt8], invalid: Int, firstInvalid: Int?) {
        var result: (text: [UInt8], invalid: Int, firstInvalid: Int?) = ([], 0, nil)
        result.text.reserveCapacity(bytes.count * 3 / 2)
        var start = bytes.startIndex
        var at = start
        func flush(_ end: Int) {
            guard start < end else { return }
            let part = EncodingConverter.utf8(from: bytes[start..<end], charset: encoding.iconvName)
            result.text += part.text
            result.invalid += part.invalid
            result.firstInvalid = result.firstInvalid ?? part.firstInvalid
        }
        while at < bytes.endIndex {
            let byte = bytes[at]
            guard byte >= 0x80 else {
                at += 1
                continue
            }
            let length = length(byte, bytes[at...], encoding)
            if let character = exception(bytes[at..<min(at + length, bytes.endIndex)], encoding) {
                flush(at)
                result.text += character
                start = at + length
            }
            at += length
        }
        flush(bytes.endIndex)
        return result
    }

    /// Bytes of the character that begins with `lead`.
    private static func length(
        _ lead: UInt8, _ bytes: ArraySlice<UInt8>, _ encoding: CharacterEncoding
    ) -> Int {
        let next = bytes.dropFirst().first ?? 0
        switch encoding.id {
        case "big5": return lead > 0x80 && lead < 0xFF && next >= 0x40 ? 2 : 1
        case "euc-jp": return lead == 0x8F ? 3 : next >= 0xA1 ? 2 : 1
        default:
            if lead == 0x80 || lead == 0xFF { return 1 }
            return 0x30...0x39 ~= next ? 4 : next >= 0x40 ? 2 : 1
        }
    }

    private static func exception(
        _ character: ArraySlice<UInt8>, _ encoding: CharacterEncoding
    ) -> [UInt8]? {
        guard let lead = character.first else { return nil }
        switch encoding.id {
        case "big5":
            guard character.count == 2 else { return nil }
            return big5[UInt16(lead) << 8 | UInt16(character[character.startIndex + 1])]
        case "euc-jp":
            // IBM's extensions, which the C library has for private use.
            guard character.count == 2, 0xF9...0xFC ~= lead else { return nil }
            let pair = ShiftedPair.bytes(
                row: lead & 0x7F, cell: character[character.startIndex + 1] & 0x7F)
            let decoded = EncodingConverter.utf8(from: pair[...], charset: "CP932")
            return decoded.invalid == 0 ? decoded.text : nil
        default:
            if lead == 0x80 { return Array("€".utf8) }
            return character.elementsEqual([0xA3, 0xA0]) ? Array("\u{3000}".utf8) : nil
        }
    }

    private static let big5: [UInt16: [UInt8]] = {
        var table: [UInt16: [UInt8]] = [:]
        for entry in big5Differences.split(whereSeparator: \.isWhitespace) {
            guard let code = UInt16(entry.prefix(4), radix: 16) else { continue }
            table[code] = Array(entry.dropFirst(4).utf8)
        }
        return table
    }()

    /// Two bytes and the character that index-big5 of the Standard has for them, where BIG5-HKSCS
    /// of glibc 2.36 has another one or none.
    private static let big5Differences = """
        8e69箸 8e6f簆 8e7e糎 8eab緒 8eb4縝 8ecd者 8ed0耨 8f57菁 8f69蒨 8f6e萏 8fcb覦 8fcc覩
        8ffe起 906d都 907a銹 90dc靜 90f1響 91bf鼖 9244蔃 92af兙 92b0兛 92b1兝 92b2兞 92c8鍮
        92d1瑹 9447浧 94ca禛 95d9邗 9644靝 96ed瀞 96fc嬨 9b76爁 9b78矗 9b7b纇 9bc6駖 9bde釔
        9bec惞 9bf6澶 9c42輶 9c53侻 9c62營 9c68鄄 9c6b鷰 9c77菏 9cbc尐 9cbd秣 9cd0婧 9d57輋
        9d5a筑 9dc4拐 9ea9恢 9eef痹 9efd汊 9f60鬮 9f66鼗 9fcb僭 9fd8弌 a063蠏 a077拎 a0d5瑨
        a0df煢 a0e4牐 a145‧ a14e﹑ a15a╴ a1c2¯ a1c3￣ a1c5ˍ a1e3～ a1f2⊕ a1f3⊙ a1fe／
        a240＼ a241∕ a242﹨ a244￥ a246￠ a247￡ a2cc十 a2ce卅 a3c0␀ a3c1␁ a3c2␂ a3c3␃
        a3c4␄ a3c5␅ a3c6␆ a3c7␇ a3c8␈ a3c9␉ a3ca␊ a3cb␋ a3cc␌ a3cd␍ a3ce␎ a3cf␏
        a3d0␐ a3d1␑ a3d2␒ a3d3␓ a3d4␔ a3d5␕ a3d6␖ a3d7␗ a3d8␘ a3d9␙ a3da␚ a3db␛
        a3dc␜ a3dd␝ a3de␞ a3df␟ a3e0␡ a3e1€ c6cf廴 c6d3无 c6d5癶 c6d7隶 c6de〃 c6df仝
        fa5f倩 fa66偽 fabd包 fac5卄 fad5卿 fb48嘅 fbb8婷 fbf3幵 fbf9廐 fc4f彘 fc6c悤 fcb9撐
        fce2晴 fcf1杞 fdb7沜 fdb8渝 fdbb港 fdf1煮 fe52猪 fe6f瑜 feaa瓩 fedd砉
        """
}
