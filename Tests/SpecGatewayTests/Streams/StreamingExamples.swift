// example: begin
import SpecGateway

struct Reading: Codable, Sendable { var sensor: String; var celsius: Double }

func streamingNodes() -> NodeRegistry {
    var nodes = NodeRegistry()
    nodes.register("files.put") { request in  // octets, as they arrive
        var count = 0
        for try await chunk in request.bodyStream { count += chunk.count }
        return try .json(["octets": count])
    }
    nodes.register("files.get") { request in  // octets, as the client takes them
        let size: Int = try request.query("size")
        return .stream(contentType: "application/octet-stream", length: size) { writer in
            var rest = size
            while rest > 0 {
                let chunk = [UInt8](repeating: 0, count: min(rest, 65536))
                try await writer.write(chunk)
                rest -= chunk.count
            }
        }
    }
    nodes.register("readings.add") { request in  // checked items, one by one
        var warmest = -Double.infinity
        for try await reading in request.items(as: Reading.self) { warmest = max(warmest, reading.celsius) }
        return try .json(["warmest": warmest])
    }
    nodes.register("readings.watch") { _ in  // events
        .items(contentType: "text/event-stream") { writer in
            for celsius in [20.5, 21.0] {
                try await writer.write(
                    ServerSentEvent(json: Reading(sensor: "roof", celsius: celsius), event: "reading"))
            }
        }
    }
    return nodes
}
// example: end
