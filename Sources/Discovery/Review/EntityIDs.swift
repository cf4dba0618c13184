import Archive
import Foundation
import Text

/// Readable ids for proposed entities: the English form, else pinyin; never one that is taken.
struct EntityIDs {
    private var taken: Set<String>

    /// - Parameter taken: in any case; ids that differ by case only are one on some disks.
    init(taken: some Sequence<String>) {
        self.taken = Set(taken.map { $0.lowercased() })
    }

    mutating func id(for proposal: NameProposal) -> String {
        let known = proposal.forms.lazy.compactMap(\.known?.english).first { !$0.isEmpty }
        if let known { return unused(Self.slug(known)) }
        let latin = proposal.forms.map(\.text).filter { Self.isLatin($0) }
        // The longest form that is no abbreviation reads best: `tencent`, not `tme`.
        let words = latin.filter { $0.contains { $0.isLowercase } }
        let base =
            (words.max { $0.count < $1.count } ?? latin.max { $0.count < $1.count })
            .map(Self.slug) ?? Self.pinyin(proposal.name, isPerson: proposal.kind == .person)
        return unused(base.isEmpty ? proposal.kind.id : base)
    }

    private mutating func unused(_ base: String) -> String {
        var id = Self.isReserved(base) ? base + "-name" : base
        var number = 2
        while !taken.insert(id).inserted {
            id = "\(base)-\(number)"
            number += 1
        }
        return id
    }

    /// Names that Windows keeps for devices, and names that are numbers only.
    static func isReserved(_ id: String) -> Bool {
        let stem = id.lowercased().prefix { $0 != "." }
        if ["con", "prn", "aux", "nul", "index"].contains(stem) { return true }
        if stem.count == 4, stem.hasPrefix("com") || stem.hasPrefix("lpt"),
            stem.last?.isNumber == true
        {
            return true
        }
        return id.allSatisfy(\.isNumber)
    }

    private static func isLatin(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value < 0x250 || 0x2010...0x2027 ~= $0.value }
    }

    /// Letters and digits in small letters without accents, everything else one hyphen.
    private static func slug(_ text: String) -> String {
        let plain =
            text.applyingTransform(.stripCombiningMarks, reverse: false) ?? text
        var slug = ""
        for scalar in plain.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
            case "'", "’": break
            default: if !slug.isEmpty, slug.last != "-" { slug += "-" }
            }
        }
        while slug.last == "-" { slug.removeLast() }
        return String(slug.prefix(60))
    }

    private static let doubleSurnames = [
        "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "尉遲", "公孙",
        "公孫", "慕容", "司徒", "令狐", "宇文", "长孙", "長孫", "夏侯", "端木", "百里", "南宫", "南宮",
    ]

    /// The syllables of a person's surname and given name as two words, of other names as one;
    /// Latin words and digits as they are.
    private static func pinyin(_ name: String, isPerson: Bool) -> String {
        func spelled(_ text: Substring) -> String {
            let spaced = String(text).applyingTransform(.toLatin, reverse: false) ?? ""
            let plain = spaced.applyingTransform(.stripCombiningMarks, reverse: false) ?? spaced
            return plain.replacingOccurrences(of: " ", with: "")
        }
        guard isPerson, (2...4).contains(name.count), !name.contains("·") else {
            return slug(
                name.split { !$0.isLetter && !$0.isNumber }.map { spelled($0) }
                    .joined(separator: "-"))
        }
        let surname = doubleSurnames.contains { name.hasPrefix($0) } && name.count > 2 ? 2 : 1
        return slug(spelled(name.prefix(surname)) + "-" + spelled(name.dropFirst(surname)))
    }
}
