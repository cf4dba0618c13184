/// Pictures that lie in a captured file beside a page, by the addresses that the page has for them.
struct PictureShelf: Sendable {
    private var byAddress: [String: [UInt8]] = [:]

    var isEmpty: Bool { byAddress.isEmpty }

    mutating func add(_ bytes: [UInt8], at address: String) {
        byAddress[Self.key(address)] = bytes
    }

    subscript(address: String) -> [UInt8]? { byAddress[Self.key(address)] }

    private static func key(_ address: String) -> String {
        String(address.prefix { $0 != "#" })
    }
}
