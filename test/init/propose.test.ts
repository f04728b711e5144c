import assert from "node:assert/strict";
import { test } from "node:test";
import { proposalFor } from "./repository.ts";

const plain = 'FROM scratch\nCMD ["/x"]\n';

test("every Dockerfile is a service, named by its folder and its own word", () => {
	const { proposal } = proposalFor({
		"api/Dockerfile": plain,
		"src/cart/src/Dockerfile": plain,
		"blockchain/Dockerfile.engine": plain,
		"docker/mailer.Dockerfile": plain,
		"03-gateway/Containerfile": plain,
		"edge/Dockerfile.prod": plain,
	});
	assert.deepEqual(
		proposal.services.map(({ name, dockerfile }) => [name, dockerfile]),
		[
			["gateway", "03-gateway/Containerfile"],
			["api", "api/Dockerfile"],
			["blockchain-engine", "blockchain/Dockerfile.engine"],
			["mailer", "docker/mailer.Dockerfile"],
			["edge", "edge/Dockerfile.prod"],
			["cart", "src/cart/src/Dockerfile"],
		],
	);
});

test("Dockerfiles that are rarely shipped are skipped, each with its reason", () => {
	const { proposal } = proposalFor({
		"api/Dockerfile": plain,
		"api/Dockerfile.dev": plain,
		"tests/Dockerfile": plain,
		"web/Dockerfile.j2": plain,
		"win/Dockerfile": "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\n",
		"broken/Dockerfile": "RUN x\n",
		"node_modules/x/Dockerfile": plain,
	});
	assert.deepEqual(
		proposal.services.map(({ name }) => name),
		["api"],
	);
	assert.deepEqual(Object.fromEntries(proposal.left.map(({ file, why }) => [file, why])), {
		"api/Dockerfile.dev": "dev is a variant for development or another system",
		"tests/Dockerfile": "in the folder tests, which is rarely shipped",
		"web/Dockerfile.j2": "a template for a Dockerfile",
		"win/Dockerfile": "made for Windows",
		"broken/Dockerfile": "RUN before the first FROM: only ARG is allowed there",
	});
});

test("the context is the folder that contains the copied files", () => {
	const { service } = proposalFor({
		"a/Dockerfile": "FROM scratch\nCOPY a/main.py /\n",
		"a/main.py": "",
		"b/Dockerfile": "FROM scratch\nCOPY main.py /\n",
		"b/main.py": "",
		"deep/c/docker/Dockerfile": "FROM scratch\nCOPY src/ /src/\n",
		"deep/c/src/x": "",
		"docker/Dockerfile.d": "FROM scratch\nCOPY . /\n",
		"pyproject.toml": "",
	});
	assert.deepEqual(
		["a", "b", "c"].map((name) => service(name).context.value),
		[".", "b", "deep/c"],
	);
	assert.equal(service("d").context.value, ".");
});

test("a missing copy source is reported, because a step before the build may create it", () => {
	const { proposal } = proposalFor({ "a/Dockerfile": "FROM scratch\nCOPY target/app.jar /\n" });
	assert.match(proposal.check.join("\n"), /a: 1 of the paths that a\/Dockerfile copies are not in a/);
});

const health = (check: string, more = "EXPOSE 8000\n") => {
	const { service, text } = proposalFor({ "api/Dockerfile": `FROM scratch\n${more}${check}\nCMD ["/x"]\n` });
	return { ...service("api"), text };
};

test("the health check is what the image's own asks for", () => {
	const asked = (check: string, more?: string) => health(check, more).health?.value;
	const path = { kind: "path", path: "/health", port: 8000 };
	for (const check of [
		"HEALTHCHECK CMD curl -fsS http://localhost:8000/health || exit 1",
		'HEALTHCHECK CMD ["wget", "-qO-", "http://127.0.0.1:8000/health"]',
		`HEALTHCHECK CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8000/health')"]`,
	])
		assert.deepEqual(asked(check), path, check);
	assert.deepEqual(asked("HEALTHCHECK CMD curl localhost:$PORT/health", "ENV PORT=8000\n"), path);
	assert.deepEqual(asked('HEALTHCHECK CMD ["/bin/grpc_health_probe", "-addr=:9000"]'), { kind: "grpc", port: 9000 });
	assert.deepEqual(asked("HEALTHCHECK CMD redis-cli ping"), { kind: "tcp", port: 6379 });
	assert.deepEqual(asked("HEALTHCHECK CMD nc -z localhost 8000"), { kind: "tcp", port: 8000 });
	assert.deepEqual(asked("HEALTHCHECK CMD /app/check"), { kind: "healthcheck" });
	assert.deepEqual(asked(""), { kind: "tcp", port: 8000 });
	assert.equal(asked("", ""), undefined);
	assert.match(
		health("HEALTHCHECK CMD curl http://localhost:8000/health").text,
		/health: \/health # guessed from HEALTHCHECK/,
	);
});

