import Text

extension Entity {
    /// A kind of entities: what is particular to people, to products, to places.
    ///
    /// This is the only place that knows the kinds one by one. Three are built in; `kinds:` in
    /// `archive.yml` declares more (`KindReader`), and a declared kind has everything that the
    /// built-in ones have. A class, because every entity refers to its kind and entities are
    /// copied.
    public final class Kind: Sendable {
        /// `person`: in data files, in `data-kind`, and as a facet of the search.
        public let id: String
        /// Folder below `content/` and below the site: `people`.
        public let folder: String
        /// Where `archive.yml` declares it; `nil`: it is built in.
        ///
        /// The words of a built-in kind are in `strings.json`.
        public let place: Diagnostic.Place?
        /// The plural by language, as a heading: `Places`; empty for built-in kinds.
        public let titles: [String: String]
        /// The singular by language: `Place`; empty for built-in kinds.
        public let singulars: [String: String]
        /// Of mentions, as declared; those that are missing are computed by the site.
        public let colors: Colors
        /// The name of a class of schema.org.
        public let schemaType: String
        /// How schema.org names the relations of such an entity, in the order they are written.
        public let schemaProperties: [SchemaProperty]

        public init(
            id: String, folder: String, place: Diagnostic.Place? = nil,
            titles: [String: String] = [:], singulars: [String: String] = [:],
            colors: Colors = Colors(), schemaType: String = "Thing",
            schemaProperties: [SchemaProperty] = []
        ) {
            self.id = id
            self.folder = folder
            self.place = place
            self.titles = titles
            self.singulars = singulars
            self.colors = colors
            self.schemaType = schemaType
            self.schemaProperties = schemaProperties
        }
    }
}

extension Entity.Kind {
    public var isDeclared: Bool { place != nil }
}

extension Entity.Kind: Hashable {
    public static func == (a: Entity.Kind, b: Entity.Kind) -> Bool { a === b || a.id == b.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Entity.Kind {
    /// A property of schema.org with the entities that it names.
    public struct SchemaProperty: Sendable, Equatable {
        /// Where the entities come from: a key of the entity's file, or the entities that are
        /// `part-of` it.
        public enum Source: Sendable { case affiliations, maker, partOf, formerly, parts }

        public var name: String
        public var sources: [Source]
        /// The property takes entities of this kind only, as schema.org defines it; `nil`: any.
        public var target: String?

        public init(_ name: String, _ sources: [Source], target: String? = nil) {
            self.name = name
            self.sources = sources
            self.target = target
        }
    }

    /// A colour of sRGB.
    public struct Color: Sendable, Equatable {
        public var red: UInt8
        public var green: UInt8
        public var blue: UInt8

        public init(red: UInt8, green: UInt8, blue: UInt8) {
            self.red = red
            self.green = green
            self.blue = blue
        }

        /// `#rrggbb` or `#rgb`.
        public init?(hex: String) {
            let digits = hex.utf8.dropFirst().compactMap {
                Character(Unicode.Scalar($0)).hexDigitValue
            }
            guard hex.utf8.first == UInt8(ascii: "#"), digits.count == hex.utf8.count - 1 else {
                return nil
            }
            func part(_ high: Int, _ low: Int) -> UInt8 { UInt8(digits[high] * 16 + digits[low]) }
            switch digits.count {
            case 3: self.init(red: part(0, 0), green: part(1, 1), blue: part(2, 2))
            case 6: self.init(red: part(0, 1), green: part(2, 3), blue: part(4, 5))
            default: return nil
            }
        }

        public var hex: String {
            "#"
                + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    /// Colours on light and on dark pages.
    public struct Colors: Sendable {
        public var light: Located<Color>?
        public var dark: Located<Color>?

        public init(light: Located<Color>? = nil, dark: Located<Color>? = nil) {
            self.light = light
            self.dark = dark
        }
    }

    // MARK: The table

    /// In the order of menus and lists.
    ///
    /// https://schema.org names the properties.
    public static let builtIn = [person, product, organization]

    public static let person = Entity.Kind(
        id: "person", folder: "people", schemaType: "Person",
        schemaProperties: [SchemaProperty("affiliation", [.affiliations])])

    public static let product = Entity.Kind(
        id: "product", folder: "products", schemaType: "Product",
        schemaProperties: [
            SchemaProperty("manufacturer", [.maker], target: "organization"),
            SchemaProperty("isRelatedTo", [.partOf, .formerly], target: "product"),
        ])

    public static let organization = Entity.Kind(
        id: "organization", folder: "organizations", schemaType: "Organization",
        schemaProperties: [
            SchemaProperty("parentOrganization", [.partOf], target: "organization"),
            SchemaProperty("subOrganization", [.parts], target: "organization"),
        ])
}
