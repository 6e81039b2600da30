"""An identity provider for the tests: tokens, keys and introspection are Authlib's, forged tokens are PyJWT's.

Listens on a free port of the loopback interface and writes its address to standard output. It ends with its standard
input, so that it never outlives who started it.
"""

import base64
import json
import os
import sys
import threading
import time

import jwt as pyjwt
from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import ClientMixin, TokenMixin, grants
from authlib.oauth2.rfc6750 import BearerTokenGenerator
from authlib.oauth2.rfc7662 import IntrospectionEndpoint
from authlib.oauth2.rfc9068 import JWTBearerTokenGenerator
from flask import Flask, jsonify, request
from joserfc.jws import JWSRegistry
from joserfc.jwk import ECKey, KeySet, OKPKey, RSAKey
from werkzeug.serving import make_server

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
# Authlib signs with what joserfc recommends alone.
JWSRegistry.recommended.append("Ed25519")
AUDIENCE = "pets"
USERS = {"ann": "ann's password"}


class Keys:
    """The keys of one period; rotation replaces all of them."""

    def __init__(self, period):
        self.signing = {
            "ES256": ECKey.generate_key("P-256", {"kid": f"ec-{period}", "use": "sig", "alg": "ES256"}, private=True),
            "Ed25519": OKPKey.generate_key("Ed25519", {"kid": f"ed-{period}", "use": "sig", "alg": "Ed25519"}, private=True),
            "RS256": RSAKey.generate_key(2048, {"kid": f"rsa-{period}", "use": "sig"}, private=True),
        }

    def public(self):
        return KeySet(list(self.signing.values())).as_dict(private=False)


class Client(ClientMixin):
    def __init__(self, name, secret, grant, kind, scope="read write"):
        self.name, self.secret, self.grant, self.kind, self.scope = name, secret, grant, kind, scope

    def get_client_id(self):
        return self.name

    def get_allowed_scope(self, scope):
        return " ".join(word for word in (scope or "").split() if word in self.scope.split())

    def check_client_secret(self, secret):
        return secret == self.secret

    def check_endpoint_auth_method(self, method, endpoint):
        return method in ("client_secret_basic", "client_secret_post")

    def check_grant_type(self, grant_type):
        return grant_type == self.grant

    def get_default_redirect_uri(self):
        return None

    def check_redirect_uri(self, redirect_uri):
        return False

    def check_response_type(self, response_type):
        return False


class Token(TokenMixin):
    def __init__(self, client, user, fields):
        self.client, self.user, self.fields = client, user, fields
        self.expires = int(time.time()) + fields["expires_in"]
        self.revoked = False

    def check_client(self, client):
        return client.get_client_id() == self.client

    def get_scope(self):
        return self.fields.get("scope", "")

    def get_expires_in(self):
        return self.fields["expires_in"]

    def is_expired(self):
        return time.time() > self.expires

    def is_revoked(self):
        return self.revoked


class User:
    def __init__(self, name):
        self.name = name

    def get_user_id(self):
        return self.name


