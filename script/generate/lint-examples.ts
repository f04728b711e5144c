// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import type { Obstacle } from "../../src/model/dockerfile/dockerfile.ts";
import type { RuleId } from "../../src/model/service/lint-rule-ids.ts";

/** A file with a mode or an obstacle. */
export interface SpecialFile {
	readonly text: string;
	/** Permission bits; default 0644. */
	readonly mode?: number;
	readonly obstacle?: Obstacle;
}

/** Texts by path; a number is a size in bytes. Without a `lucid.yml`, there is one service with `Dockerfile`. */
export type Files = Readonly<Record<string, string | number | SpecialFile>>;

/** A repository with a finding of the rule, and the fixed one without. A test checks both. */
export interface Example {
	readonly reported: Files;
	readonly clean: Files;
}

/** Both repositories with one file that differs. */
const differingIn = (file: string, reported: Files[string], clean: Files[string], common: Files = {}): Example => ({
	reported: { [file]: reported, ...common },
	clean: { [file]: clean, ...common },
});
const dockerfile = (reported: string, clean: string, common: Files = {}) =>
	differingIn("Dockerfile", reported, clean, common);
const catalogOf = (services: string, more = "") => `version: 1\nproject: shop\n${more}services:\n${services}`;

const distroless = "FROM gcr.io/distroless/python3-debian12\n";
const twoServices = { "api/Dockerfile": "FROM scratch\n", "web/Dockerfile": "FROM scratch\n" };
const served = catalogOf("  api: { context: api, ports: [8080], health: /health }\n");
const health = (path: string) =>
	`HEALTHCHECK CMD ["/usr/bin/python3", "-c", "import urllib.request as r; r.urlopen('http://localhost:8080${path}')"]\n`;
const sound = `FROM scratch\nEXPOSE 8080\nUSER 65532:65532\n`;

