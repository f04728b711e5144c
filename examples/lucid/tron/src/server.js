// TRON client: checks addresses, on Fastify.
import Fastify from "fastify";
import { isAddress } from "./address.js";

const { SERVICE_NAME = "tron-client", SERVICE_VERSION = "0.0.0", HOST = "0.0.0.0", PORT = "8091" } = process.env;
const architecture = { arm64: "aarch64", x64: "x86_64" }[process.arch] ?? process.arch;

const app = Fastify({ logger: { level: process.env.LOG_LEVEL ?? "info" } });

app.get("/health", { logLevel: "warn" }, () => ({
	status: "healthy",
	service: SERVICE_NAME,
	version: SERVICE_VERSION,
	architecture,
}));

app.get("/addresses/:address", ({ params: { address } }) => ({ address, valid: isAddress(address) }));

for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => app.close());
await app.listen({ host: HOST, port: Number(PORT) });
