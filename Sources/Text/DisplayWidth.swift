/// How many columns of a terminal a scalar takes.
public enum DisplayWidth {
    /// 2 for East Asian wide and fullwidth scalars and emoji, 0 for marks and scalars without
    /// width, 1 for the rest (Unicode Standard Annex #11, by range).
    ///
    /// A tab counts 1.
    public static func columns(_ scalar: UInt32) -> Int {
        if scalar < 0x300 { return scalar == 0xAD ? 0 : 1 }
        switch scalar {
        case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
            0x20D0...0x20FF, 0x302A...0x302D, 0x3099...0x309A, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
            0xFEFF,
            0xE0100...0xE01EF:
            return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }

    /// Columns of a whole string without line ends.
    public static func columns(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns($1.value) }
    }
}
