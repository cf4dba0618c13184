import Foundation

/// The host names that the preview answers.
///
/// A page on the web can give its own name the address of this machine (DNS rebinding). Its scripts
/// may then read what a server here answers under that name, but not what it answers under the
/// names of this machine.
struct ServedHosts: Sendable {
    private let host: String
    private let names: Set<String>
    private let kind: Kind

    private enum Kind {
        /// Reached from this machine alone.
        case loopback
        /// Every address of the machine.
        case wildcard
        case one
    }

    /// - Parameter host: the address or name on which the preview listens.
    init(host: String) {
        self.host = host.lowercased()
        if Self.isLoopback(self.host) {
            kind = .loopback
            names = [self.host, "localhost"]
        } else if ["0.0.0.0", "::"].contains(host) {
            kind = .wildcard
            let machine = Self.machine.lowercased()
            names = ["localhost", machine, machine + ".local"]
        } else {
            kind = .one
            names = [self.host]
        }
    }

    /// - Parameter header: the value of a `Host` header: a name or an address, and maybe a port.
    func contains(_ header: String) -> Bool {
        let asked = Self.withoutPort(header.lowercased())
        return names.contains(asked)
            || kind == .loopback && Self.isAddress(asked) && Self.isLoopback(asked)
            || kind == .wildcard && Self.isAddress(asked)
    }

    /// A warning for the terminal when machines other than this one can read the site.
    var warning: String? {
        kind == .loopback
            ? nil
            : "warning: every machine that reaches \(host) can read the site and its diagnostics; "
                + "without --host only this machine can"
    }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || isAddress(host) && host.hasPrefix("127.")
    }

    /// `[::1]:8080` → `::1`, `127.0.0.1:8080` → `127.0.0.1`.
    private static func withoutPort(_ header: String) -> String {
        if header.hasPrefix("["), let end = header.firstIndex(of: "]") {
            return String(header[header.index(after: header.startIndex)..<end])
        }
        return String(header.prefix { $0 != ":" })
    }

    private static func isAddress(_ host: String) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET, host, &address) == 1 || inet_pton(AF_INET6, host, &address) == 1
    }

    /// The name of this machine.
    private static var machine: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
        return String(
            decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
