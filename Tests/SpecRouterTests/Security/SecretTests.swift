import Testing

@testable import SpecRouter

@Suite struct SecretTests {
    @Test func `a secret prints as nothing, however it is printed`() {
        let secret = Secret("hunter2")
        var dumped = ""
        dump([secret], to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped, "\([secret])", "\(Credential.apiKey(secret))"] {
            #expect(!text.contains("hunter2"))
        }
        #expect(secret.revealed == "hunter2")
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("ключ", "1de36a32af798da0c1ac9297603a320ed8fe567cf21c9177112a4ce914ebb8be"),
    ])
    func `a hash is SHA-256 of the UTF-8`(text: String, hex: String) {
        #expect(SecretHash(of: text).description == hex)
        #expect(SecretHash(hex: SecretHash(of: text).description) == SecretHash(of: text))
        #expect(KeyStore.hash(text) == SecretHash(of: text).description)
    }

    @Test(arguments: ["", "ab", "zz", String(repeating: "g", count: 64), String(repeating: "a", count: 63)])
    func `what is not 64 hexadecimal digits is no hash`(text: String) {
        #expect(SecretHash(hex: text) == nil)
    }

    @Test(arguments: [0, 7, 8, 15, 16, 23, 24, 31])
    func `hashes that differ in one octet differ`(position: Int) {
        var octets = SecretHash(of: "abc").octets
        octets[position] ^= 1
        #expect(SecretHash(hex: Hex.text(octets)) != SecretHash(of: "abc"))
    }
}

@Suite struct PasswordHashTests {
    /// RFC 7914, section 11, first 32 octets.
    @Test(arguments: [
        ("passwd", "salt", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"),
        ("Password", "NaCl", 80_000, "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"),
    ])
    func `PBKDF2 gives what its RFC gives`(password: String, salt: String, iterations: Int, hex: String) {
        #expect(Hex.text(PasswordHash.derive(password, salt: Array(salt.utf8), iterations: iterations)) == hex)
    }

    @Test func `a hash read from its text accepts its password alone`() throws {
        let hash = PasswordHash(hashing: Secret("pa:ss"), iterations: 1_000)
        let read = try #require(PasswordHash(hash.description))
        #expect(read == hash)
        #expect(read.matches("pa:ss"))
        #expect(!read.matches("pa:s"))
        #expect(!read.matches(""))
        #expect(PasswordHash(hashing: Secret("pa:ss"), iterations: 1_000) != hash)
        #expect(PasswordHash(hashing: Secret(""), iterations: 1_000).matches(""))
    }

    @Test(arguments: [
        "", "pbkdf2-sha256", "pbkdf2-sha1$1000$0011223344556677$" + String(repeating: "00", count: 32),
        "pbkdf2-sha256$999$0011223344556677$" + String(repeating: "00", count: 32),
        "pbkdf2-sha256$99999999$0011223344556677$" + String(repeating: "00", count: 32),
        "pbkdf2-sha256$1000$001122$" + String(repeating: "00", count: 32),
        "pbkdf2-sha256$1000$0011223344556677$00", "pbkdf2-sha256$1000$0011223344556677$$",
    ])
    func `what is not a password hash is refused`(text: String) {
        #expect(PasswordHash(text) == nil)
    }
}
