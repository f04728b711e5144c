import type { Files } from "../support.ts";
import { type Defect, edited } from "./defect.ts";

/** sessions/Dockerfile.api as the report's own specification has it. */
const dockerfile = `FROM --platform=linux/arm64 python:3.11-slim AS builder
WORKDIR /build
COPY requirements.txt .
RUN pip install --target=/packages -r requirements.txt

FROM --platform=linux/arm64 gcr.io/distroless/python3-debian12:latest
WORKDIR /app
COPY --from=builder /packages /packages
COPY api/ ./api/
ENV PYTHONPATH=/app PYTHONUNBUFFERED=1 PORT=8090 HOST=0.0.0.0
EXPOSE 8090
USER 65532:65532
HEALTHCHECK CMD ["/usr/bin/python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8090/health')"]
ENTRYPOINT ["/usr/bin/python3", "-m", "api.main"]
`;
const digest = `sha256:${"0".repeat(64)}`;
const fixed = edited(dockerfile, {
	"--platform=linux/arm64 ": "",
	"python:3.11-slim": `python:3.11-slim@${digest}`,
	"python3-debian12:latest": `python3-debian12:latest@${digest}`,
	"PYTHONPATH=/app": "PYTHONPATH=/app:/packages",
});

const catalog = `version: 1
project: lucid
image: pickme/lucid-{{name}}
services:
  session-api:
    dockerfile: sessions/Dockerfile.api
    context: sessions
    platforms: [linux/arm64, linux/amd64]
    ports: ["8090:8090"]
    health: /health
  rdp-server-manager:
    dockerfile: RDP/Dockerfile.server-manager
    context: RDP
    ports: ["8082:8081"]
`;
const repository = (text: string, more: Files = {}): Files => ({
	"lucid.yml": catalog,
	"sessions/Dockerfile.api": text,
	"sessions/requirements.txt": "fastapi==0.104.1\n",
	"sessions/api/main.py": "",
	"RDP/Dockerfile.server-manager": "FROM scratch\nEXPOSE 8081\nUSER 65532:65532\n",
	"RDP/x": "",
	...more,
});
const before = repository(dockerfile);
const after = repository(fixed);
const at = (...lines: readonly number[]) => lines.map((line) => `sessions/Dockerfile.api:${line}`);

export const defects: readonly Defect[] = [
	{
		id: "004 multi-stage build structure, platforms",
		what: "--platform=linux/arm64 in both stages of an image that is built for amd64 too",
		caughtBy: [
			{ kind: "lint", rule: "hardcoded-platform", at: at(6, 1), fix: /remove --platform/, before, after },
			{ kind: "verify", check: "platform" },
			{ kind: "verify", check: "entrypoint-machine" },
		],
	},
	{
		id: "004 multi-stage build structure, base",
		what: "distroless/python3-debian12:latest: another image tomorrow",
		caughtBy: [
			{ kind: "lint", rule: "mutable-base", at: at(1, 6), fix: /@sha256:/, before, after },
			{ kind: "verify", check: "base" },
		],
	},
	{
		id: "004 environment variables",
		what: "PYTHONPATH is /app alone",
		caughtBy: [{ kind: "lint", rule: "packages-unseen", at: at(8), fix: /PYTHONPATH=\/packages/, before, after }],
	},
	{
		id: "004 ports",
		what: "8081 for RDP Server Manager, and for the API gateway's HTTPS",
		caughtBy: [
			{
				kind: "lint",
				rule: "host-port-collision",
				at: ["lucid.yml:11"],
				fix: /a different host port/,
				before: { ...after, "lucid.yml": edited(catalog, { "8082:8081": "8090:8081" }) },
				after,
			},
		],
	},
	{
		id: "004 image size",
		what: "sizes noted by hand: unwanted files in the context",
		caughtBy: [
			{
				kind: "lint",
				rule: "large-context",
				at: at(9),
				fix: /ignore file/,
				before: repository(fixed, { "sessions/api/recordings/one.bin": 400_000_000 }),
				after,
			},
			{ kind: "verify", check: "size" },
			{ kind: "verify", check: "growth" },
		],
	},
	{
		id: "004 security verification",
		what: "no shell, no package manager, no root, no secret: ticked by hand",
		caughtBy: [
			{
				kind: "lint",
				rule: "secret-file",
				at: at(9),
				fix: /ignore file/,
				before: repository(fixed, { "sessions/api/tls/server.key": "-----BEGIN PRIVATE KEY-----\nx\n" }),
				after,
			},
			{
				kind: "lint",
				rule: "env-file",
				at: at(9),
				fix: /ignore file/,
				before: repository(fixed, { "sessions/api/.env": "MONGODB_PASSWORD=hunter22\n" }),
				after,
			},
			{ kind: "verify", check: "no-shell" },
			{ kind: "verify", check: "no-package-manager" },
			{ kind: "verify", check: "nonroot" },
			{ kind: "verify", check: "secrets" },
		],
	},
];
