// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import type { PackageFacts } from "../../../src/model/requirements/package-release.ts";
import type { Files } from "../support.ts";
import { type Defect, edited } from "./defect.ts";

/** service-mesh/Dockerfile.controller as the report has it: its lines are those that the report names. */
const dockerfile = `# Lucid Service Mesh Controller
# Multi-stage distroless build
#
# Service discovery, mTLS and traffic policy between clusters.
# Port 8500

# Stage 1: Builder
FROM python:3.11-slim as builder

# Build arguments
ARG BUILD_DATE
ARG VERSION
ARG GIT_COMMIT

# Environment
ENV PYTHONDONTWRITEBYTECODE=1 \\
    PYTHONUNBUFFERED=1

# Install build dependencies
RUN apt-get update && apt-get install -y \\
    gcc g++ curl \\
    && rm -rf /var/lib/apt/lists/*

# Set working directory
WORKDIR /app

# Copy requirements first for better caching
# (the context is the root of the repository)
COPY requirements.txt .
RUN pip install --user --no-cache-dir -r requirements.txt

# Copy source code
COPY controller/ ./controller/
COPY sidecar/ ./sidecar/
COPY discovery/ ./discovery/
COPY communication/ ./communication/
COPY security/ ./security/
COPY config/ ./config/

# Create non-root user
RUN useradd --create-home --shell /bin/bash app

# Stage 2: Runtime
FROM gcr.io/distroless/python3-debian12

# Metadata
LABEL maintainer="Lucid Development Team"
LABEL version="1.0.0"
LABEL org.opencontainers.image.created="\${BUILD_DATE}"
LABEL org.opencontainers.image.revision="\${GIT_COMMIT}"

# Python packages
COPY --from=builder /root/.local /home/app/.local

# Set working directory
WORKDIR /app

# Copy application code

COPY --from=builder /app/controller /app/controller
COPY --from=builder /app/sidecar /app/sidecar
COPY --from=builder /app/discovery /app/discovery
COPY --from=builder /app/communication /app/communication
COPY --from=builder /app/security /app/security
COPY --from=builder /app/config /app/config

# Set environment variables
ENV PATH=/home/app/.local/bin:$PATH
ENV PYTHONPATH=/app
ENV SERVICE_NAME=service-mesh-controller
ENV PORT=8500
ENV LOG_LEVEL=INFO
ENV SERVICE_DISCOVERY_URL=http://consul:8500
ENV SERVICE_MESH_ENABLED=true

EXPOSE 8500
USER 65532:65532

HEALTHCHECK --interval=30s --timeout=10s --start-period=5s --retries=3 \\
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8500/health')"]

ENTRYPOINT ["/usr/bin/python3", "-m", "controller.main"]
`;

const mesh = "infrastructure/service-mesh";
const folders = ["controller", "sidecar", "discovery", "communication", "security"];

const rightPaths = Object.fromEntries([
	["COPY requirements.txt .", `COPY ${mesh}/requirements.txt .`],
	...folders.map((name) => [`COPY ${name}/ `, `COPY ${mesh}/${name}/ `]),
]);
const fixed = edited(dockerfile, {
	...rightPaths,
	"COPY config/ ./config/\n": "",
	"COPY --from=builder /app/config /app/config\n": "",
	"python:3.11-slim as builder": "python:3.11-slim AS builder",
	"# Metadata\n": "# Metadata\nARG BUILD_DATE\nARG GIT_COMMIT\n",
	'CMD ["python", ': 'CMD ["/usr/bin/python3", ',
	"/root/.local /home/app/.local": "/root/.local/lib/python3.11/site-packages /usr/local/lib/python3.11/dist-packages",
	"ENV PATH=/home/app/.local/bin:$PATH\n": "",
	"ARG BUILD_DATE\nARG VERSION\nARG GIT_COMMIT\n\n": "",
	"RUN useradd --create-home --shell /bin/bash app\n": "",
});

const requirements = `# Core dependencies
asyncio-mqtt==0.16.1
aiohttp==3.9.1
python-consul==1.1.0

# gRPC dependencies
grpcio==1.59.3

# Security dependencies
cryptography==42.0.8
pyjwt==2.8.0
`;
const wrongPackage = requirements.replace("python-consul==1.1.0", "aioconsul==0.1.0\nconsul==1.1.0");
const wrongVersion = requirements.replace("42.0.8", "41.0.8");

const release = (...versions: readonly string[]): PackageFacts => ({
	kind: "known",
	all: "all",
	releases: versions.map((version) => ({ version, wheels: ["py3-none-any"], source: true })),
});
const index: Readonly<Record<string, PackageFacts>> = {
	"asyncio-mqtt": release("0.16.1"),
	aiohttp: release("3.9.1"),
	aioconsul: { kind: "missing" },
	consul: { kind: "missing" },
	"python-consul": release("1.0.1", "1.1.0"),
	"python-consul2": release("0.1.4"),
	grpcio: release("1.59.3"),
	cryptography: release("41.0.6", "41.0.7", "42.0.0", "42.0.8"),
	pyjwt: release("2.8.0"),
	pytest: release("7.4.3"),
	"pytest-asyncio": release("0.21.1"),
};

