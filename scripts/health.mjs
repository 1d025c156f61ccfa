// Asks the server on this machine whether it can serve, for whoever watches a container: exit code 0 or 1.
const address = `http://127.0.0.1:${process.env.PORT || 3000}/api/health/ready`;
const answer = await fetch(address, { signal: AbortSignal.timeout(4_000) }).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
