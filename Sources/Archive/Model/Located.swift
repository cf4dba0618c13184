import Text

/// A value together with the place in the archive that it was read from.
public struct Located<Value: Sendable>: Sendable {
    public var value: Value
    public var place: Diagnostic.Place

    public init(_ value: Value, at place: Diagnostic.Place) {
        self.value = value
        self.place = place
    }
}

extension Located: Equatable where Value: Equatable {}