/** The repository around a Dockerfile of the controller. */
export const meshRepository = (text: string, more: Files = {}): Files => ({
	"lucid.yml": `version: 1
project: lucid
image: pickme/lucid-{{name}}
services:
  service-mesh-controller:
    dockerfile: service-mesh/Dockerfile.controller
    context: .
    ports: ["8500:8500"]
    health: /health
    verify: { user: "65532:65532" }
`,
	"service-mesh/Dockerfile.controller": text,
	[`${mesh}/requirements.txt`]: requirements,
	...Object.fromEntries(folders.map((name) => [`${mesh}/${name}/main.py`, ""])),
	...more,
});

const at = (...lines: readonly number[]) => lines.map((line) => `service-mesh/Dockerfile.controller:${line}`);
const before = meshRepository(dockerfile);
const after = meshRepository(fixed);
/** With everything else fixed. */
const without = (changes: Readonly<Record<string, string>>) => meshRepository(edited(fixed, changes));

export const defects: readonly Defect[] = [
	{
		id: "000 issue 1",
		what: "COPY paths are relative to the Dockerfile, the context is the repository",
		caughtBy: [
			{
				kind: "lint",
				rule: "missing-source",
				at: at(29, 33, 34, 35, 36, 37, 38),
				fix: /did you mean infrastructure\/service-mesh\/|remove it from this line/,
				before,
				after,
			},
		],
	},
	{
		id: "000 issue 2",
		what: "a folder config/ is copied that there is not, into the builder and out of it again",
		caughtBy: [
			{
				kind: "lint",
				rule: "missing-source",
				at: at(38),
				fix: /^/,
				before: meshRepository(edited(dockerfile, rightPaths)),
				after,
			},
			{
				kind: "lint",
				rule: "missing-stage-source",
				at: at(64),
				fix: /remove this line/,
				before: meshRepository(edited(dockerfile, { ...rightPaths, "COPY config/ ./config/\n": "" })),
				after,
			},
		],
	},
	{
		id: "000 issue 3",
		what: "aioconsul==0.1.0 and consul==1.1.0: packages that PyPI does not have",
		caughtBy: [
			{
				kind: "lint",
				rule: "unknown-package",
				at: [`${mesh}/requirements.txt:4`, `${mesh}/requirements.txt:5`],
				fix: /python-consul/,
				before: meshRepository(fixed, { [`${mesh}/requirements.txt`]: wrongPackage }),
				after,
				index,
			},
		],
	},
	{
		id: "000 issue 4",
		what: "cryptography==41.0.8: a version that there never was",
		caughtBy: [
			{
				kind: "lint",
				rule: "unknown-version",
				at: [`${mesh}/requirements.txt:10`],
				fix: /41\.0\.7|42\.0\.0/,
				before: meshRepository(fixed, { [`${mesh}/requirements.txt`]: wrongVersion }),
				after,
				index,
			},
		],
	},
	{
		id: "000 warning 1",
		what: "FROM ... as: keywords in different case",
		caughtBy: [{ kind: "lint", rule: "from-casing", at: at(8), fix: /write AS/, before, after }],
	},
	{
		id: "000 warning 2",
		what: "BUILD_DATE and GIT_COMMIT in labels of a stage that does not declare them",
		caughtBy: [
			{
				kind: "lint",
				rule: "undeclared-arg",
				at: at(49, 50),
				fix: /add "ARG BUILD_DATE"|add "ARG GIT_COMMIT"/,
				before,
				after,
			},
			{ kind: "verify", check: "labels-expanded" },
			{ kind: "verify", check: "revision" },
		],
	},
	{
		id: "000 distroless",
		what: "HEALTHCHECK runs `python`, and the image has /usr/bin/python3 only",
		caughtBy: [
			{ kind: "lint", rule: "distroless-tool", at: at(79), fix: /\/usr\/bin\/python3/, before, after },
			{ kind: "verify", check: "healthcheck-program" },
		],
	},
	{
		id: "000 environment",
		what: "packages in /home/app/.local: the user 65532 has another home, and PYTHONPATH is /app",
		caughtBy: [
			{
				kind: "lint",
				rule: "packages-unseen",
				at: at(53),
				fix: /PYTHONPATH=\/home\/app\/\.local\/lib\/python3\.11\/site-packages/,
				before,
				after,
			},
			{ kind: "verify", check: "python-packages" },
		],
	},
	{
		id: "000 dependencies",
		what: "python-consul beside python-consul2; pytest in the production image",
		caughtBy: [
			{
				kind: "lint",
				rule: "rival-packages",
				at: [`${mesh}/requirements.txt:12`],
				fix: /^/,
				before: meshRepository(fixed, { [`${mesh}/requirements.txt`]: `${requirements}python-consul2==0.1.4\n` }),
				after,
				index,
			},
			{
				kind: "lint",
				rule: "dev-package",
				at: [`${mesh}/requirements.txt:12`, `${mesh}/requirements.txt:13`],
				fix: /^/,
				before: meshRepository(fixed, {
					[`${mesh}/requirements.txt`]: `${requirements}pytest==7.4.3\npytest-asyncio==0.21.1\n`,
				}),
				after,
				index,
			},
		],
	},
	{
		id: "000 build stages",
		what: "date and commit declared at the top of the builder: eight minutes of pip for every commit",
		caughtBy: [
			{
				kind: "lint",
				rule: "volatile-arg-early",
				at: at(11, 12),
				fix: /move the ARG below/,
				before: without({ "# Build arguments\n": "# Build arguments\nARG BUILD_DATE\nARG GIT_COMMIT\n" }),
				after,
			},
		],
	},
];
