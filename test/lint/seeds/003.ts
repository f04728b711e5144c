import type { Files } from "../support.ts";
import { type Defect, edited } from "./defect.ts";

/** Two services of the report, each with its Dockerfile and folder. */
const catalog = `version: 1
project: lucid
image: pickme/lucid-{{name}}
phases: { "2": {}, "3": {} }
services:
  api-gateway:
    phase: "2"
    dockerfile: 03-api-gateway/Dockerfile
    context: 03-api-gateway
    ports: ["8080:8080"]
    health: /api/v1/meta/health
  blockchain-engine:
    phase: "2"
    dockerfile: blockchain/Dockerfile.engine
    context: blockchain
    ports: ["8084:8084"]
    health: /health
`;
const healthcheck = (port: number, path: string) =>
	`HEALTHCHECK CMD ["/usr/bin/python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:${port}${path}')"]\n`;
const dockerfile = (port: number, path: string) => `FROM gcr.io/distroless/python3-debian12
WORKDIR /app
COPY app/ ./app/
ENV PORT=${port} HOST=0.0.0.0
EXPOSE ${port}
USER 65532:65532
${healthcheck(port, path)}ENTRYPOINT ["/usr/bin/python3", "-m", "app.main"]
`;
const compose = `services:
  lucid-blockchain-engine:
    image: pickme/lucid-blockchain-engine:latest-arm64
    ports: ["8084:8084"]
    environment:
      - PORT=8084
    healthcheck:
      test: ["CMD", "/usr/bin/python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8084/health')"]
`;

const after: Files = {
	"lucid.yml": catalog,
	"03-api-gateway/Dockerfile": dockerfile(8080, "/api/v1/meta/health"),
	"03-api-gateway/app/main.py": "",
	"blockchain/Dockerfile.engine": dockerfile(8084, "/health"),
	"blockchain/app/main.py": "",
	"compose.yml": compose,
};
const engine = (changes: Readonly<Record<string, string>>): Files => ({
	...after,
	"blockchain/Dockerfile.engine": edited(dockerfile(8084, "/health"), changes),
});
const inCatalog = (changes: Readonly<Record<string, string>>): Files => ({
	...after,
	"lucid.yml": edited(catalog, changes),
});
const at = (...lines: readonly number[]) => lines.map((line) => `blockchain/Dockerfile.engine:${line}`);

export const defects: readonly Defect[] = [
	{
		id: "003 build commands",
		what: "docker build -f 03-api-gateway/Dockerfile . : the context is not the folder that the paths are for",
		caughtBy: [
			{
				kind: "lint",
				rule: "missing-source",
				at: ["03-api-gateway/Dockerfile:3"],
				fix: /did you mean (?:03-api-gateway|blockchain)\/app\?/,
				before: inCatalog({ "context: 03-api-gateway": "context: ." }),
				after,
			},
		],
	},
	{
		id: "003 health check endpoints",
		what: "http://localhost:8080/health for the API gateway, which answers /api/v1/meta/health",
		caughtBy: [
			{
				kind: "lint",
				rule: "healthcheck-mismatch",
				at: ["03-api-gateway/Dockerfile:7"],
				fix: /use the same value in both/,
				before: { ...after, "03-api-gateway/Dockerfile": dockerfile(8080, "/health") },
				after,
			},
		],
		instead: "smoke asks the endpoint itself on the pushed image",
	},
	{
		id: "003 port configuration",
		what: "ports kept equal by hand in list, Dockerfile, PORT and Compose",
		caughtBy: [
			{
				kind: "lint",
				rule: "port-not-exposed",
				at: at(5),
				fix: /EXPOSE 8084/,
				before: engine({ "EXPOSE 8084": "EXPOSE 8085" }),
				after,
			},
			{
				kind: "lint",
				rule: "port-mismatch",
				at: at(4),
				fix: /use the same port in both/,
				before: engine({ "PORT=8084": "PORT=8085" }),
				after,
			},
			{
				kind: "lint",
				rule: "compose-mismatch",
				at: ["compose.yml:4", "compose.yml:6", "compose.yml:8", "compose.yml:8"],
				fix: /compose\.yml and the catalog/,
				before: {
					...after,
					"compose.yml": edited(compose, {
						'"8084:8084"': '"8084:8085"',
						"PORT=8084": "PORT=8085",
						"8084/health": "8085/live",
					}),
				},
				after,
			},
			{ kind: "verify", check: "port" },
		],
	},
	{
		id: "003 listening",
		what: "a service that listens on 127.0.0.1 passes its own health check, but is not reachable",
		caughtBy: [
			{
				kind: "lint",
				rule: "loopback-bind",
				at: at(4),
				fix: /0\.0\.0\.0/,
				before: engine({ "HOST=0.0.0.0": "HOST=127.0.0.1" }),
				after,
			},
		],
		instead: "smoke asks from outside the container",
	},
	{
		id: "003 health monitoring",
		what: "a container without a health check",
		caughtBy: [
			{
				kind: "lint",
				rule: "no-healthcheck",
				at: at(1),
				fix: /HEALTHCHECK/,
				before: engine({
					[healthcheck(8084, "/health")]: "",
				}),
				after,
			},
			{ kind: "verify", check: "healthcheck" },
		],
	},
	{
		id: "003 network setup",
		what: "consul -p 8500:8500 beside the service mesh controller on 8500",
		caughtBy: [
			{
				kind: "lint",
				rule: "host-port-collision",
				at: ["lucid.yml:12"],
				fix: /a different host port/,
				before: inCatalog({ "8084:8084": "8080:8084" }),
				after,
			},
		],
	},
	{
		id: "003 service naming",
		what: "the lucid- prefix of all images, kept by hand",
		caughtBy: [
			{
				kind: "lint",
				rule: "image-name",
				at: ["lucid.yml:12"],
				fix: /remove `image`/,
				before: inCatalog({
					"    dockerfile: blockchain/": "    image: pickme/blockchain\n    dockerfile: blockchain/",
				}),
				after,
			},
		],
	},
	{
		id: "003 phases",
		what: "what belongs to which phase, kept by hand",
		caughtBy: [
			{
				kind: "lint",
				rule: "no-phase",
				at: ["lucid.yml:12"],
				fix: /phase/,
				before: inCatalog({ '    phase: "2"\n    dockerfile: blockchain/': "    dockerfile: blockchain/" }),
				after,
			},
			{
				kind: "lint",
				rule: "phase-order",
				at: at(1),
				fix: /move api-gateway/,
				before: {
					...inCatalog({ 'api-gateway:\n    phase: "2"': 'api-gateway:\n    phase: "3"' }),
					"blockchain/Dockerfile.engine": edited(dockerfile(8084, "/health"), {
						"FROM gcr.io/distroless/python3-debian12": "FROM pickme/lucid-api-gateway",
					}),
				},
				after,
			},
			{
				kind: "lint",
				rule: "unlisted-dockerfile",
				at: ["blockchain/Dockerfile.manager:1"],
				fix: /add a service/,
				before: { ...after, "blockchain/Dockerfile.manager": dockerfile(8086, "/health") },
				after,
			},
		],
	},
];
