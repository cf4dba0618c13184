/// Something that looks for changes on the disk and raises a `ChangeSignal`.
protocol Watch: Sendable {
    /// Looks no more.
    func end()
}
