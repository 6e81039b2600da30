wrk.method = "POST"
wrk.path = "/transfers"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["X-API-Key"] = "bench-4f9b2c7d81e6a350"
wrk.body = io.open("Sources/SpecRouterBenchmarks/Inputs/transfer.json"):read("*a")
