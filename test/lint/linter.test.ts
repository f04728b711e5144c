// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import assert from "node:assert/strict";
import { test } from "node:test";
import {
	parseDockerfile,
	selectFiles,
	type TreeEntry,
	toTree,
	traceInputs,
} from "../../src/model/dockerfile/dockerfile.ts";
import { ruleIds } from "../../src/model/service/lint-rule-ids.ts";
import type { Catalog, Health, Service } from "../../src/model/service/service.ts";
import { type LintRequest, type LintSubject, lintCatalog as lintAll } from "../../src/stages/lint/linter.ts";
import { rules } from "../../src/stages/lint/rules/all.ts";
import { lintDocs } from "../../src/stages/lint/rules/docs.ts";
import { type Problem, UserError } from "../../src/util/errors.ts";

const health = (path: string, port: number): Health => ({
	kind: "http",
	path,
	port,
	method: "GET",
	headers: {},
	status: [[200, 399]],
	negative: true,
	timing: {
		startPeriod: 0,
		interval: 1000,
		timeout: 1000,
		retries: 3,
		successes: 2,
		stable: 0,
		stopGracePeriod: 1000,
		wrongAnswerPeriod: 1000,
	},
});

const service = (name: string, more: Partial<Service> = {}): Service => ({
	name,
	title: name,
	image: `127.0.0.1:5000/pickme/${name}`,
	declaredImage: `docker.io/pickme/${name}`,
	dockerfile: `${name}/Dockerfile`,
	context: name,
	platforms: ["linux/arm64"],
	args: {},
	secrets: [],
	contexts: {},
	tags: [],
	floating: [],
	labels: {},
	ports: [],
	needs: [],
	env: {},
	hardening: { readOnly: true, tmpfs: [], capDrop: [], noNewPrivileges: true },
	verify: { labels: [] },
	policy: { smoke: "required", verify: "required", hardening: "required", stop: "required" },
	at: { file: "lucid.yml", line: 10 },
	...more,
});

const catalogOf = (services: readonly Service[]): Catalog => ({
	version: 1,
	project: "lucid",
	file: "lucid.yml",
	root: "/repo",
	registry: "docker.io",
	network: { name: "net" },
	phases: [],
	services,
	planned: [],
	externals: [],
	// It has a word about every base by a tag.
	lint: { rules: { "mutable-base": "off" } },
});

const files = ["app/main.py", "requirements.txt"].map((path): TreeEntry => ({ path, kind: "file", executable: false }));

function subject(
	name: string,
	text: string,
	from: Readonly<Record<string, string>> = {},
): LintSubject | readonly Problem[] {
	try {
		const dockerfile = parseDockerfile(text, `${name}/Dockerfile`);
		const trace = traceInputs(dockerfile, { platform: "linux/arm64", args: {}, names: new Set(Object.keys(from)) });
		const { inputs, problems } = selectFiles(trace, files, undefined);
		const selected = inputs.map((one) => ({ ...one, root: "" }));
		return { dockerfile, trace, selected, problems: [...trace.problems, ...problems], from };
	} catch (error) {
		assert.ok(error instanceof UserError);
		return error.problems;
	}
}

const around = { tree: toTree(files), text: () => undefined, size: () => undefined };
const lint = (request: Omit<LintRequest, "around">) => lintAll({ ...request, around });

/** `severity rule line` of each finding about one Dockerfile. */
function findings(text: string, more: Partial<Service> = {}): readonly string[] {
	const request = { catalog: catalogOf([service("svc", more)]), subjects: new Map([["svc", subject("svc", text)]]) };
	return lint(request).map(({ severity, code, at }) => `${severity} ${code} ${at?.line}`);
}

const sound = (...lines: readonly string[]) => ["FROM scratch", ...lines, "USER 65532:65532"].join("\n");
const withShell = (...lines: readonly string[]) => ["FROM debian:12", ...lines, "USER 65532:65532"].join("\n");
const distroless = (...lines: readonly string[]) =>
	["FROM gcr.io/distroless/python3-debian12", ...lines, "USER 65532:65532"].join("\n");

