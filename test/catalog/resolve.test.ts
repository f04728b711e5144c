import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Service } from "../../src/model/service/service.ts";
import { load, makeFolder, places } from "./repository.ts";

const root = makeFolder(["Dockerfile", "services/api/Dockerfile", "libs/x"]);

/** The default of a timing. */
const rest = { successes: 2, stable: 1000, stopGracePeriod: 10_000, wrongAnswerPeriod: 15_000 };

function catalog(body: string, registry?: string) {
	return load(`version: 1\nproject: shop\n${body}`, root, registry);
}

function service(body: string, name = "api"): Service {
	const found = catalog(body).services.find((one) => one.name === name);
	assert.ok(found);
	return found;
}

describe("a service that says nothing", () => {
	const plain = service("services:\n  api: {}\n");

	test("has a default for everything", () => {
		assert.deepEqual(plain, {
			name: "api",
			title: "Api",
			image: "docker.io/api",
			declaredImage: "docker.io/api",
			dockerfile: "Dockerfile",
			context: ".",
			platforms: ["linux/arm64"],
			tags: ["type=sha,prefix="],
			floating: ["type=raw,value=latest"],
			labels: {},
			args: {},
			secrets: [],
			contexts: {},
			env: {},
			ports: [],
			needs: [],
			hardening: {
				readOnly: true,
				tmpfs: ["/tmp"],
				capDrop: ["ALL"],
				noNewPrivileges: true,
				memory: 2 ** 30,
				pids: 512,
			},
			verify: { labels: [] },
			policy: { smoke: "required", verify: "required", hardening: "required", stop: "warn" },
			at: { file: "lucid.yml", line: 4, column: 3 },
		});
	});

	test("lives in a network named as the project", () => {
		assert.deepEqual(catalog("services: {}").network, { name: "shop" });
	});
});

describe("settings", () => {
	const text = `
defaults:
  platforms: [linux/amd64, linux/arm64]
  tags: [one]
  args: { A: default, B: default, C: default }
  hardening: { memory: 512mb, tmpfs: [/tmp, /run] }
  verify: { user: 65532, labels: [a], checks: { healthcheck: off, size: warning } }
  policy: { verify: advisory }
  health: { interval: 2s, timeout: 1m30s }
  needs: [redis]
phases:
  "2":
    args: { B: phase, C: phase }
    tags: [two]
    hardening: { read_only: false }
    verify: { max_size: 1.5mb, max_growth: 10%, base: ["gcr.io/distroless/*"], checks: { healthcheck: error } }
    health: { interval: 500ms }
services:
  api:
    phase: 2
    platforms: [linux/arm64/v8]
    args: { C: service }
    policy: { smoke: off }
    health: { tcp: 80, retries: 9 }
  web: { image: web, needs: [] }
  redis: {}
`;

	test("go from defaults over the phase to the service", () => {
		const api = service(text);
		assert.deepEqual(api.args, { A: "default", B: "phase", C: "service" }, "maps are merged by key");
		assert.deepEqual(api.platforms, ["linux/arm64"], "lists are replaced");
		assert.deepEqual(api.tags, ["two"]);
		assert.deepEqual(api.hardening, {
			readOnly: false,
			tmpfs: ["/tmp", "/run"],
			capDrop: ["ALL"],
			noNewPrivileges: true,
			memory: 2 ** 29,
			pids: 512,
		});
		assert.deepEqual(api.verify, {
			user: "65532",
			labels: ["a"],
			maxSize: 1.5 * 2 ** 20,
			maxGrowth: { kind: "share", most: 0.1 },
			base: ["gcr.io/distroless/*"],
			checks: { healthcheck: "error", size: "warning" },
		});
		assert.deepEqual(api.policy, { smoke: "off", verify: "advisory", hardening: "required", stop: "warn" });
		const timing = { startPeriod: 60_000, interval: 500, timeout: 90_000, retries: 9, ...rest };
		assert.deepEqual(api.health, { kind: "tcp", port: 80, timing });
	});

	test("shared needs do not include the service itself", () => {
		assert.deepEqual(service(text).needs, ["redis"]);
		assert.deepEqual(service(text, "web").needs, []);
		assert.deepEqual(service(text, "redis").needs, []);
	});
});

test("runners are merged by platform under any of its names, a label or a set of them; a ttl is replaced", () => {
	const text = `
defaults:
  ttl: 2w
  runners: { linux/arm64: ubuntu-24.04-arm-8, linux/amd64: ubuntu-24.04 }
phases:
  "1": { ttl: 12h, runners: { linux/arm64/v8: [self-hosted, raspberry-pi] } }
services:
  api: { phase: "1" }
  web: {}
`;
	const day = 24 * 3_600_000;
	const { runners, ttl } = service(text);
	assert.deepEqual(runners, { "linux/arm64": ["self-hosted", "raspberry-pi"], "linux/amd64": "ubuntu-24.04" });
	assert.deepEqual([ttl, service(text, "web").ttl], [day / 2, 14 * day]);
});