test("ports come from EXPOSE, else from the command, the environment or the server's habit, and what is not EXPOSEd is not an error", () => {
	const ports = (text: string) => {
		const { service, catalog } = proposalFor({ "api/Dockerfile": `FROM scratch\n${text}\n` });
		return [service("api").ports?.value, service("api").ports?.from, catalog.services[0]?.verify.checks?.port];
	};
	assert.deepEqual(ports('EXPOSE 80 53/udp\nCMD ["x"]'), [["80", "53/udp"], "EXPOSE", undefined]);
	assert.deepEqual(ports('CMD ["uvicorn", "app:app", "--port", "8123"]'), [["8123"], "its command", "warning"]);
	assert.deepEqual(ports("ENV PORT=9000\nCMD node server.js"), [["9000"], "ENV PORT", "warning"]);
	assert.deepEqual(ports("CMD gunicorn app"), [["8000"], "the usual port of its server", "warning"]);
	assert.deepEqual(ports("CMD x"), [undefined, undefined, undefined]);
});

const compose = `
x-common: &common
  restart: always
services:
  web:
    <<: *common
    build: { context: ., dockerfile: web/Dockerfile, target: final, args: { MODE: prod, KEY: "\${KEY}" } }
    ports: ["\${WEB_PORT:-8080}:80", "127.0.0.1:9:9/udp"]
    environment:
      - API_URL=http://api:3000/v1
      - TOKEN
    depends_on: [cache]
  api:
    build: api
    ports: [{ target: 3000, published: 3000 }]
    healthcheck: { test: ["CMD", "curl", "-f", "http://localhost:3000/ready"] }
    environment: { DB: "postgres://db:5432/x", SECRET: "\${SECRET:?}" }
    depends_on: { db: { condition: service_healthy } }
  worker:
    build: api
    command: work
    depends_on: [db]
  cache: { image: "redis:7" }
  db:
    image: postgres:16
    environment: { POSTGRES_PASSWORD: x }
    healthcheck: { test: "pg_isready -U x" }
  unused: { image: "nginx:1" }
  remote: { build: "https://github.com/acme/x.git" }
`;
const shop = {
	"compose.yaml": compose,
	"compose.override.yaml": "services: { extra: { build: api } }",
	"web/Dockerfile": "FROM scratch AS final\nCOPY web /web\nEXPOSE 80\n",
	"web/index.html": "",
	"api/Dockerfile": 'FROM scratch\nCMD ["x"]\n',
};

test("Compose gives names, contexts, targets, ports, health, environment and needs", () => {
	const { proposal, service } = proposalFor(shop);
	assert.deepEqual(
		proposal.services.map(({ name }) => name),
		["web", "api"],
	);
	const web = service("web");
	assert.deepEqual(
		[web.dockerfile, web.context.value, web.target, web.args],
		["web/Dockerfile", ".", "final", { MODE: "prod" }],
	);
	assert.deepEqual(web.ports?.value, ["80", "9/udp"].slice(0, 1));
	assert.deepEqual(
		web.needs.map(({ value }) => value),
		["cache", "api"],
	);
	assert.deepEqual(web.env, { API_URL: "http://api:3000/v1" });
	const api = service("api");
	assert.deepEqual(api.health, { value: { kind: "path", path: "/ready", port: 3000 }, from: "Compose's healthcheck" });
	assert.deepEqual(
		api.needs.map(({ value }) => value),
		["db"],
	);
	assert.match(api.notes.join(), /Compose also runs it as worker/);
	assert.match(proposal.check.join("\n"), /web: Compose takes TOKEN from its environment/);
	assert.match(proposal.check.join("\n"), /api: Compose takes SECRET from its environment/);
});