test("a good Dockerfile has no findings", () => {
	const text = `ARG PYTHON=3.11
FROM --platform=$BUILDPLATFORM python:\${PYTHON}-slim AS builder
COPY requirements.txt .
RUN pip install --user -r requirements.txt
FROM gcr.io/distroless/python3-debian12
ARG BUILD_DATE
LABEL org.opencontainers.image.created="\${BUILD_DATE}"
ENV PORT=8080 PATH=/app/bin:$PATH PYTHONPATH=/usr/local/lib/python3.11/site-packages
COPY --from=builder /root/.local /usr/local
COPY app/ /app/
EXPOSE 8080
USER 65532:65532
HEALTHCHECK CMD ["/usr/bin/python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8080/health')"]
ENTRYPOINT ["/usr/bin/python3", "-m", "app"]
`;
	const more = {
		ports: [{ container: 8080, protocol: "tcp" }],
		health: health("/health", 8080),
		verify: { user: "65532:65532", labels: [] },
	} as const;
	assert.deepEqual(findings(text, more), []);
});

test("sources: missing ones with a suggestion, and Dockerfiles that do not parse", () => {
	assert.deepEqual(findings(sound("COPY main.py /x")), ["error missing-source 2"]);
	assert.deepEqual(findings("FROM scratch\nCOPI a /\nCOPY b\n"), [
		"error dockerfile-error 2",
		"error dockerfile-error 3",
	]);
	const [finding] = lint({
		catalog: catalogOf([service("svc")]),
		subjects: new Map([["svc", subject("svc", sound("COPY main.py /x"))]]),
	});
	assert.equal(finding?.fix, "did you mean app/main.py?");
	assert.deepEqual(finding?.at, { file: "svc/Dockerfile", line: 2 });
});

test("a variable that its stage does not declare is reported, one of the base image is not", () => {
	assert.deepEqual(findings(distroless("LABEL a=$BUILD_DATE", "ENV b=$PATH")), ["warning undeclared-arg 2"]);
	assert.deepEqual(findings(`ARG V\n${distroless("ENV a=$V")}`), ["warning undeclared-arg 3"]);
	assert.deepEqual(findings(distroless("ENV a=$TARGETARCH")), ["warning undeclared-arg 2"]);
	assert.deepEqual(findings(distroless("ARG V", "ENV a=$V")), []);
});

test("FROM: a fixed platform, casing", () => {
	const text =
		"FROM --platform=linux/amd64 x as a\nfrom y as b\nFROM --platform=$TARGETPLATFORM z AS c\nFROM scratch\nUSER 1\n";
	assert.deepEqual(findings(text), ["note hardcoded-platform 1", "note from-casing 1"]);
	const running = "FROM --platform=linux/amd64 x AS a\nRUN make\nFROM scratch\nCOPY --from=a /out /\nUSER 1\n";
	assert.deepEqual(findings(running), ["warning hardcoded-platform 1"]);
	assert.deepEqual(findings("FROM --platform=linux/amd64 x\nUSER 1\n"), ["error hardcoded-platform 1"]);
});

test("the final user must be a number, not root, and the catalog's user", () => {
	assert.deepEqual(findings('FROM scratch\nCMD ["/x"]\n'), ["warning final-user 1"]);
	assert.deepEqual(findings("FROM scratch\nCOPY app /\n"), [], "nothing of it ever runs");
	assert.deepEqual(findings("FROM debian\n"), ["warning final-user 1"]);
	assert.deepEqual(findings("FROM debian\nUSER app\n", { verify: { user: "1000", labels: [] } }), [
		"error final-user 2",
	]);
	for (const user of ["root", "0", "0:0", "app", "app:app"])
		assert.deepEqual(findings(`FROM scratch\nUSER ${user}\n`), ["warning final-user 2"], user);
	assert.deepEqual(findings("FROM scratch AS base\nUSER 1000\nFROM base\n"), []);
	assert.deepEqual(findings("FROM gcr.io/distroless/static:nonroot\n"), []);
	assert.deepEqual(findings("FROM scratch\nUSER 1000\n", { verify: { user: "65532:65532", labels: [] } }), [
		"error final-user 2",
	]);
});