test("an image has the commit's date if the catalog has `created: commit`, and a service may override it with the fixed date", () => {
	const text = "defaults: { created: commit }\nservices:\n  api: {}\n  web: { created: fixed }\n";
	assert.equal(service(text).created, "commit");
	assert.equal(service(text, "web").created, undefined);
});

describe("an image name", () => {
	const body = (more: string) =>
		`registry: ghcr.io/acme\nimage: "{{project}}/p{{phase}}-{{name}}"\nphases: { "1": {} }\n${more}`;

	test("is the catalog's template below its registry", () => {
		const { image, declaredImage } = service(body('services: { api: { phase: "1" } }'));
		assert.deepEqual([image, declaredImage], ["ghcr.io/acme/shop/p1-api", "ghcr.io/acme/shop/p1-api"]);
	});

	test("uses the registry of the option, and keeps the name in Dockerfiles", () => {
		const [api] = catalog(body('services: { api: { phase: "1" } }'), "127.0.0.1:5000").services;
		assert.equal(api?.image, "127.0.0.1:5000/shop/p1-api");
		assert.equal(api?.declaredImage, "ghcr.io/acme/shop/p1-api");
	});

	test("of a single service may have its own host", () => {
		const text = body("services: { api: { image: quay.io/other/api } }");
		assert.equal(service(text).image, "quay.io/other/api");
		assert.equal(catalog(text, "localhost:5000").services[0]?.image, "localhost:5000/other/api");
	});
});

test("strings keep the spelling of the file", () => {
	const { args, env } = service(
		"services: { api: { args: { VERSION: 1.0, N: 010, B: True }, env: { A: no, E: 1e3, Q: '' } } }",
	);
	assert.deepEqual(args, { VERSION: "1.0", N: "010", B: "True" });
	assert.deepEqual(env, { A: "no", E: "1e3", Q: "" });
});

test("ports have Compose's short form, as numbers and as strings", () => {
	const { ports } = service('services: { api: { ports: [8080, "81", "8081:80", "53:53/udp"] } }');
	assert.deepEqual(ports, [
		{ container: 8080, protocol: "tcp" },
		{ container: 81, protocol: "tcp" },
		{ container: 80, published: 8081, protocol: "tcp" },
		{ container: 53, published: 53, protocol: "udp" },
	]);
});

describe("health", () => {
	const timing = { startPeriod: 60_000, interval: 1000, timeout: 5000, retries: 3, ...rest };
	const base = {
		kind: "http",
		path: "/health",
		port: 80,
		method: "GET",
		headers: {},
		status: [[200, 399]],
		negative: true,
		timing,
	};

	test("may be a path alone: requested on the first TCP port", () => {
		assert.deepEqual(service('services: { api: { ports: ["53/udp", 80, 81], health: /health } }').health, base);
	});

	test("may set every key", () => {
		const body =
			"{ path: /health, port: 90, method: HEAD, headers: { A: 1 }, status: [204, 300-302], body: ok, timeout: 1s }";
		const expected = {
			port: 90,
			method: "HEAD",
			headers: { A: "1" },
			status: [
				[204, 204],
				[300, 302],
			],
			body: "ok",
		};
		assert.deepEqual(service(`services: { api: { health: ${body} } }`).health, {
			...{ ...base, ...expected },
			timing: { ...timing, timeout: 1000 },
		});
	});

	test("may be a command", () => {
		const { health } = service("services: { api: { health: { command: [redis-cli, ping] } } }");
		assert.deepEqual(health, { kind: "command", command: ["redis-cli", "ping"], timing });
	});

	test("may be gRPC, or the image's own HEALTHCHECK", () => {
		const { health } = service(
			"services: { api: { health: { grpc: 50051, grpc_service: lucid.Chain, negative: false } } }",
		);
		assert.deepEqual(health, { kind: "grpc", port: 50051, service: "lucid.Chain", negative: false, timing });
		const own = service("services: { api: { health: { healthcheck: true } } }").health;
		assert.deepEqual(own, { kind: "healthcheck", timing });
	});

	test("may check the body by a regular expression and by JSON, and set the timing", () => {
		const body = `{ path: /health, port: 80, body_matches: "^ok", json: '$.status == "healthy"', negative: false, successes: 3, stable: 5s, stop_grace_period: 30s, wrong_answer_period: 20s, deadline: 2m }`;
		assert.deepEqual(service(`services: { api: { health: ${body} } }`).health, {
			...{ ...base, bodyMatches: "^ok", json: '$.status == "healthy"', negative: false },
			timing: {
				...timing,
				successes: 3,
				stable: 5000,
				stopGracePeriod: 30_000,
				wrongAnswerPeriod: 20_000,
				deadline: 120_000,
			},
		});
	});
});

