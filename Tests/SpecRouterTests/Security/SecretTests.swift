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
        #expect(Hex.text(PBKDF2Cost.derive(password, salt: Array(salt.utf8), iterations: iterations)) == hex)
    }

    /// RFC 7914, section 12.
    @Test func `scrypt gives what its RFC gives`() throws {
        let cost = try #require(ScryptCost(logN: 14, blockSize: 8, parallelism: 1))
        #expect(
            Hex.text(cost.derive("pleaseletmein", salt: Array("SodiumChloride".utf8), count: 64))
                == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887")
    }

    /// Made by Python's `hashlib.scrypt`.
    static let foreign = [
        ("open sesame", "$scrypt$ln=10,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$qrn7ZhlST3jO5Auifbc3xCWPabXREAX1HDl5f9rqSnA"),
        (
            "pa:ss",
            "$scrypt$ln=11,r=4,p=3$AAECAwQFBgcICQoLDA0ODw$"
                + "kEYap7pC+b97YQe+ZOfHR4jsb1fsisjbT5b8haXGMgv5plT4yYMjrAePlXuyILnIjDVj6XRs/oGKoMJXZiHh5A"
        ),
        ("", "$scrypt$ln=10,r=8,p=1$TmFDbC1OYUNs$vnYnSfvGxW0/Pf0SZ8XfK+d5SkBqO7VWno/c9emaORI"),
    ]

    @Test(arguments: foreign)
    func `a hash of scrypt by others accepts its password alone`(password: String, text: String) throws {
        let hash = try #require(PasswordHash(text))
        #expect(hash.description == text)
        #expect(hash.matches(password))
        for wrong in ["open sesam", "PA:SS", "x"] { #expect(!hash.matches(wrong)) }
    }

    private static func hash(_ password: String, _ cost: ScryptCost?) -> PasswordHash {
        cost.map { PasswordHash(hashing: Secret(password), cost: $0) }
            ?? PasswordHash(hashing: Secret(password), iterations: 1_000)
    }

    @Test(arguments: [nil, ScryptCost(logN: 10, blockSize: 8, parallelism: 1)])
    func `a hash read from its text accepts its password alone`(cost: ScryptCost?) throws {
        let hash = Self.hash("pa:ss", cost)
        let read = try #require(PasswordHash(hash.description))
        #expect(read == hash)
        #expect(read.matches("pa:ss"))
        #expect(!read.matches("pa:s"))
        #expect(!read.matches(""))
        #expect(Self.hash("pa:ss", cost) != hash)
        #expect(Self.hash("", cost).matches(""))
    }

    /// Salt and hash of the first of `foreign`, behind other costs.
    @Test(arguments: [
        "ln=9,r=8,p=1", "ln=25,r=8,p=1", "ln=19,r=8,p=1", "ln=18,r=8,p=16", "ln=10,r=17,p=1", "ln=10,r=0,p=1",
        "ln=10,r=8,p=17", "ln=10,r=8,p=0", "ln=16,r=1,p=1", "ln=-1,r=8,p=1", "ln=99999999999999999999,r=8,p=1",
        "r=8,ln=10,p=1", "ln=10,r=8", "ln=10,r=8,p=1,x=1", "ln=,r=8,p=1", "",
    ])
    func `scrypt at another cost than is permitted is refused`(cost: String) {
        let rest = "MDEyMzQ1Njc4OWFiY2RlZg$qrn7ZhlST3jO5Auifbc3xCWPabXREAX1HDl5f9rqSnA"
        #expect(PasswordHash("$scrypt$\(cost)$\(rest)") == nil)
        #expect(PasswordHash("$scrypt$ln=17,r=8,p=1$\(rest)") != nil)
    }

    @Test(arguments: [
        "", "pbkdf2-sha256", "pbkdf2-sha1$1000$0011223344556677$" + String(repeating: "00", count: 32),
        "pbkdf2-sha256$999$0011223344556677$" + String(repeating: "00", count: 32),
        "pbkdf2-sha256$99999999$0011223344556677$" + String(repeating: "00", count: 32),
        "pbkdf2-sha256$1000$001122$" + String(repeating: "00", count: 32),
        "pbkdf2-sha256$1000$0011223344556677$00", "pbkdf2-sha256$1000$0011223344556677$$", "$scrypt$", "$scrypt$$$",
        "$scrypt$ln=10,r=8,p=1$MDEy$qrn7ZhlST3jO5Auifbc3xCWPabXREAX1HDl5f9rqSnA",
        "$scrypt$ln=10,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg==$qrn7ZhlST3jO5Auifbc3xCWPabXREAX1HDl5f9rqSnA=",
        "$scrypt$ln=10,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$qrn7ZhlST3jO5Auifbc3xCWPab",
        "$scrypt$ln=10,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$*rn7ZhlST3jO5Auifbc3xCWPabXREAX1HDl5f9rqSnA",
        "scrypt$ln=10,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$qrn7ZhlST3jO5Auifbc3xCWPabXREAX1HDl5f9rqSnA",
    ])
    func `what is not a password hash is refused`(text: String) {
        #expect(PasswordHash(text) == nil)
    }
}
