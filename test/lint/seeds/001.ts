// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import type { PackageFacts } from "../../../src/model/requirements/package-release.ts";
import type { Files } from "../support.ts";
import { type Defect, edited } from "./defect.ts";

/** 03-api-gateway/Dockerfile of the report, before its fixes. */
const dockerfile = `FROM python:3.11-slim AS builder
WORKDIR /app
COPY requirements.txt .
RUN pip install --user --no-cache-dir -r requirements.txt
COPY api/ ./api/

FROM gcr.io/distroless/python3-debian12
RUN useradd --create-home --shell /bin/bash app
WORKDIR /app
COPY --from=builder /root/.local /home/app/.local
COPY --from=builder /app/api ./api
ENV PATH=/home/app/.local/bin:$PATH
EXPOSE 8080
HEALTHCHECK CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8080/health')"]
CMD ["/usr/bin/python3", "-m", "api.main"]
`;

const fixed = edited(dockerfile, {
	"RUN useradd --create-home --shell /bin/bash app\n": "",
	"/root/.local /home/app/.local": "/root/.local /usr/local",
	"ENV PATH=/home/app/.local/bin:$PATH":
		"ENV PATH=/usr/local/bin:$PATH PYTHONPATH=/usr/local/lib/python3.11/site-packages",
	'HEALTHCHECK CMD ["python"': 'USER 65532:65532\nHEALTHCHECK CMD ["/usr/bin/python3"',
	"8080/health": "8080/api/v1/meta/health",
});

const repository = (text: string, requirements = "fastapi==0.104.1\n"): Files => ({
	"lucid.yml": `version: 1
project: lucid
image: pickme/lucid-{{name}}
services:
  api-gateway:
    dockerfile: 03-api-gateway/Dockerfile
    context: 03-api-gateway
    platforms: [linux/arm64, linux/amd64]
    ports: [8080]
    health: /api/v1/meta/health
    verify: { user: "65532:65532" }
`,
	"03-api-gateway/Dockerfile": text,
	"03-api-gateway/requirements.txt": requirements,
	"03-api-gateway/api/main.py": "",
});

const before = repository(dockerfile);
const after = repository(fixed);
const at = (...lines: readonly number[]) => lines.map((line) => `03-api-gateway/Dockerfile:${line}`);

const any: PackageFacts = { kind: "unknown" };
const index = { fastapi: any, pytest: any, black: any, flake8: any, mypy: any };

export const defects: readonly Defect[] = [
	{
		id: "001 fix 1, users",
		what: "useradd in a distroless stage, which has neither a shell nor that program, and no USER",
		caughtBy: [
			{ kind: "lint", rule: "distroless-shell", at: at(8), fix: /USER 65532:65532/, before, after },
			{ kind: "lint", rule: "final-user", at: at(7), fix: /USER 65532:65532/, before, after },
			{ kind: "verify", check: "user" },
		],
	},
	{
		id: "001 fix 1, paths",
		what: "packages copied to /home/app/.local, where the runtime never looks",
		caughtBy: [
			{ kind: "lint", rule: "packages-unseen", at: at(10), fix: /PYTHONPATH=/, before, after },
			{
				kind: "lint",
				rule: "packages-unseen",
				at: at(9),
				fix: /dist-packages/,
				// The report's own fix: Debian's Python looks in dist-packages.
				before: repository(edited(fixed, { " PYTHONPATH=/usr/local/lib/python3.11/site-packages": "" })),
				after,
			},
			{ kind: "verify", check: "python-packages" },
		],
	},
	{
		id: "001 fix 1, base image",
		what: "images that are not FROM distroless",
		caughtBy: [{ kind: "verify", check: "base" }],
	},
	{
		id: "001 fix 2, endpoint",
		what: "the health check asks an endpoint that the application does not have",
		caughtBy: [
			{ kind: "lint", rule: "healthcheck-mismatch", at: at(14), fix: /use the same value in both/, before, after },
			{ kind: "verify", check: "healthcheck-target" },
		],
		instead: "smoke asks the endpoint itself on the pushed image",
	},
	{
		id: "001 fix 2, program",
		what: "health checks run `python`",
		caughtBy: [
			{ kind: "lint", rule: "distroless-tool", at: at(14), fix: /\/usr\/bin\/python3/, before, after },
			{ kind: "verify", check: "healthcheck-program" },
		],
	},
	{
		id: "001 fix 3",
		what: "pytest, black, flake8 and mypy in the requirements of a production image",
		caughtBy: [
			{
				kind: "lint",
				rule: "dev-package",
				at: [2, 3, 4, 5].map((line) => `03-api-gateway/requirements.txt:${line}`),
				fix: /requirements-dev\.txt/,
				before: repository(fixed, "fastapi==0.104.1\npytest==7.4.3\nblack==23.11.0\nflake8==6.1.0\nmypy==1.7.1\n"),
				after,
				index,
			},
		],
	},
	{
		id: "001 fix 4",
		what: "images for one platform only",
		caughtBy: [{ kind: "verify", check: "platform" }],
		instead: "the catalog's platforms; floating tags move only if the image exists for all of them",
	},
];
