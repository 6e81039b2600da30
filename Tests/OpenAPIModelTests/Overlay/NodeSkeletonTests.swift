import Foundation
import OpenAPIModel
import Testing

@Suite("An overlay to bind a description")
struct NodeSkeletonTests {
    @Test func `lists each operation without a node, with a first guess`() throws {
        let document = try #require(
            load([
                (
                    "openapi.yaml",
                    """
                    openapi: 3.1.0
                    info: { title: 'Pets: all', version: '1' }
                    paths:
                      /pets/{id}.json:
                        get: { operationId: 'get pet', summary: "One\\npet", responses: {} }
                        put: { x-entry-node-id: put, responses: {} }
                        post: { operationId: put, responses: {} }
                        delete: { responses: {} }
                      "/it's": { $ref: '#/components/pathItems/A' }
                      /b: { $ref: '#/components/pathItems/A' }
                      /one: { $ref: 'other.yaml#/one' }
                      /two: { $ref: 'other.yaml#/two' }
                    webhooks:
                      new: { post: { responses: {} } }
                    components: { pathItems: { A: { get: { responses: {} } } } }
                    """
                ),
                (
                    "other.yaml",
                    "one: { get: { responses: {} } }\ntwo: { get: { responses: {} }, put: { responses: {} } }\n"
                ),
            ]).document)
        let expected = """
            # Says which node answers which operation. Write the ids of your nodes, and delete the operations that have
            # none. Then: specrouter serve SPEC --overlay FILE
            overlay: 1.0.0
            info:
              title: "Nodes of Pets: all"
              version: 1.0.0
            actions:
              # GET /pets/{id}.json: One pet
              - target: $.paths['/pets/{id}.json'].get
                update:
                  x-entry-node-id: get pet
              # POST /pets/{id}.json
              - target: $.paths['/pets/{id}.json'].post
                update:
                  x-entry-node-id: put-2
              # DELETE /pets/{id}.json
              - target: $.paths['/pets/{id}.json'].delete
                update:
                  x-entry-node-id: delete-pets-id-json
              # GET /it's
              - target: $.components.pathItems.A.get
                update:
                  x-entry-node-id: get-it-s
              # GET /one
              - target: $.paths['/one']
                update:
                  x-entry-node-id: get-one
              # POST /new
              - target: $.webhooks.new.post
                update:
                  x-entry-node-id: post-new
              # GET /two stands where an overlay does not reach.
              # PUT /two stands where an overlay does not reach.
            """
        #expect(document.nodeSkeleton() == expected)
    }

    @Test func `is nothing where every operation names a node`() throws {
        let text = "openapi: 3.1.0\nx-entry-node-id: a\npaths: { /a: { get: { responses: {} } } }\n"
        #expect(try #require(load(text).document).nodeSkeleton() == nil)
    }

    @Test(.needsData, arguments: ["stripe/spec3.yaml", "museum/openapi.yaml", "twilio/json/twilio_api_v2010.json"])
    func `binds a real description whole`(path: String) throws {
        let file = TestData.folder.path + "/specs/" + path
        let document = try #require(DescriptionLoader.load(file: file).document)
        let skeleton = try #require(document.nodeSkeleton())
        let overlay = OverlaySource.text(Array(skeleton.utf8), name: "nodes.overlay.yaml")
        let bound = DescriptionLoader.load(file: file, options: .init(overlays: [overlay]))
        let operations = try #require(bound.document).operations
        #expect(operations.count == document.operations.count)
        #expect(operations.allSatisfy { $0.nodeID != nil })
        #expect(Set(operations.map(\.nodeID)).count == operations.count)
        #expect(!bound.diagnostics.contains { $0.code == .unmatchedTarget || $0.code == .incompatibleOverlay })
    }
}
