/// The names that a template can look up, as a tree.
struct ContextShape: Equatable {
    var members: [String: ContextShape] = [:]
    /// Whether every name is accepted below, as in front matter.
    var isOpen = false

    /// A text, a number or a truth value.
    static let leaf = ContextShape()
    static let open = ContextShape(isOpen: true)

    init(members: [String: ContextShape] = [:], isOpen: Bool = false) {
        self.members = members
        self.isOpen = isOpen
    }

    /// Reads `"title date{iso text} params*"`: names with a space between, the names inside a value
    /// in braces, a star after a name below which every name is accepted.
    init(_ names: String) {
        var rest = names[...]
        self = Self.read(&rest)
    }

    private static func read(_ rest: inout Substring) -> ContextShape {
        var shape = ContextShape()
        var name = ""
        while let next = rest.popFirst() {
            switch next {
            case "{":
                shape.members[name] = read(&rest)
                name = ""
            case "}", " ", "\n":
                if !name.isEmpty { shape.members[name] = .leaf }
                name = ""
                if next == "}" { return shape }
            case "*":
                shape.members[name] = .open
                name = ""
            default: name.append(next)
            }
        }
        if !name.isEmpty { shape.members[name] = .leaf }
        return shape
    }

    /// The shape of fields; a list has the names of all its items.
    init(of fields: Fields) {
        for (name, field) in fields.entries { members[name] = ContextShape(of: field) }
    }

    private init(of field: Field) {
        self.init()
        switch field {
        case .record(let fields): merge(ContextShape(of: fields))
        case .list(let list):
            for fields in list { merge(ContextShape(of: fields)) }
        case .items(let items):
            for item in items { merge(ContextShape(of: item)) }
        case .text, .markup, .flag, .deferred: break
        }
    }

    /// Adds the names of another value in the same place.
    mutating func merge(_ other: ContextShape) {
        isOpen = isOpen || other.isOpen
        members.merge(other.members) { mine, other in
            var merged = mine
            merged.merge(other)
            return merged
        }
    }

    func merged(_ other: ContextShape) -> ContextShape {
        var copy = self
        copy.merge(other)
        return copy
    }

    /// All names, `date.iso` for those inside a value; open values end in `.*`.
    var paths: Set<String> {
        var paths: Set<String> = []
        for (name, shape) in members {
            if shape.isOpen {
                paths.insert(name + ".*")
            } else {
                paths.insert(name)
                for inner in shape.paths { paths.insert("\(name).\(inner)") }
            }
        }
        return paths
    }
}
