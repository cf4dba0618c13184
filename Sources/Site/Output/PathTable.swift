import Foundation

/// Paths in one piece of memory, in the order of their bytes: 50,000 of them cost two arrays.
struct PathTable: Sendable, Equatable {
    private(set) var bytes: [UInt8] = []
    /// Where each path ends in `bytes`.
    private(set) var ends: [UInt32] = []

    var count: Int { ends.count }
    var indices: Range<Int> { ends.indices }

    init() {}

    /// - Returns: `nil` when the ends do not fit the bytes, or the order is wrong.
    init?(bytes: [UInt8], ends: [UInt32]) {
        guard Int(ends.last ?? 0) == bytes.count, zip(ends, ends.dropFirst()).allSatisfy(<=) else {
            return nil
        }
        self.bytes = bytes
        self.ends = ends
        for index in indices.dropFirst()
        where Self.order(self, index - 1, self, index) > 0 { return nil }
    }

    /// The path as bytes.
    func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    subscript(index: Int) -> String {
        String(decoding: bytes[range(index)], as: UTF8.self)
    }

    func hasPrefix(_ start: [UInt8], at index: Int) -> Bool {
        bytes[range(index)].starts(with: start)
    }

    mutating func reserveCapacity(_ count: Int, bytes: Int) {
        ends.reserveCapacity(count)
        self.bytes.reserveCapacity(bytes)
    }

    /// Appends a path that comes after all others.
    mutating func append(_ path: some Sequence<UInt8>) {
        bytes.append(contentsOf: path)
        ends.append(UInt32(bytes.count))
    }

    /// Appends `prefix` and `name` as one path that comes after all others.
    mutating func append(_ prefix: [UInt8], _ name: ArraySlice<UInt8>) {
        bytes.append(contentsOf: prefix)
        append(name)
    }

    mutating func append(_ other: PathTable, _ index: Int) {
        append(other.bytes[other.range(index)])
    }

    mutating func append(contentsOf other: PathTable) {
        let shift = UInt32(bytes.count)
        bytes.append(contentsOf: other.bytes)
        ends.append(contentsOf: other.ends.lazy.map { $0 + shift })
    }

    /// The folders that the paths lie in: first the one of all, whose path is empty; those of
    /// others end in `/`.
    var folders: PathTable {
        var folders = PathTable()
        folders.append([])
        var last = 0..<0
        for index in indices {
            let path = range(index)
            let shared = zip(bytes[last], bytes[path]).prefix { $0 == $1 }.count
            for slash in path.dropFirst(shared) where bytes[slash] == 0x2F {
                folders.append(bytes[path.lowerBound...slash])
            }
            last = path
        }
        return folders
    }

    /// Where a path is; `nil` when it is not here.
    func index(of path: String) -> Int? {
        let place = place(of: path)
        return place.isHere ? place.index : nil
    }

    func index(of path: [UInt8]) -> Int? {
        let place = place(of: path)
        return place.isHere ? place.index : nil
    }

    /// Where a path is or, when it is not here, belongs.
    func place(of path: String) -> (index: Int, isHere: Bool) {
        var path = path
        return path.withUTF8 { place(of: $0) }
    }

    func place(of path: [UInt8]) -> (index: Int, isHere: Bool) {
        path.withUnsafeBufferPointer { place(of: $0) }
    }

    private func place(of path: UnsafeBufferPointer<UInt8>) -> (index: Int, isHere: Bool) {
        bytes.withUnsafeBufferPointer { bytes in
            var low = 0
            var high = count
            while low < high {
                let middle = (low + high) / 2
                let order = Self.order(UnsafeBufferPointer(rebasing: bytes[range(middle)]), path)
                if order == 0 { return (middle, true) }
                if order < 0 { low = middle + 1 } else { high = middle }
            }
            return (low, false)
        }
    }

    /// Whether a path begins as another one does from beginning to end.
    func isPrefix(_ index: Int, of other: Int) -> Bool {
        bytes[range(other)].starts(with: bytes[range(index)])
    }

    /// Tells, in order, where each path is in the one table and in the other.
    static func pair(
        _ left: PathTable, _ right: PathTable, _ tell: (_ left: Int?, _ right: Int?) -> Void
    ) {
        var one = 0
        var other = 0
        while one < left.count || other < right.count {
            let order =
                one == left.count
                ? 1 : other == right.count ? -1 : Self.order(left, one, right, other)
            tell(order <= 0 ? one : nil, order >= 0 ? other : nil)
            if order <= 0 { one += 1 }
            if order >= 0 { other += 1 }
        }
    }

    /// Below 0 when the left one comes first, 0 when they are the same.
    private static func order(_ left: PathTable, _ one: Int, _ right: PathTable, _ other: Int)
        -> Int
    {
        left.bytes.withUnsafeBufferPointer { a in
            right.bytes.withUnsafeBufferPointer { b in
                order(
                    UnsafeBufferPointer(rebasing: a[left.range(one)]),
                    UnsafeBufferPointer(rebasing: b[right.range(other)]))
            }
        }
    }

    private static func order(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
    )
        -> Int
    {
        guard let a = left.baseAddress, let b = right.baseAddress else {
            return left.count - right.count
        }
        let order = memcmp(a, b, min(left.count, right.count))
        return order == 0 ? left.count - right.count : Int(order)
    }

    /// The order of two paths that are not in a table.
    static func precedes(_ left: String, _ right: String) -> Bool {
        let order = left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { Self.order(left, $0) }
        }
        if let order = order ?? nil { return order < 0 }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
