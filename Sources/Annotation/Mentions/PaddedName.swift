import Archive
import Text

/// White space inside short names: 王　明 is set so wide that it is as long as 欧阳娜.
///
/// Folding drops such white space (`Typography`), also where it divides two words. Only a person's
/// name of two or three ideographs is found across it, or a name that is written so.
enum PaddedName {
    /// Whether white space may divide a name: a person's, of two or three ideographs, or one that
    /// is written with white space.
    static func isPossible(_ name: String, of kind: Entity.Kind) -> Bool {
        let scalars = name.unicodeScalars.filter { ScalarClass($0.value) != .zeroWidth }
        if scalars.contains(where: { ScalarClass($0.value) == .space }) { return true }
        return kind == .person && 2...3 ~= scalars.count
            && scalars.allSatisfy { isIdeograph($0.value) }
    }

    /// Whether folding dropped white space without a line end between two ideographs.
    /// - Parameters:
    ///   - text: the plain text.
    ///   - range: a name in it.
    static func isDivided(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        var previous: UInt32 = 0
        var hasSpace = false
        var hasLineEnd = false
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            at += length
            switch ScalarClass(scalar) {
            case .zeroWidth: continue
            case .space:
                hasSpace = true
                hasLineEnd = hasLineEnd || scalar == "\n"
                continue
            default: break
            }
            if hasSpace, !hasLineEnd, isIdeograph(previous), isIdeograph(scalar) { return true }
            previous = scalar
            hasSpace = false
            hasLineEnd = false
        }
        return false
    }

    private static func isIdeograph(_ scalar: UInt32) -> Bool {
        0x3400...0x9FFF ~= scalar || 0xF900...0xFAFF ~= scalar || scalar >= 0x20000
    }
}
