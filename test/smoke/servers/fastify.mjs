import fastify from "fastify";

const server = fastify();
server.get("/health", async () => ({ status: "healthy" }));
process.once("SIGTERM", () => server.close());
await server.listen({ port: 8080, host: "0.0.0.0" });
