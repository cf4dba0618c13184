import Testing

@testable import Preview

@Suite struct ServedHostsTests {
    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1:8080", true),
        ("127.0.0.1", "LocalHost", true),
        ("127.0.0.1", "[::1]:8080", true),
        ("127.0.0.1", "evil.example", false),
        ("127.0.0.1", "192.168.1.20", false),
        ("127.0.0.1", "127.0.0.1.evil.example", false),
        ("127.0.0.1", "[::1", false),
        ("127.0.0.1", "", false),
        ("localhost", "127.0.0.1", true),
        ("::1", "[::1]", true),
        ("192.168.1.20", "192.168.1.20:80", true),
        ("192.168.1.20", "192.168.1.21", false),
        ("192.168.1.20", "localhost", false),
        ("desk.example", "Desk.Example:80", true),
        ("desk.example", "example", false),
        ("0.0.0.0", "192.168.1.20:80", true),
        ("0.0.0.0", "[fe80::1]:80", true),
        ("0.0.0.0", "localhost", true),
        ("0.0.0.0", "evil.example", false),
        ("::", "10.0.0.1", true),
    ])
    func hosts(_ host: String, _ header: String, _ isServed: Bool) {
        #expect(ServedHosts(host: host).contains(header) == isServed)
    }

    @Test func onlyLoopbackAddressesHaveNoWarning() {
        for host in ["127.0.0.1", "127.9.9.9", "localhost", "::1"] {
            #expect(ServedHosts(host: host).warning == nil, "\(host)")
        }
        for host in ["0.0.0.0", "::", "192.168.1.20", "desk.example", "127.example"] {
            let warning = ServedHosts(host: host).warning
            #expect(
                warning?.hasPrefix("warning: every machine that reaches \(host) can read") == true)
        }
    }
}