test("other Compose services are externals if a service needs them", () => {
	const { proposal } = proposalFor(shop);
	assert.deepEqual(
		proposal.externals.map(({ name, image, health: one }) => [name, image, one?.value]),
		[
			["cache", "redis:7", { kind: "tcp", port: 6379 }],
			["db", "postgres:16", { kind: "tcp", port: 5432 }],
		],
	);
});

test("what others wait for until it has ended is a job, with its command, beside the service of the same Dockerfile", () => {
	const { proposal, service, catalog } = proposalFor({
		"compose.yaml": `services:
  migrate: { build: api, image: acme/api, command: alembic -x "a b" upgrade head, ports: ["3000"] }
  api:
    build: api
    image: acme/api
    ports: ["3000:3000"]
    depends_on:
      migrate: { condition: service_completed_successfully }
      buckets: { condition: service_completed_successfully }
  buckets: { image: "minio/mc:1", command: [mb, data] }
`,
		"api/Dockerfile": 'FROM scratch\nEXPOSE 3000\nCMD ["x"]\n',
	});
	assert.deepEqual(
		proposal.services.map(({ name, run, command, ports }) => [name, run, command, ports?.value]),
		[
			["migrate", "job", ["alembic", "-x", "a b", "upgrade", "head"], undefined],
			["api", undefined, undefined, ["3000"]],
		],
	);
	assert.deepEqual(
		service("api").needs.map(({ value }) => value),
		["migrate", "buckets"],
	);
	assert.deepEqual(
		catalog.services.map(({ name, run, needs }) => [name, run, needs]),
		[
			["migrate", "job", []],
			["api", undefined, ["migrate", "buckets"]],
		],
	);
	assert.deepEqual(
		catalog.externals.map(({ name, run, command, health }) => [name, run, command, health]),
		[["buckets", "job", ["mb", "data"], undefined]],
	);
});

test("values of variables come from the given .env, and so does a name without a value", () => {
	const { service } = proposalFor({
		...shop,
		// biome-ignore lint/suspicious/noTemplateCurlyInString: Compose's own
		".env": "TOKEN=abc # a comment\nKEY='$quoted'\nSECRET=\"x-${TOKEN}\"\n",
	});
	assert.deepEqual(service("web").args, { MODE: "prod", KEY: "$quoted" });
	assert.equal(service("web").env.TOKEN, "abc");
	assert.equal(service("api").env.SECRET, "x-abc");
});

test("needs that are only guessed never close a circle", () => {
	const { catalog } = proposalFor({
		"compose.yml":
			"services:\n  a: { build: a, environment: { B: 'http://b:1' } }\n  b: { build: b, environment: { A: 'http://a:1' }, depends_on: [a] }\n",
		"a/Dockerfile": plain,
		"b/Dockerfile": plain,
	});
	assert.deepEqual(
		catalog.services.map(({ needs }) => needs),
		[[], ["a"]],
	);
});

test("who is FROM an image of the repository comes in a later phase; the base does not run", () => {
	const { proposal, service, catalog } = proposalFor(
		{
			"base/Dockerfile": "FROM scratch\n",
			"api/Dockerfile": "FROM ghcr.io/acme/shop/python-base:latest\nEXPOSE 80\n",
			"web/Dockerfile": "FROM scratch\n",
		},
		{ home: "ghcr.io/acme/shop" },
	);
	assert.deepEqual(proposal.phases, [
		{ id: "1", title: "Base images" },
		{ id: "2", title: "Services" },
	]);
	assert.equal(service("python-base").phase, "1");
	assert.match(service("python-base").notes.join(), /others are FROM ghcr\.io\/acme\/shop\/python-base/);
	assert.equal(service("python-base").health, undefined);
	assert.deepEqual([service("api").phase, service("web").phase], ["2", "2"]);
	assert.equal(catalog.services.find(({ name }) => name === "python-base")?.image, "ghcr.io/acme/shop/python-base");
});

test("a base under a name that the catalog would not know is a named context", () => {
	const { service } = proposalFor({
		"compose.yml": "services:\n  base: { build: base, image: local-base }\n  api: { build: api }\n",
		"base/Dockerfile": "FROM scratch\n",
		"api/Dockerfile": "FROM local-base\nCMD x\n",
	});
	assert.deepEqual(service("api").contexts, { "local-base": "target:base" });
});