test("a finding is an error if verify rejects the image, and a warning if verify or its policy only warns", () => {
	const verify = { labels: [] };
	const text = sound("ENV API_TOKEN=abcdefgh");
	const levels = (more: Partial<Service>) => findings(text, more);
	const advisory = { ...service("svc").policy, verify: "advisory" } as const;
	assert.deepEqual(levels({}), ["error credential-env 2"]);
	assert.deepEqual(levels({ verify: { ...verify, checks: { credentials: "warning" } } }), ["warning credential-env 2"]);
	assert.deepEqual(levels({ policy: advisory }), ["warning credential-env 2"]);
	const lint = { rules: { "credential-env": "note" } } as const;
	assert.deepEqual(levels({ policy: advisory, lint }), ["note credential-env 2"], "the catalog's own word counts");
	const arg = sound("ARG API_TOKEN=abcdefgh");
	assert.deepEqual(findings(arg, { policy: advisory }), ["error credential 2"], "a build arg never passes");
	const port = { ports: [{ container: 8080, protocol: "tcp" as const }] };
	assert.deepEqual(findings("FROM scratch\nUSER 1\n", port), ["error port-not-exposed 1"]);
	assert.deepEqual(findings("FROM nginx\nUSER 1\n", port), ["warning port-not-exposed 1"], "its base may expose it");
});

test("nothing on a distroless image needs a shell or a tool it lacks", () => {
	const lines = ["RUN useradd app", "CMD python app", "ENTRYPOINT exec x", "HEALTHCHECK CMD curl localhost"];
	assert.deepEqual(
		findings(distroless(...lines)),
		[2, 3, 4, 5].map((line) => `error distroless-shell ${line}`),
	);
	assert.deepEqual(findings(withShell(...lines)), []);
	assert.deepEqual(
		findings(sound(...lines)),
		[2, 3, 4, 5].map((line) => `error distroless-shell ${line}`),
		"nor has scratch a shell",
	);
	const chainguard = (tag: string) => findings(`FROM cgr.dev/chainguard/python${tag}\nCMD python x\nUSER 65532\n`);
	assert.deepEqual(chainguard(":latest"), ["error distroless-shell 2"]);
	assert.deepEqual(chainguard(":latest-dev"), []);
	assert.deepEqual(findings('FROM cgr.dev/chainguard/python\nCMD ["python", "x"]\nUSER 65532\n'), []);
	const shells = ["COPY --from=busybox /bin/sh /bin/sh", "ADD app/rootfs.tar /", "COPY --from=debian / /"];
	for (const shell of shells)
		assert.deepEqual(
			findings(sound(shell, ...lines)).filter((found) => found.includes("distroless")),
			[],
			shell,
		);
	assert.deepEqual(findings(distroless('HEALTHCHECK CMD ["curl", "localhost"]', 'CMD ["python", "x"]')), [
		"error distroless-tool 2",
		"error distroless-tool 3",
	]);
	assert.deepEqual(findings(`FROM python AS b\nRUN useradd app\n${distroless('CMD ["/usr/bin/python3"]')}`), []);
});

test("health and ports agree between catalog and image", () => {
	const check = (path: string) =>
		distroless("EXPOSE 8080", `HEALTHCHECK CMD ["/usr/bin/python3", "-c", "urlopen('http://localhost${path}')"]`);
	const more = { health: health("/health", 8080), ports: [{ container: 8080, protocol: "tcp" }] } as const;
	assert.deepEqual(findings(check(":8080/health"), more), []);
	assert.deepEqual(findings(check(":8081/live"), more), [
		"warning healthcheck-mismatch 3",
		"warning healthcheck-mismatch 3",
	]);
	assert.deepEqual(
		findings(
			distroless("ENV PORT=8080", "EXPOSE $PORT", 'HEALTHCHECK CMD ["x", "http://127.0.0.1:${PORT}/health"]'),
			more,
		),
		[],
	);
	for (const url of ["localhost:${PORT:-8080}/health", "localhost:$WHEN_IT_STARTS/health", "localhost:8080/$LATER"])
		assert.deepEqual(
			findings(withShell("EXPOSE 8080", `HEALTHCHECK CMD curl -f http://${url} || exit 1`), more),
			[],
			url,
		);
	assert.deepEqual(
		findings(withShell("EXPOSE 8080", "HEALTHCHECK CMD curl localhost;wget http://localhost;true"), more),
		["warning healthcheck-mismatch 3", "warning healthcheck-mismatch 3"],
	);
	assert.deepEqual(findings(distroless("EXPOSE 8081"), more), ["error port-not-exposed 2", "warning no-healthcheck 1"]);
});