class PasswordGrant(grants.ResourceOwnerPasswordCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic"]

    def authenticate_user(self, username, password):
        return User(username) if USERS.get(username) == password else None


class Realm:
    def __init__(self):
        self.keys = Keys(0)
        self.period = 0
        self.tokens = {}
        self.questions = 0
        self.issuer = ""
        names = [
            Client("service", "service secret", "client_credentials", "ES256"),
            Client("service-eddsa", "service secret", "client_credentials", "Ed25519"),
            Client("service-rsa", "service secret", "client_credentials", "RS256"),
            Client("app", "app secret", "password", "ES256"),
            Client("opaque", "opaque secret", "client_credentials", "opaque"),
            Client("opaque-app", "opaque secret", "password", "opaque"),
            Client("gate way", "gate:way & secret", "none", "opaque"),
        ]
        self.clients = {client.name: client for client in names}

    def rotate(self):
        self.period += 1
        self.keys = Keys(self.period)

    def generate(self, grant_type, client, user=None, scope=None, expires_in=None, include_refresh_token=True):
        if client.kind == "opaque":
            opaque = BearerTokenGenerator(lambda **_: base64.urlsafe_b64encode(os.urandom(24)).decode())
            return opaque(grant_type, client, user, scope, 300, False)
        realm = self

        class Generator(JWTBearerTokenGenerator):
            def get_jwks(self):
                return KeySet([realm.keys.signing[client.kind]])

            def get_audiences(self, client, user, scope):
                return [AUDIENCE, "others"]

            def get_extra_claims(self, client, grant_type, user, scope):
                return {"realm_access": {"roles": ["keeper"]}} if user else {}

        return Generator(self.issuer, client.kind)(grant_type, client, user, scope, 300, False)

    def save(self, fields, request):
        user = request.user.get_user_id() if request.user else None
        self.tokens[fields["access_token"]] = Token(request.client.get_client_id(), user, fields)


class CarelessHMAC(pyjwt.algorithms.HMACAlgorithm):
    """Takes a public key for a secret, which PyJWT refuses."""

    def prepare_key(self, key):
        return key


def careless():
    signer = pyjwt.PyJWS()
    signer.unregister_algorithm("HS256")
    signer.register_algorithm("HS256", CarelessHMAC(CarelessHMAC.SHA256))
    return signer


def forged(realm, kind):
    """A token that must not be accepted, or `good` and `eddsa`, which differ from the others in nothing else."""
    now = int(time.time())
    claims = {"iss": realm.issuer, "aud": AUDIENCE, "sub": "mallory", "scope": "read", "iat": now, "exp": now + 300}
    key = realm.keys.signing["RS256"]
    kid, algorithm, secret = key.kid, "RS256", key.private_key
    if kind == "eddsa":
        key = realm.keys.signing["Ed25519"]
        kid, algorithm, secret = key.kid, "EdDSA", key.private_key
    elif kind == "none":
        algorithm, secret = "none", None
    elif kind == "hmac":
        return careless().encode(
            json.dumps(claims).encode(), key.as_pem(private=False), algorithm="HS256", headers={"kid": kid})
    elif kind == "issuer":
        claims["iss"] = "https://other.example"
    elif kind == "audience":
        claims["aud"] = "cars"
    elif kind == "expired":
        claims["exp"] = now - 3600
    elif kind == "early":
        claims["nbf"] = now + 3600
    elif kind == "kid":
        kid = "nobody"
    elif kind == "stranger":
        secret = RSAKey.generate_key(2048, private=True).private_key
    elif kind == "scope":
        claims["scope"] = "other"
    elif kind == "large":
        claims["padding"] = "x" * (1 << 20)
    elif kind == "long":
        claims["padding"] = "x" * 9000
    token = pyjwt.encode(claims, secret, algorithm=algorithm, headers={"kid": kid})
    return token[: len(token) // 2] if kind == "truncated" else token


def application(realm):
    app = Flask(__name__)
    server = AuthorizationServer(app, query_client=realm.clients.get, save_token=realm.save)
    server.register_token_generator("default", realm.generate)
    server.register_grant(grants.ClientCredentialsGrant)
    server.register_grant(PasswordGrant)

    class Introspection(IntrospectionEndpoint):
        def check_permission(self, token, client, request):
            return client.get_client_id() == "gate way"

        def query_token(self, text, hint):
            return realm.tokens.get(text)

        def introspect_token(self, token):
            return {
                "active": True, "client_id": token.client, "sub": token.user or token.client, "exp": token.expires,
                "scope": token.get_scope(), "aud": AUDIENCE, "iss": realm.issuer,
            }

    server.register_endpoint(Introspection)

    @app.post("/token")
    def token():
        return server.create_token_response()

    @app.post("/introspect")
    def introspect():
        realm.questions += 1
        return server.create_endpoint_response(Introspection.ENDPOINT_NAME)

    @app.get("/.well-known/openid-configuration")
    @app.get("/.well-known/oauth-authorization-server")
    def metadata():
        return jsonify(
            issuer=realm.issuer, jwks_uri=f"{realm.issuer}/jwks", token_endpoint=f"{realm.issuer}/token",
            introspection_endpoint=f"{realm.issuer}/introspect", response_types_supported=["none"],
            subject_types_supported=["public"], id_token_signing_alg_values_supported=["RS256"])

    @app.get("/jwks")
    def jwks():
        return jsonify(realm.keys.public())

    # What follows is for tests alone.

    @app.get("/forged/<kind>")
    def forge(kind):
        return forged(realm, kind)

    @app.post("/rotate")
    def rotate():
        realm.rotate()
        return ""

    @app.post("/revoke")
    def revoke():
        realm.tokens[request.form["token"]].revoked = True
        return ""

    @app.get("/questions")
    def questions():
        return str(realm.questions)

    return app


def main():
    realm = Realm()
    server = make_server("127.0.0.1", 0, application(realm), threaded=True)
    realm.issuer = f"http://127.0.0.1:{server.port}"
    print(realm.issuer, flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    server.serve_forever()


if __name__ == "__main__":
    main()
