/// A password as a hash with a salt, which is slow to try out on purpose.
///
/// Its text is `$scrypt$ln=15,r=8,p=3$SALT$HASH`, salt and hash in base64 without padding (the PHC string format), or
/// `pbkdf2-sha256$ITERATIONS$SALT$HASH`, salt and hash in hexadecimal digits.
public struct PasswordHash: Sendable, Hashable, CustomStringConvertible {
    /// How the hash is made, and how much work that is.
    enum Derivation: Sendable, Hashable {
        case scrypt(ScryptCost)
        case pbkdf2(PBKDF2Cost)
    }

    let derivation: Derivation
    let salt: [UInt8]
    let derived: [UInt8]

    /// Reads the text form. Nil when it is not one, or its costs are outside of what is permitted; at least 8 octets of salt
    /// and 32 of hash.
    public init?(_ text: String) {
        guard let read = ScryptCost.read(text) ?? PBKDF2Cost.read(text) else { return nil }
        guard (8...64).contains(read.salt.count), (32...64).contains(read.derived.count) else { return nil }
        self = read
    }

    /// Hashes a password by scrypt with a new random salt.
    public init(hashing password: Secret, cost: ScryptCost = .recommended) {
        self.init(hashing: password, by: .scrypt(cost))
    }

    /// The same by PBKDF2. `iterations` is brought into the range from 1,000 to 10,000,000; OWASP recommended 600,000 in 2023.
    public init(hashing password: Secret, iterations: Int) {
        self.init(hashing: password, by: .pbkdf2(PBKDF2Cost(clamping: iterations)))
    }

    private init(hashing password: Secret, by derivation: Derivation) {
        let salt = Self.randomSalt()
        self.init(
            derivation: derivation, salt: salt,
            derived: derivation.derive(password.revealed, salt: salt, count: 32))
    }

    init(derivation: Derivation, salt: [UInt8], derived: [UInt8]) {
        self.derivation = derivation
        self.salt = salt
        self.derived = derived
    }

    public var description: String {
        switch derivation {
        case .scrypt(let cost): cost.text(salt: salt, derived: derived)
        case .pbkdf2(let cost): cost.text(salt: salt, derived: derived)
        }
    }

    /// Takes long; the comparison's time does not depend on where they differ.
    func matches(_ password: String) -> Bool {
        let candidate = derivation.derive(password, salt: salt, count: derived.count)
        guard candidate.count == derived.count else { return false }
        return zip(candidate, derived).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    static func randomSalt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}

extension PasswordHash.Derivation {
    /// So many octets; none when there is no memory for it.
    fileprivate func derive(_ password: String, salt: [UInt8], count: Int) -> [UInt8] {
        switch self {
        case .scrypt(let cost): cost.derive(password, salt: salt, count: count)
        case .pbkdf2(let cost): cost.derive(password, salt: salt)
        }
    }
}