export const examples: Readonly<Partial<Record<RuleId, Example>>> = {
	"missing-source": dockerfile(
		"FROM scratch\nCOPY controller/ /app/\n",
		"FROM scratch\nCOPY mesh/controller/ /app/\n",
		{
			"mesh/controller/main.py": "",
		},
	),
	"ignored-source": differingIn(".dockerignore", "*.json\n", "*.json\n!config.json\n", {
		Dockerfile: "FROM scratch\nCOPY config.json /\n",
		"config.json": "{}",
	}),
	"missing-stage-source": dockerfile(
		"FROM debian:12 AS builder\nCOPY app/ /app/\nFROM scratch\nCOPY --from=builder /config /config\n",
		"FROM debian:12 AS builder\nCOPY app/ /app/\nCOPY config/ /config/\nFROM scratch\nCOPY --from=builder /config /config\n",
		{ "app/x": "", "config/x": "" },
	),
	"not-checked-out": differingIn(
		"model.bin",
		{
			text: "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146...\nsize 12345\n",
			obstacle: "lfs-pointer",
		},
		14_200_000,
		{ Dockerfile: "FROM scratch\nCOPY model.bin /\n", ".gitattributes": "*.bin filter=lfs diff=lfs merge=lfs -text\n" },
	),
	"special-mode": dockerfile("FROM scratch\nCOPY bin/ /bin/\n", "FROM scratch\nCOPY --chmod=4755 bin/ /bin/\n", {
		"bin/su": { text: "", mode: 0o4755 },
	}),
	"dockerfile-error": dockerfile("FROM scratch\nCOPPY app /\n", "FROM scratch\nCOPY app /\n", { "app/x": "" }),
	"undeclared-arg": dockerfile(
		'ARG VERSION\nFROM debian:12\nLABEL version="${VERSION}"\n',
		'ARG VERSION\nFROM debian:12\nARG VERSION\nLABEL version="${VERSION}"\n',
	),
	"undefined-variable": dockerfile(
		`${distroless}ENV DATABASE=mongodb://app:\${MONGODB_PASSWORD}@db/app\n`,
		`${distroless}ENV DATABASE_HOST=db\n`,
	),
	"volatile-arg-early": dockerfile(
		"FROM debian:12\nARG BUILD_DATE\nRUN apt-get update && apt-get install -y curl\nLABEL created=$BUILD_DATE\n",
		"FROM debian:12\nRUN apt-get update && apt-get install -y curl\nARG BUILD_DATE\nLABEL created=$BUILD_DATE\n",
	),
	"volatile-arg-baked": dockerfile(
		"FROM debian:12\nARG GIT_COMMIT\nENV COMMIT=$GIT_COMMIT\n",
		"FROM debian:12\nARG GIT_COMMIT\nLABEL commit=$GIT_COMMIT\n",
	),
	"version-label": dockerfile(
		"FROM debian:12\nARG VERSION\nLABEL org.opencontainers.image.version=$VERSION\n",
		"FROM debian:12\nLABEL org.opencontainers.image.title=API\n",
	),
	"hardcoded-platform": dockerfile("FROM --platform=linux/arm64 debian:12\n", "FROM debian:12\n"),
	"native-on-build-platform": dockerfile(
		"FROM --platform=$BUILDPLATFORM golang:1.24 AS builder\nRUN go build -o /server ./cmd\nFROM scratch\nCOPY --from=builder /server /\n",
		"FROM --platform=$BUILDPLATFORM golang:1.24 AS builder\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build -o /server ./cmd\nFROM scratch\nCOPY --from=builder /server /\n",
	),
	"python-mismatch": dockerfile(
		`FROM python:3.13-slim AS builder\nRUN pip install --target=/packages flask==3.1.0\n${distroless}COPY --from=builder /packages /packages\n`,
		`FROM python:3.11-slim AS builder\nRUN pip install --target=/packages flask==3.1.0\n${distroless}COPY --from=builder /packages /packages\n`,
	),
	"from-casing": dockerfile("FROM debian:12 as builder\n", "FROM debian:12 AS builder\n"),
	"final-user": dockerfile(distroless, `${distroless}USER 65532:65532\n`),
	"distroless-shell": dockerfile(
		`${distroless}CMD /usr/bin/python3 -m http.server\n`,
		`${distroless}CMD ["/usr/bin/python3", "-m", "http.server"]\n`,
	),
	"distroless-tool": dockerfile(
		`${distroless}HEALTHCHECK CMD ["curl", "-f", "http://localhost:8080/health"]\n`,
		`${distroless}${health("/health")}`,
	),
	"packages-unseen": dockerfile(
		`FROM python:3.11-slim AS builder\nRUN pip install --user flask==3.1.0\n${distroless}COPY --from=builder /root/.local /home/app/.local\nUSER 65532:65532\n`,
		`FROM python:3.11-slim AS builder\nRUN pip install --user flask==3.1.0\n${distroless}COPY --from=builder /root/.local/lib/python3.11/site-packages /usr/local/lib/python3.11/dist-packages\nUSER 65532:65532\n`,
	),
	"missing-module": dockerfile(
		`${distroless}WORKDIR /app\nCOPY shop/ ./\nENTRYPOINT ["/usr/bin/python3", "-m", "shop.main"]\n`,
		`${distroless}WORKDIR /app\nCOPY shop/ ./shop/\nENTRYPOINT ["/usr/bin/python3", "-m", "shop.main"]\n`,
		{ "shop/main.py": "" },
	),
	"script-line-ends": differingIn("entrypoint.sh", '#!/bin/sh\r\nexec "$@"\r\n', '#!/bin/sh\nexec "$@"\n', {
		Dockerfile: 'FROM debian:12\nCOPY --chmod=0755 entrypoint.sh /\nUSER 1000\nENTRYPOINT ["/entrypoint.sh"]\n',
	}),
	"script-not-executable": dockerfile(
		'FROM debian:12\nCOPY entrypoint.sh /\nUSER 1000\nENTRYPOINT ["/entrypoint.sh"]\n',
		'FROM debian:12\nCOPY --chmod=0755 entrypoint.sh /\nUSER 1000\nENTRYPOINT ["/entrypoint.sh"]\n',
		{ "entrypoint.sh": "#!/bin/sh\n" },
	),
	"missing-script": dockerfile(
		'FROM python:3.12-slim\nWORKDIR /app\nCOPY src/ .\nUSER 1000\nCMD ["python", "main.py"]\n',
		'FROM python:3.12-slim\nWORKDIR /app\nCOPY src/ .\nUSER 1000\nCMD ["python", "app.py"]\n',
		{ "src/app.py": "" },
	),
	"healthcheck-mismatch": differingIn(
		"api/Dockerfile",
		`${distroless}EXPOSE 8080\n${health("/live")}`,
		`${distroless}EXPOSE 8080\n${health("/health")}`,
		{ "lucid.yml": served },
	),
	"no-healthcheck": differingIn(
		"api/Dockerfile",
		`${distroless}EXPOSE 8080\n`,
		`${distroless}EXPOSE 8080\n${health("/health")}`,
		{ "lucid.yml": served },
	),
	"port-not-exposed": differingIn("api/Dockerfile", "FROM debian:12\n", "FROM debian:12\nEXPOSE 8080\n", {
		"lucid.yml": served,
	}),
	"port-mismatch": differingIn("api/Dockerfile", "FROM debian:12\nENV PORT=8081\n", "FROM debian:12\nENV PORT=8080\n", {
		"lucid.yml": served,
	}),
	"compose-mismatch": differingIn(
		"compose.yml",
		'services:\n  api:\n    build: api\n    ports: ["8080:8081"]\n',
		'services:\n  api:\n    build: api\n    ports: ["8080:8080"]\n',
		{ "lucid.yml": served, "api/Dockerfile": sound },
	),
	"loopback-bind": dockerfile(
		'FROM python:3.13-slim\nEXPOSE 8080\nCMD ["uvicorn", "--host", "127.0.0.1", "app:app"]\n',
		'FROM python:3.13-slim\nEXPOSE 8080\nCMD ["uvicorn", "--host", "0.0.0.0", "app:app"]\n',
	),
	credential: dockerfile(
		"FROM debian:12\nARG NPM_TOKEN\nRUN ./install\n",
		"FROM debian:12\nRUN --mount=type=secret,id=npm_token ./install\n",
	),
	"credential-env": dockerfile(
		"FROM debian:12\nENV API_TOKEN=0123456789\n",
		"FROM debian:12\nENV API_URL=https://api\n",
	),
	"secret-file": differingIn(".dockerignore", "docs\n", "docs\n**/*.key\n", {
		Dockerfile: "FROM scratch\nCOPY . /app/\n",
		"tls/server.key": "-----BEGIN PRIVATE KEY-----\n",
	}),
	"env-file": differingIn(".dockerignore", "docs\n", "docs\n.env\n", {
		Dockerfile: "FROM scratch\nCOPY . /app/\n",
		".env": "DB_PASSWORD=hunter22\n",
	}),
	"large-context": differingIn(".dockerignore", "docs\n", "docs\ndata\n", {
		Dockerfile: "FROM scratch\nCOPY . /app/\n",
		"data/2026.csv": 300_000_000,
	}),
	"mutable-base": dockerfile("FROM debian:12\n", `FROM debian:12@sha256:${"0".repeat(64)}\n`),
	"requirements-error": differingIn("requirements.txt", "flask = 3.1.0\n", "flask==3.1.0\n", {
		Dockerfile: "FROM python:3.13-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n",
	}),
	"dev-package": dockerfile(
		"FROM python:3.13-slim\nRUN pip install flask==3.1.0 pytest==8.3.4\n",
		"FROM python:3.13-slim\nRUN pip install flask==3.1.0\n",
	),
	"unpinned-package": dockerfile(
		"FROM python:3.13-slim\nRUN pip install flask\n",
		"FROM python:3.13-slim\nRUN pip install flask==3.1.0\n",
	),
	"duplicate-package": dockerfile(
		"FROM python:3.13-slim\nRUN pip install PyYAML==6.0.2 pyyaml==6.0.2\n",
		"FROM python:3.13-slim\nRUN pip install PyYAML==6.0.2\n",
	),
	"package-conflict": dockerfile(
		'FROM python:3.13-slim\nRUN pip install flask==3.1.0 "flask<3"\n',
		"FROM python:3.13-slim\nRUN pip install flask==3.1.0\n",
	),
	"rival-packages": dockerfile(
		"FROM python:3.13-slim\nRUN pip install psycopg2==2.9.10 psycopg2-binary==2.9.10\n",
		"FROM python:3.13-slim\nRUN pip install psycopg2-binary==2.9.10\n",
	),
	"host-port-collision": differingIn(
		"lucid.yml",
		catalogOf('  api: { context: api, ports: ["8081:8080"] }\n  web: { context: web, ports: ["8081:80"] }\n'),
		catalogOf('  api: { context: api, ports: ["8081:8080"] }\n  web: { context: web, ports: ["8082:80"] }\n'),
		twoServices,
	),
	"image-name": differingIn(
		"lucid.yml",
		catalogOf("  api: { context: api, image: acme/gateway }\n", 'image: "acme/shop-{{name}}"\n'),
		catalogOf("  api: { context: api }\n", 'image: "acme/shop-{{name}}"\n'),
		{ "api/Dockerfile": sound },
	),
	"tag-not-unique": differingIn(
		"lucid.yml",
		catalogOf("  api: { context: api }\n", 'defaults:\n  tags: ["type=sha,prefix=", "type=ref,event=pr"]\n'),
		catalogOf(
			"  api: { context: api }\n",
			'defaults:\n  tags: ["type=sha,prefix="]\n  floating: ["type=ref,event=pr"]\n',
		),
		{ "api/Dockerfile": sound },
	),
	"unlisted-dockerfile": differingIn(
		"lucid.yml",
		catalogOf("  api: { context: api }\n"),
		catalogOf("  api: { context: api }\n  web: { context: web }\n"),
		twoServices,
	),
	"no-phase": differingIn(
		"lucid.yml",
		catalogOf("  api: { context: api }\n", 'phases: { "1": {} }\n'),
		catalogOf('  api: { context: api, phase: "1" }\n', 'phases: { "1": {} }\n'),
		{ "api/Dockerfile": sound },
	),
	"phase-order": differingIn(
		"lucid.yml",
		catalogOf(
			'  base: { context: base, phase: "2" }\n  api: { context: api, phase: "1", contexts: { base: "target:base" } }\n',
			'phases: { "1": {}, "2": {} }\n',
		),
		catalogOf(
			'  base: { context: base, phase: "1" }\n  api: { context: api, phase: "1", contexts: { base: "target:base" } }\n',
			'phases: { "1": {}, "2": {} }\n',
		),
		{ "api/Dockerfile": "FROM base\nUSER 1000\n", "base/Dockerfile": "FROM scratch\nUSER 1000\n" },
	),
};

