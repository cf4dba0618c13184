/// A template's context in two parts: which variables it has, and the words of each.
///
/// Mustache without lambdas never looks into words, so all contexts of one shape come out of a
/// template as the same text with other words in the same places.
struct FlatContext {
    enum Value {
        case words(String)
        case markup([UInt8])
    }

    /// Lists of more members have no shape: theirs would be one for each length.
    private static let longestList = 16

    /// Names, nesting, lengths of lists and truth values, sorted; no words.
    private(set) var shape: [UInt8] = []
    /// The words, in the order of `shape`.
    private(set) var values: [Value] = []

    /// `nil` where a long list stands in the context.
    init?(_ context: Theme.Context) {
        values.reserveCapacity(context.count)
        guard add(context) else { return nil }
    }

    private mutating func add(_ context: Theme.Context) -> Bool {
        for (key, value) in context.sorted(by: { $0.key < $1.key }) {
            shape.append(contentsOf: key.utf8)
            switch value {
            case let words as String: add(.words(words))
            case let text as HTMLText: add(.markup(text.bytes))
            case let truth as Bool: shape.append(truth ? Sign.yes : Sign.no)
            case let words as [String: String]: add(words)
            case let list as [[String: String]]:
                guard list.count <= Self.longestList else { return false }
                shape.append(Sign.list)
                for words in list { add(words) }
                shape.append(Sign.close)
            case let inner as Theme.Context:
                shape.append(Sign.open)
                guard add(inner) else { return false }
                shape.append(Sign.close)
            default: return false
            }
        }
        return true
    }

    private mutating func add(_ words: [String: String]) {
        shape.append(Sign.open)
        for (key, value) in words.sorted(by: { $0.key < $1.key }) {
            shape.append(contentsOf: key.utf8)
            add(.words(value))
        }
        shape.append(Sign.close)
    }

    private mutating func add(_ value: Value) {
        shape.append(Sign.value)
        values.append(value)
    }

    /// Bytes that no variable's name holds.
    private enum Sign {
        static let value: UInt8 = 0x01
        static let yes: UInt8 = 0x02
        static let no: UInt8 = 0x03
        static let open: UInt8 = 0x04
        static let close: UInt8 = 0x05
        static let list: UInt8 = 0x06
    }

    /// A context of the same shape with marks instead of words: `mark(0)`, `mark(1)` ….
    static func marked(_ context: Theme.Context, _ mark: (Int) -> String) -> Theme.Context {
        var next = 0
        return marked(context, mark, &next)
    }

    private static func marked(
        _ context: Theme.Context, _ mark: (Int) -> String, _ next: inout Int
    ) -> Theme.Context {
        var copy = context
        for (key, value) in context.sorted(by: { $0.key < $1.key }) {
            switch value {
            case is Bool: break
            case let words as [String: String]: copy[key] = marked(words, mark, &next)
            case let list as [[String: String]]:
                copy[key] = list.map { marked($0, mark, &next) }
            case let inner as Theme.Context: copy[key] = marked(inner, mark, &next)
            default:
                copy[key] = mark(next)
                next += 1
            }
        }
        return copy
    }
}
