/// A value of YAML or TOML that the program gives no meaning to itself and hands on to templates.
public indirect enum Value: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case list([Value])
    /// Sorted by key where it is printed.
    case map([String: Value])
}
