import Synchronization

/// A value that is computed on first use, once; other threads that ask meanwhile wait for it.
final class Lazy<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    var value: Value {
        made.withLock { made in
            let value = made ?? make()
            made = value
            return value
        }
    }
}

/// Values by index, each computed on first use and kept.
///
/// Threads that ask for one value at the same time may each compute it; all get the same one.
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
