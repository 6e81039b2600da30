import Logging
import SpecRouter

/// The certificate changes while the server runs.
extension HTTPServer {
    /// Reads the certificate anew: connections that begin from now on get it. One that is wrong leaves the last good one.
    func renewCertificate() async {
        guard let settings = configuration.tls else { return }
        do throws(TLSFault) {
            let tls = try ServerTLS(settings, configuration.http2)
            await onEachLoop { $0.tls = tls }
            logger.info("The certificate was read anew.", metadata: ["file": "\(settings.certificate)"])
        } catch {
            logger.error(
                "The changed certificate cannot be used; the last good one stays.", metadata: ["reason": "\(error)"])
        }
    }

    /// Takes over each change of the certificate's files, until the task is cancelled.
    func watchCertificate() async {
        guard let files = configuration.tls?.files else { return }
        var stamps = files.map(FileStamp.init(of:))
        while !Task.isCancelled {
            try? await Task.sleep(for: configuration.certificatePoll)
            guard !Task.isCancelled, files.map(FileStamp.init(of:)) != stamps else { continue }
            stamps = await Self.settled(files)
            await renewCertificate()
        }
    }

    /// Lets a writer finish: certificate and key are seldom replaced in one moment.
    private static func settled(_ files: [String]) async -> [FileStamp] {
        var stamps = files.map(FileStamp.init(of:))
        for _ in 0..<10 {
            try? await Task.sleep(for: .milliseconds(50))
            let now = files.map(FileStamp.init(of:))
            if now == stamps { break }
            stamps = now
        }
        return stamps
    }
}