test("images that share a name and differ by tag get their own names", () => {
	const { catalog } = proposalFor({
		"compose.yml":
			"services:\n  a: { build: a, image: 'ghcr.io/acme/demo:a-1' }\n  b: { build: b, image: 'ghcr.io/acme/demo:b-1' }\n",
		"a/Dockerfile": plain,
		"b/Dockerfile": plain,
	});
	assert.deepEqual(
		catalog.services.map(({ image }) => image),
		["ghcr.io/acme/demo/a", "ghcr.io/acme/demo/b"],
	);
});

test("secrets and agents that a RUN mounts are named, ids that no variable can have with one that can", () => {
	const { catalog } = proposalFor({
		"a/Dockerfile": "FROM scratch\nRUN --mount=type=secret,id=npm-token --mount=type=ssh true\nCMD x\n",
	});
	assert.deepEqual(catalog.services[0]?.secrets, [{ id: "npm-token", from: "env", env: "NPM_TOKEN" }]);
	assert.deepEqual(catalog.services[0]?.ssh, [{ id: "default" }]);
});

test("a command of a file whose Dockerfile is not there yet is a planned service", () => {
	const { catalog, proposal } = proposalFor(
		{
			"plan.md": "# Phase 1: Base\n```sh\ndocker build -t acme/shop-a a\ndocker build -t acme/shop-b b\n```\n",
			"a/Dockerfile": plain,
		},
		{ from: ["plan.md"] },
	);
	assert.deepEqual(
		catalog.services.map(({ name }) => name),
		["a"],
	);
	assert.deepEqual(
		catalog.planned.map(({ name, phase }) => [name, phase]),
		[["b", "1"]],
	);
	assert.equal(proposal.services.find(({ name }) => name === "b")?.planned, "b/Dockerfile does not exist yet");
});

test("tags of commands become rules: what differs with every build is written once, the rest moves", () => {
	const { proposal } = proposalFor(
		{
			"b.sh":
				"docker build --push -t acme/a:latest-arm64 -t acme/a:latest-20250124-134023 -t acme/a:1.2.0 -t acme/a:$GIT_SHA -t acme/a:v$(date +%s) a\n",
			"a/Dockerfile": plain,
		},
		{ from: ["b.sh"] },
	);
	assert.deepEqual(proposal.defaults.floating, ["type=raw,value=latest-arm64"]);
	assert.deepEqual(proposal.defaults.tags, [
		"type=sha,prefix=",
		"type=raw,value=latest-{{date 'YYYYMMDD-HHmmss'}}",
		"type=semver,pattern={{version}}",
		"type=raw,value=v{{date 'YYYYMMDD-HHmmss'}}",
	]);
});

test("health comes from Kubernetes probes if the image has none; templates are skipped", () => {
	const probe = (text: string) => `kind: Deployment
metadata: { name: api }
spec:
  template:
    spec:
      containers:
        - name: server
          image: ghcr.io/acme/shop-api:1
          ports: [{ name: web, containerPort: 8080 }, { containerPort: 53, protocol: UDP }]
          ${text}
`;
	const seen = (manifest: string, dockerfile = 'FROM scratch\nCMD ["x"]\n') =>
		proposalFor({ "api/Dockerfile": dockerfile, "deploy/api.yaml": manifest }).service("api");
	const http = seen(probe("readinessProbe: { httpGet: { path: /ready, port: web } }"));
	assert.deepEqual(http.health, {
		value: { kind: "path", path: "/ready", port: 8080 },
		from: "the probe in deploy/api.yaml",
	});
	assert.deepEqual(http.ports, { value: ["8080", "53/udp"], from: "deploy/api.yaml" });
	assert.deepEqual(seen(probe("livenessProbe: { grpc: { port: 9000 } }")).health?.value, { kind: "grpc", port: 9000 });
	assert.deepEqual(seen(probe("livenessProbe: { tcpSocket: { port: 8080 } }")).health?.value, {
		kind: "tcp",
		port: 8080,
	});
	assert.equal(seen(probe("image: '{{ .Values.image }}'")).ports, undefined);
	const own = 'FROM scratch\nEXPOSE 80\nHEALTHCHECK CMD curl http://localhost/up\nCMD ["x"]\n';
	assert.deepEqual(
		seen(probe("readinessProbe: { httpGet: { path: /ready, port: web } }"), own).health?.from,
		"HEALTHCHECK",
	);
});
