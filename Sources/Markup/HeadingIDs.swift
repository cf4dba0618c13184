/// Ids for headings, made of their words: the same words give the same id in every build.
struct HeadingIDs {
    private var taken: [String: Int] = [:]
    private let prefix: String

    init(prefix: String) {
        self.prefix = prefix
    }

    /// Letters, digits and Han stay, ASCII in lower case; everything else is one hyphen.
    ///
    /// A second heading of the same words gets `-2`. Never the form of a sentence's id (`s12`).
    mutating func id(for words: [UInt8]) -> String {
        var slug = ""
        var gap = false
        for scalar in String(decoding: words, as: UTF8.self).unicodeScalars {
            guard Self.stays(scalar) else {
                gap = !slug.isEmpty
                continue
            }
            if gap { slug.append("-") }
            gap = false
            if scalar.isASCII {
                slug += scalar.properties.lowercaseMapping
            } else {
                slug.unicodeScalars.append(scalar)
            }
        }
        if slug.isEmpty { slug = "section" }
        if slug.first == "s", slug.dropFirst().allSatisfy(\.isNumber) { slug = "section-" + slug }
        slug = prefix + slug
        var id = slug
        while let count = taken[id] {
            taken[id] = count + 1
            id = "\(slug)-\(count + 1)"
        }
        taken[id] = 1
        return id
    }

    private static func stays(_ scalar: Unicode.Scalar) -> Bool {
        // CJK Unified Ideographs are letters all; asking Unicode's tables takes longer.
        if (0x4E00...0x9FFF).contains(scalar.value) { return true }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil || scalar == "_"
    }
}