test("secrets and contexts are resolved", () => {
	const { secrets, contexts } = service(`services:
  base: { image: base }
  api:
    secrets: [npm_token, { id: pip }, { id: pip2, env: PIP }, { id: key, file: ./keys//k }]
    contexts: { a: "target:base", b: "docker-image://redis:7", c: ./libs/, d: https://example.com/x.git#main }
`);
	assert.deepEqual(secrets, [
		{ id: "npm_token", from: "env", env: "npm_token" },
		{ id: "pip", from: "env", env: "pip" },
		{ id: "pip2", from: "env", env: "PIP" },
		{ id: "key", from: "file", file: "keys/k" },
	]);
	assert.deepEqual(contexts, {
		a: { kind: "service", service: "base" },
		b: { kind: "image", ref: "redis:7" },
		c: { kind: "path", path: "libs" },
		d: { kind: "url", url: "https://example.com/x.git#main" },
	});
});

test("paths are normalized, and the default Dockerfile is in the context", () => {
	const { context, dockerfile } = service("services: { api: { context: ./services//x/../api/ } }");
	assert.deepEqual([context, dockerfile], ["services/api", "services/api/Dockerfile"]);
});

test("phases keep the order of the file, and planned services need no Dockerfile", () => {
	const found = catalog(`phases: { "3": { title: Three }, "1": {}, late: { title: Late } }
services: { session-api: { planned: true, phase: "3", context: nowhere } }
`);
	assert.deepEqual(found.phases, [
		{ id: "3", title: "Three" },
		{ id: "1", title: "1" },
		{ id: "late", title: "Late" },
	]);
	assert.deepEqual(found.services, []);
	assert.deepEqual(found.planned, [
		{ name: "session-api", title: "Session Api", phase: "3", at: { file: "lucid.yml", line: 4, column: 13 } },
	]);
});

test("externals run and are not built", () => {
	const { externals } = catalog(`services: {}
externals:
  mongo: { image: "mongo:7", command: [mongod], env: { A: 1 }, ports: [27017], health: { tcp: 27017, retries: 5 } }
`);
	const timing = { startPeriod: 60_000, interval: 1000, timeout: 5000, retries: 5, ...rest };
	assert.deepEqual(externals, [
		{
			...{ name: "mongo", image: "mongo:7", command: ["mongod"], env: { A: "1" }, needs: [] },
			ports: [{ container: 27017, protocol: "tcp" }],
			health: { kind: "tcp", port: 27017, timing },
			at: { file: "lucid.yml", line: 5, column: 3 },
		},
	]);
});

test("a missing path blocks only its service", () => {
	const { services } = load(
		`version: 1
project: shop
services:
  api: { context: services/api }
  web: { context: services/wbe }
  job: { dockerfile: services/job/Dockerfile }
  lib: { contexts: { shared: libs/shraed } }
`,
		root,
	);
	assert.deepEqual(
		services.map(({ name, problems = [] }) => [name, ...places(problems)]),
		[
			["api"],
			["web", "5:19 catalog/missing-file"],
			["job", "6:22 catalog/missing-file"],
			["lib", "7:30 catalog/missing-file"],
		],
	);
});

test("a `dockerfile` in small letters is taken where there is no `Dockerfile`", () => {
	const small = makeFolder(["a/dockerfile", "b/Dockerfile", "b/dockerfile"]);
	const text =
		"version: 1\nproject: p\nservices: { a: { context: a }, b: { context: b }, c: { dockerfile: a/Dockerfile } }\n";
	assert.deepEqual(
		load(text, small).services.map(({ dockerfile }) => dockerfile),
		["a/dockerfile", "b/Dockerfile", "a/dockerfile"],
	);
});

describe("copies", () => {
	const body = [
		"registry: ghcr.io",
		"image: acme/{{name}}",
		'defaults: { copies: ["docker.io/acme/{{name}}", "acme/{{name}}", "ghcr.io/acme/{{name}}"] }',
		"services:",
		"  api: {}",
		'  web: { copies: ["quay.io/acme/shop-{{name}}"] }',
		"  db: { copies: [] }",
		"",
	].join("\n");

	test("are the additional names, each once and never the image's own; a service may set its own", () => {
		const found = Object.fromEntries(catalog(body).services.map(({ name, copies }) => [name, copies]));
		assert.deepEqual(found, {
			api: ["docker.io/acme/api"],
			web: ["quay.io/acme/shop-web"],
			db: undefined,
		});
	});

	test("are left out where another registry is given", () => {
		assert.deepEqual(
			catalog(body, "127.0.0.1:5000").services.flatMap(({ copies }) => copies ?? []),
			[],
		);
	});

	test("that are not image names, or another service's, are mistakes", () => {
		const wrong = (copies: string) => () => catalog(`services:\n  api: { copies: [${copies}] }\n  web: {}\n`);
		assert.throws(wrong('"docker.io/acme/{{name}}:latest"'), /is not an image name/);
		assert.throws(wrong('"docker.io/{{revision}}"'), /revision/);
		assert.throws(wrong('"web"'), /have the same image, "docker.io\/web"/);
	});
});