test("what looks like a credential is reported without its value", () => {
	const text = sound(
		"ARG NPM_TOKEN",
		"ENV DB_PASSWORD=hunter22",
		"LABEL key=ghp_abcdefghijklmnopqrstuvwxyz0123456789",
		"ENV SECRET=$NPM_TOKEN",
		"ENV TOKEN_URL=https://x.org",
	);
	assert.deepEqual(findings(text), ["error credential 2", "error credential-env 3", "error credential 4"]);
	const all = JSON.stringify(
		lint({ catalog: catalogOf([service("svc")]), subjects: new Map([["svc", subject("svc", text)]]) }),
	);
	assert.doesNotMatch(all, /hunter22|ghp_/);
});

test("an image inherits from the catalog image it is FROM", () => {
	const base = subject(
		"base",
		distroless("COPY app /app", "EXPOSE 8080", 'HEALTHCHECK CMD ["/usr/bin/python3", "/app/main.py"]'),
	);
	const request = {
		catalog: catalogOf([
			service("base"),
			service("svc", { ports: [{ container: 8080, protocol: "tcp" }], health: health("/h", 8080) }),
		]),
		subjects: new Map([
			["base", base],
			["svc", subject("svc", "FROM pickme/base\nCMD run it\n", { "pickme/base": "base" })],
		]),
	};
	assert.deepEqual(
		lint(request).map(({ code, at }) => `${code} ${at?.file}`),
		["distroless-shell svc/Dockerfile"],
	);
});

test("services that publish the same host port are reported", () => {
	const port = (published: number) => [{ container: 80, published, protocol: "tcp" }] as const;
	const catalog = catalogOf([
		service("a", { ports: port(8081) }),
		service("b", { ports: port(8500) }),
		service("c", { ports: port(8081) }),
	]);
	const found = lint({ catalog, subjects: new Map() });
	assert.deepEqual(
		found.map(({ severity, service: name, message }) => [severity, name, message]),
		[["note", "c", "c and a both publish host port 8081/tcp"]],
	);
});

test("a comment switches a rule off, for an instruction or for the file", () => {
	const text = (comment: string) => `FROM scratch\n# ${comment}\nUSER root\n`;
	assert.deepEqual(findings(text("why")), ["warning final-user 3"]);
	assert.deepEqual(findings(text("lucid-ignore: final-user it has to")), []);
	assert.deepEqual(findings(text("lucid-ignore: credential")), ["warning final-user 3"]);
	assert.deepEqual(
		findings("FROM scratch\nUSER 1\n# lucid-ignore: final-user no credential is in it\nARG NPM_TOKEN\n"),
		["error credential 4"],
		"a word of the reason is not a rule",
	);
	assert.deepEqual(findings("# lucid-ignore-file: final-user, from-casing\nFROM x as a\nFROM scratch\n"), []);
	assert.deepEqual(findings('# lucid-ignore-file: final-user\n#\n# A licence.\nFROM scratch\nCMD ["/x"]\n'), []);
	assert.deepEqual(findings('FROM scratch\nCMD ["/x"]\n# lucid-ignore-file: final-user\n'), []);
	assert.deepEqual(findings('FROM scratch\nCMD ["/x"]\n# lucid-ignore: final-user\n'), ["warning final-user 1"]);
});

test("two services with one Dockerfile get each finding once", () => {
	const shared = subject("svc", sound("COPY gone /x"));
	const catalog = catalogOf([service("a"), service("b")]);
	assert.equal(
		lint({
			catalog,
			subjects: new Map([
				["a", shared],
				["b", shared],
			]),
		}).length,
		1,
	);
});

test("every rule has an id of its own and a place in the documentation", () => {
	assert.deepEqual(rules.map(({ id }) => id).sort(), [...ruleIds].sort());
	for (const { id } of rules) {
		assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
		assert.ok(lintDocs().includes(`## ${id}\n`));
	}
});

test("tag rules of the run's own catalog are checked, although those of the default branch count", () => {
	const own = service("svc", { tags: ["latest"] });
	const request = (more: Partial<Catalog>) => ({
		catalog: { ...catalogOf([service("svc", { tags: ["type=sha"] })]), ...more },
		subjects: new Map([["svc", subject("svc", sound())]]),
	});
	const codes = (more: Partial<Catalog>) => lint(request(more)).map(({ code }) => code);
	assert.deepEqual(codes({ written: new Map([["svc", own]]) }), ["tag-not-unique"]);
	assert.deepEqual(codes({}), []);
});
