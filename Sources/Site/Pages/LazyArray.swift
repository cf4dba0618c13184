import Synchronization

/// Values by number, each made when it is first asked for and kept.
///
/// Threads that ask for one at once may each make it; all get the same.
final class LazyArray<Value: AnyObject & Sendable>: Sendable {
    private final class Slot: Sendable {
        let value = AtomicLazyReference<Value>()
    }

    private let slots: [Slot]
    private let make: @Sendable (Int) -> Value

    init(count: Int, _ make: @escaping @Sendable (Int) -> Value) {
        slots = (0..<count).map { _ in Slot() }
        self.make = make
    }

    subscript(index: Int) -> Value {
        slots[index].value.load() ?? slots[index].value.storeIfNil(make(index))
    }
}
