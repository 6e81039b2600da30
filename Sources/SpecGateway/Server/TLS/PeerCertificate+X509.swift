import NIOCore
import NIOSSL
import SpecRouter
import SwiftASN1
import X509

extension PeerCertificate {
    /// Of a certificate that the handshake has verified; nil when what is in it cannot be read.
    convenience init?(_ verified: NIOSSLCertificate) {
        guard let bytes = try? verified.toDERBytes(), let certificate = try? Certificate(derEncoded: bytes) else {
            return nil
        }
        let names = try? certificate.extensions.subjectAlternativeNames
        let commonNames = certificate.subject.flatMap { $0 }.filter { $0.type == .RDNAttributeType.commonName }
        self.init(
            subject: "\(certificate.subject)", commonName: commonNames.last.flatMap { String($0.value) },
            alternativeNames: Set(names?.compactMap(Self.name) ?? []), sha256: SecretHash(of: bytes),
            expires: certificate.notValidAfter)
    }

    private static func name(_ name: GeneralName) -> String? {
        switch name {
        case .dnsName(let name): "dns:\(name)"
        case .uniformResourceIdentifier(let uri): "uri:\(uri)"
        case .rfc822Name(let address): "email:\(address)"
        case .ipAddress(let address):
            (try? SocketAddress(packedIPAddress: ByteBuffer(bytes: address.bytes), port: 0))?.ipAddress.map {
                "ip:\($0)"
            }
        default: nil
        }
    }
}
