extension Array {
    /// The same elements in memory of just their size.
    ///
    /// An array that grew takes up to twice as much; this is for those that are kept.
    public func fitted() -> [Element] {
        [Element](unsafeUninitializedCapacity: count) { memory, filled in
            filled = memory.initialize(fromContentsOf: self)
        }
    }
}
