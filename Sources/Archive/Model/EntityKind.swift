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
        /// Whether `archive.yml` declares it.
        ///
        /// The words of a built-in kind are in `strings.json`, its colour is in `style.css`.
        public let isDeclared: Bool
        /// The plural by language, as a heading: `Places`; empty for built-in kinds.
        public let titles: [String: String]
        /// The singular by language: `Place`; empty for built-in kinds.
        public let singulars: [String: String]
        /// As declared; `nil`: the site chooses one.
        public let color: Color?
        /// The name of a class of schema.org.
        public let schemaType: String
        /// How schema.org names the relations of such an entity, in the order they are written.
        public let schemaProperties: [SchemaProperty]

        public init(
            id: String, folder: String, isDeclared: Bool = true, titles: [String: String] = [:],
            singulars: [String: String] = [:], color: Color? = nil, schemaType: String = "Thing",
            schemaProperties: [SchemaProperty] = []
        ) {
            self.id = id
            self.folder = folder
            self.isDeclared = isDeclared
            self.titles = titles
            self.singulars = singulars
            self.color = color
            self.schemaType = schemaType
            self.schemaProperties = schemaProperties
        }
    }
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

    /// A colour as the archive gives it, in sRGB: `#rrggbb`.
    public struct Color: Sendable, Equatable {
        public var red: UInt8
        public var green: UInt8
        public var blue: UInt8

        public init(red: UInt8, green: UInt8, blue: UInt8) {
            self.red = red
            self.green = green
            self.blue = blue
        }
    }

    // MARK: The table

    /// In the order of menus and lists.
    ///
    /// https://schema.org names the properties.
    public static let builtIn = [person, product, organization]

    public static let person = Entity.Kind(
        id: "person", folder: "people", isDeclared: false, schemaType: "Person",
        schemaProperties: [SchemaProperty("affiliation", [.affiliations])])

    public static let product = Entity.Kind(
        id: "product", folder: "products", isDeclared: false, schemaType: "Product",
        schemaProperties: [
            SchemaProperty("manufacturer", [.maker], target: "organization"),
            SchemaProperty("isRelatedTo", [.partOf, .formerly], target: "product"),
        ])

    public static let organization = Entity.Kind(
        id: "organization", folder: "organizations", isDeclared: false, schemaType: "Organization",
        schemaProperties: [
            SchemaProperty("parentOrganization", [.partOf], target: "organization"),
            SchemaProperty("subOrganization", [.parts], target: "organization"),
        ])
}
