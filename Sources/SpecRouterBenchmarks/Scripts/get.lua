wrk.path = "/accounts/42/transfers?limit=20&status=settled&status=pending"
wrk.headers["X-Correlation-Id"] = "3f2b8c1e-8f0a-4f83-9d5e-6a3f1c2b7d10"
