extension GatewayConfiguration {
    /// The JSON Schema (2020-12) of a configuration file. Files are checked against it; editors can use it as well.
    public static let schema = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "SpecRouter configuration",
          "type": "object",
          "required": ["specs"],
          "additionalProperties": false,
          "properties": {
            "specs": {
              "description": "The descriptions to serve.",
              "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/spec" }
            },
            "nodes": { "$ref": "#/$defs/nodes" },
            "fallback": { "$ref": "#/$defs/fallback" },
            "security": { "$ref": "#/$defs/security" },
            "policy": { "$ref": "#/$defs/policy" },
            "registry": { "$ref": "#/$defs/registry" },
            "limits": { "$ref": "#/$defs/limits" },
            "server": { "$ref": "#/$defs/server" }
          },
          "$defs": {
            "spec": {
              "type": "object",
              "required": ["source"],
              "additionalProperties": false,
              "properties": {
                "name": { "description": "In logs, metrics and answers.", "type": "string", "minLength": 1 },
                "source": {
                  "description": "A path relative to this file, an http(s) URL, or igniteconnex:ID.",
                  "type": "string", "minLength": 1
                },
                "mount": {
                  "description": "Replaces the base path of the description's servers.",
                  "type": "string", "pattern": "^/"
                },
                "poll": { "$ref": "#/$defs/duration" },
                "nodes": { "$ref": "#/$defs/nodes" },
                "fallback": { "$ref": "#/$defs/fallback" },
                "security": { "$ref": "#/$defs/security" },
                "policy": { "$ref": "#/$defs/policy" }
              }
            },
            "nodes": {
              "description": "Nodes by the ids that descriptions name.",
              "type": "object",
              "additionalProperties": { "$ref": "#/$defs/node" }
            },
            "node": {
              "type": "object",
              "required": ["use"],
              "additionalProperties": false,
              "properties": {
                "use": { "enum": ["echo", "mock", "respond"] },
                "status": { "description": "For respond.", "type": "integer", "minimum": 200, "maximum": 599 },
                "headers": {
                  "description": "For respond.",
                  "type": "object", "additionalProperties": { "type": "string" }
                },
                "json": { "description": "For respond: the body as JSON." },
                "text": { "description": "For respond: the body as text.", "type": "string" },
                "contentType": { "description": "For respond.", "type": "string", "minLength": 3 }
              }
            },
            "fallback": { "enum": ["none", "echo", "mock"] },
            "security": {
              "description": "Verifiers by the scheme's name in the description.",
              "type": "object",
              "additionalProperties": { "$ref": "#/$defs/verifier" }
            },
            "verifier": {
              "type": "object",
              "minProperties": 1,
              "maxProperties": 1,
              "additionalProperties": false,
              "properties": {
                "keys": { "description": "For apiKey.", "$ref": "#/$defs/keys" },
                "tokens": { "description": "For http bearer and oauth2.", "$ref": "#/$defs/keys" },
                "users": {
                  "description": "For http basic.",
                  "type": "array", "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["name", "password"],
                    "additionalProperties": false,
                    "properties": {
                      "name": { "type": "string", "minLength": 1 },
                      "password": { "description": "pbkdf2-sha256$...", "type": "string", "minLength": 1 },
                      "scopes": { "$ref": "#/$defs/scopes" }
                    }
                  }
                },
                "keysFrom": { "description": "An environment variable with name=key,...", "type": "string" },
                "tokensFrom": { "description": "An environment variable with name=token,...", "type": "string" },
                "usersFrom": { "description": "An environment variable with name=password,...", "type": "string" },
                "accept": { "description": "Any credential: for trying a description only.", "const": "any" }
              }
            },
            "keys": {
              "type": "array", "minItems": 1,
              "items": {
                "type": "object",
                "required": ["name", "sha256"],
                "additionalProperties": false,
                "properties": {
                  "name": { "type": "string", "minLength": 1 },
                  "sha256": { "description": "As hash-key prints it.", "type": "string", "pattern": "^[0-9a-fA-F]{64}$" },
                  "expires": { "type": "string", "format": "date-time" },
                  "scopes": { "$ref": "#/$defs/scopes" }
                }
              }
            },
            "scopes": { "type": "array", "items": { "type": "string", "minLength": 1 } },
            "policy": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "unboundOperations": { "enum": ["refuse", "notImplemented", "fallback"] },
                "unknownQuery": { "enum": ["ignore", "report", "refuse"] },
                "duplicateKeys": { "enum": ["refuse", "allow"] },
                "description": { "enum": ["served", "hidden"] },
                "problems": { "enum": ["discreet", "verbose"] },
                "responses": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "status": { "$ref": "#/$defs/check" },
                    "type": { "$ref": "#/$defs/check" },
                    "body": { "$ref": "#/$defs/check" },
                    "headers": { "$ref": "#/$defs/check" }
                  }
                }
              }
            },
            "check": { "enum": ["off", "report", "enforce"] },
            "registry": {
              "description": "Where igniteconnex:ID is read.",
              "type": "object",
              "required": ["url"],
              "additionalProperties": false,
              "properties": {
                "url": { "type": "string", "pattern": "^https?://" },
                "template": { "description": "Default: {registry}/specs/{id}", "type": "string", "minLength": 1 },
                "header": { "description": "Default: x-api-key", "type": "string", "minLength": 1 },
                "keyFile": { "description": "Relative to this file.", "type": "string", "minLength": 1 },
                "keyFrom": { "description": "An environment variable; default IGNITECONNEX_API_KEY.", "type": "string" }
              }
            },
            "limits": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "head": { "$ref": "#/$defs/size" },
                "headers": { "type": "integer", "minimum": 1, "maximum": 10000 },
                "body": { "$ref": "#/$defs/size" },
                "jsonDepth": { "type": "integer", "minimum": 1, "maximum": 1000 },
                "connections": { "type": "integer", "minimum": 1, "maximum": 1000000 },
                "headTimeout": { "$ref": "#/$defs/duration" },
                "bodyTimeout": { "$ref": "#/$defs/duration" },
                "idleTimeout": { "$ref": "#/$defs/duration" },
                "nodeTimeout": { "$ref": "#/$defs/duration" },
                "drainTimeout": { "$ref": "#/$defs/duration" },
                "violations": { "type": "integer", "minimum": 1, "maximum": 1000 }
              }
            },
            "server": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "host": { "type": "string", "minLength": 1 },
                "port": { "type": "integer", "minimum": 0, "maximum": 65535 },
                "threads": { "type": "integer", "minimum": 1, "maximum": 1024 },
                "accessLog": { "enum": ["off", "text", "json"] }
              }
            },
            "duration": {
              "description": "500ms, 30s, 5m or 1h.",
              "type": "string", "pattern": "^[0-9]{1,9}(ms|s|m|h)$"
            },
            "size": {
              "description": "Octets: a number, or 64KiB, 1MiB.",
              "type": ["integer", "string"], "minimum": 1, "maximum": 1073741824, "pattern": "^[0-9]{1,9}(B|KiB|MiB|GiB)$"
            }
          }
        }
        """#
}