/** Adds an example to the section of each rule. */
export function withExamples(page: string): string {
	return page
		.split(/^(?=## )/m)
		.map((section) => {
			const example = examples[/^## ([\w-]+)$/m.exec(section)?.[1] as RuleId];
			return example === undefined ? section : `${section.trimEnd()}\n\n${renderExample(example)}\n\n`;
		})
		.join("")
		.replace(/\n+$/, "\n");
}

/** Shows files that are the same in both once. */
function renderExample({ reported, clean }: Example): string {
	const names = Object.keys(reported);
	const common = names.filter((name) => reported[name] === clean[name]);
	const differing = names.filter((name) => reported[name] !== clean[name]);
	const render = (files: Files, shown: readonly string[]) =>
		shown.map((name) => renderFile(name, files[name] ?? "", names.length > 1)).join("\n\n");
	return [
		"Reported:",
		render(reported, differing),
		"Accepted:",
		render(clean, differing),
		...(common.length > 0 ? ["Other files:", render(reported, common)] : []),
	].join("\n\n");
}

function renderFile(name: string, content: Files[string], isNamed: boolean): string {
	const { text, mode } = typeof content === "object" ? content : { text: content };
	if (mode !== undefined) return `\`${name}\`, mode ${mode.toString(8)}`;
	if (typeof text === "number") return `\`${name}\`, ${text / 1e6} MB`;
	if (text === "") return `\`${name}\``;
	const language = /ockerfile$/.test(name)
		? "dockerfile"
		: /compose\.ya?ml$/.test(name)
			? "yaml compose"
			: /\.ya?ml$/.test(name)
				? "yaml"
				: "text";
	const head = isNamed && !/^-/.test(text) && !name.endsWith(".json") ? `# ${name}\n` : "";
	return `\`\`\`${language}\n${head}${text.replace(/\n?$/, "\n")}\`\`\``;
}
