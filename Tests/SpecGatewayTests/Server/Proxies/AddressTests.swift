import Testing

@testable import SpecGateway

struct `An address` {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("2001:DB8::1", "2001:db8::1"), ("::", "::"), ("::ffff:192.0.2.1", "192.0.2.1"),
        ("0:0:0:0:0:0:0:1", "::1"),
    ])
    func `is read`(_ text: String, _ address: String) {
        #expect(IPAddress(text)?.description == address)
    }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4 ", "1.2.3.4:80", "[::1]", "::1%eth0", ":::", "a",
        "1",
    ])
    func `is nothing else`(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.0.0.0/9", "10.128.0.1", false),
        ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false), ("0.0.0.0/0", "8.8.8.8", true),
        ("0.0.0.0/0", "::1", false), ("::/0", "8.8.8.8", false), ("fd00::/8", "fdff::1", true),
        ("fd00::/8", "fe00::1", false), ("::1", "::1", true), ("192.0.2.0/31", "192.0.2.1", true),
        ("10.0.0.0/8", "::ffff:10.1.2.3", true),
    ])
    func `is in a range`(_ range: String, _ address: String, _ isInside: Bool) throws {
        let range = try #require(AddressRange(range))
        #expect(range.contains(try #require(IPAddress(address))) == isInside)
    }

    @Test(arguments: [
        "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/08", "10.0.0.1/8", "fd00::/129", "fd00::1/8",
        "10.0.0.0/8/8", "proxy.example", "10.0.0.0/8 ", "::ffff:10.0.0.0/8",
    ])
    func `is no range`(_ text: String) {
        #expect(AddressRange(text) == nil)
    }
}
