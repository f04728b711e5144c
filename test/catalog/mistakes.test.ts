import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { makeFolder, places, problemsOf } from "./repository.ts";

const root = makeFolder(["Dockerfile", "services/api/Dockerfile", "services/web/Dockerfile.web", "libs/shared/x"]);
symlinkSync("/etc", path.join(root, "outside"));

test("each variable that no build may read is reported, at its place, in every section; others are free", () => {
	const text = `version: 1
project: shop
defaults:
  secrets: [{ id: x, env: ACTIONS_RUNTIME_TOKEN }, COSIGN_PASSWORD]
phases:
  "1": { ssh: [{ id: x, env: RUNNER_TEMP }] }
services:
  api:
    context: services/api
    secrets:
      - { id: x, env: ACTIONS_ID_TOKEN_REQUEST_TOKEN }
      - { id: INPUT_LOGINS }
      - { id: y, env: actions_runtime_token }
      - { id: z, file: ./sub/../.git/config }
      - MY_GITHUB_TOKEN
      - NPM_TOKEN
      - { id: t, env: GITHUB_TOKEN }
`;
	assert.deepEqual(places(problemsOf(text, root)), [
		"4:27 catalog/reserved",
		"4:52 catalog/reserved",
		"6:30 catalog/reserved",
		"11:23 catalog/reserved",
		"12:15 catalog/reserved",
		"13:23 catalog/reserved",
		"14:24 catalog/reserved",
	]);
});

test("all mistakes of a catalog are reported at once, each with its place", () => {
	const text = `version: 1
project: shop
netwrok: { name: x }
defaults:
  platforms: [linux/arm46]
  args: { TOKEN: ghp_abcdefghijklmnopqrstuvwxyz012345 }
  labels: { com.acme.name: "{{nmae}}" }
phases:
  "1": { title: Base }
services:
  API: {}
  api:
    phase: "2"
    context: services/aip
    ports: ["8080:", 08080, 0, 70000]
    needs: [databsae]
  web:
    context: services/web
    health: { paht: /health }
  one: { image: shop/same, needs: [two] }
  two: { image: shop/same, needs: [one] }
  away: { dockerfile: ../Dockerfile }
  link: { context: outside }
  web:
    context: .
  late: { planned: yes, health: 8080 }
  database: { health: { tcp: 5432, path: / }, tags: [type=shah] }
`;
	assert.deepEqual(places(problemsOf(text, root)), [
		"3:1 catalog/unknown-key",
		"5:15 catalog/platform",
		"6:18 catalog/credential",
		"7:28 catalog/template",
		"11:3 catalog/name",
		"12:3 catalog/duplicate-name",
		"13:12 catalog/unknown-phase",
		"14:14 catalog/missing-file",
		"15:13 catalog/port",
		"15:22 catalog/port",
		"15:29 catalog/port",
		"15:32 catalog/port",
		"16:13 catalog/unknown-need",
		"17:3 catalog/missing-file",
		"19:15 catalog/unknown-key",
		"20:36 catalog/cycle",
		"21:17 catalog/duplicate-image",
		"22:23 catalog/outside",
		"23:20 catalog/outside",
		"24:3 catalog/duplicate-key",
		"26:20 catalog/type",
		"26:33 catalog/type",
		"27:15 catalog/health",
		"27:54 catalog/tag-rule",
	]);
});

/** One mistake in a service: the YAML of its body, the message, and the fix. */
const inService: readonly (readonly [name: string, body: string, message: RegExp, fix: RegExp])[] = [
	["an unknown key near a known one", "contxet: .", /unknown key "contxet"/, /did you mean "context"\?/],
	["a key of Compose", "environment: { A: b }", /unknown key "environment"/, /did you mean "env"\?/],
	["a key of another place", "subnet: 172.20.0.0/16", /unknown key "subnet"/, /it belongs under `network`/],
	["a merge key", "<<: { context: . }", /unknown key "<<"/, /`defaults` and `phases`/],
	["a number for a text", "title: 3", /expected a string, found the number 3/, /quotes: "3"/],
	["a text for a list", "ports: 8080-", /expected a list, found the string "8080-"/, /in brackets/],
	["a list for a map", "env: [A=b]", /expected a map, found a list/, /^$/],
	["nothing for a value", "env: { A: }", /found nothing/, /write a value/],
	[
		"a Dockerfile that is not there",
		"dockerfile: services/api/Dokcerfile",
		/does not exist/,
		/services\/api\/Dockerfile"/,
	],
	[
		"a Dockerfile below the context",
		"{ dockerfile: Dockerfile.web, context: services/web }",
		/does not/,
		/services\/web\/Dockerfile.web/,
	],
	["a context that is not there", "context: servics/api", /context "servics\/api" does not/, /"services\/api"/],
	["a folder for a Dockerfile", "dockerfile: services/api", /is a folder/, /services\/api\/Dockerfile/],
	["a file for a context", "{ context: Dockerfile, dockerfile: Dockerfile }", /is a file/, /name a folder/],
	["a link that leaves", "{ context: outside, dockerfile: Dockerfile }", /leaves the repository/, /copy/],
	["a way out by dots", "context: services/../../etc", /is not a path in this repository/, /relative/],
	["an absolute path", "context: /etc", /is not a path/, /relative/],
	["an address for a context", "context: https://example.com/x", /is not a path/, /relative/],
	["a path that looks like an option", "context: -rf", /"-rf" is not a path/, /rename/],
	["a named context that is nowhere", "contexts: { shared: libs/shraed }", /does not exist/, /"libs\/shared"/],
	[
		"a named context on an unknown service",
		"contexts: { base: 'target:apii' }",
		/"apii" is not in the catalog/,
		/"api"/,
	],
	["a secret file that leaves", "secrets: [{ id: a, file: ../x }]", /is not a path/, /relative/],
	[
		"a secret in git's folder",
		"secrets: [{ id: a, file: .git/config }]",
		/no build may read "\.git\/config"/,
		/your own/,
	],
	[
		"a variable of the runner",
		"secrets: [ACTIONS_RUNTIME_TOKEN]",
		/"ACTIONS_RUNTIME_TOKEN", a variable of/,
		/your own/,
	],
	["a variable of a login", "ssh: [{ id: a, env: DOCKER_AUTH_CONFIG }]", /a variable of a login/, /your own/],
	["a secret from two places", "secrets: [{ id: a, file: x, env: A }]", /both env and file/, /keep one/],
	["a secret named as no variable can be", "secrets: [a=b]", /cannot be the name of a secret/, /npm_token/],
	["a port with an address", "ports: ['127.0.0.1:80:80']", /is not a port/, /8081:8080/],
	["a range of ports", "ports: ['80-90']", /is not a port/, /8081:8080/],
	["another protocol", "ports: ['80/sctp']", /is not a port/, /udp/],
	["an octal port", "health: { tcp: 0o20 }", /"0o20" is not a port/, /8080/],
	["an address for a health path", "health: http://example.com/", /is not an HTTP path/, /"\/health"/],
	["another host in a health path", "health: //example.com/", /is not an HTTP path/, /"\/health"/],
	["health over HTTP without a port", "health: /health", /health has no port/, /`port:`/],
	["two ways to ask", "health: { tcp: 80, command: [x] }", /tcp and command/, /keep one/],
	["a body without HTTP", "health: { tcp: 80, body: ok }", /body, which a check by tcp does not use/, /remove it/],
	[
		"a bad pattern",
		'health: { path: /, body_matches: "a(" }',
		/is not a regular expression/,
		/without lookaheads and back-references/,
	],
	["a bad JSON test", 'health: { path: /, json: "status" }', /is not a JSON condition/, /\$\.status/],
	["a gRPC service that is none", "health: { grpc: 1, grpc_service: a/b }", /is not a gRPC service/, /v1\.Chain/],
	["a command for a shell", "health: { command: redis-cli ping }", /expected a list, found/, /brackets/],
	["a status that is none", "{ ports: [80], health: { path: /, status: 999 } }", /is not an HTTP status/, /200/],
	[
		"statuses the wrong way round",
		"{ ports: [80], health: { path: /, status: [200, 399-200] } }",
		/"399-200" is no/,
		/200/,
	],
	["a duration without a unit", "health: { tcp: 80, timeout: '30' }", /is not a duration/, /30s/],
	["a duration of a week", "health: { tcp: 80, start_period: 200h }", /longer than a day/, /30s/],
	[
		"a header that is set elsewhere",
		"{ ports: [80], health: { path: /, headers: { Host: x } } }",
		/cannot be set/,
		/Accept/,
	],
	[
		"a header with a line end",
		'{ ports: [80], health: { path: /, headers: { A: "x\\ny" } } }',
		/line break/,
		/one line/,
	],
	["zero retries", "health: { tcp: 80, retries: 0 }", /below 1/, /1 or more/],
	[
		"infinity",
		"hardening: { pids: .inf }",
		/expected a number, found the string ".inf"/,
		/decimal number without quotes/,
	],
	["a size that is none", "hardening: { memory: lots }", /is not a size/, /200mb/],
	["a check that is none", "verify: { checks: { no-shel: error } }", /no check "no-shel"/, /no-shell/],
	["growth that is neither share nor size", "verify: { max_growth: lots }", /neither a percentage nor a size/, /25%/],
	["a path that is not absolute", "verify: { files: [app/main.py] }", /not an absolute path/, /"\/app\/main\.py"/],
	["a module that is a path", "verify: { imports: [controller/main.py] }", /Python module/, /controller\.main/],
	["a user by name", "verify: { user: nonroot }", /is not a numeric user/, /65532/],
	["a policy that is none", "policy: { smoke: optional }", /is not required, advisory or off/, /write/],
	["a platform of another kind", "platforms: [windows/amd64]", /is not a platform/, /linux/],
	["a platform without its system", "platforms: [arm64]", /is not a platform/, /linux\/arm64\?/],
	["a ttl in minutes", "ttl: 90m", /is not a time-to-live/, /12h/],
	["a ttl of two years", "ttl: 104w", /is not a time-to-live/, /one year/],
	["a runner for no platform", "runners: { arm64: x }", /is not a platform/, /linux\/arm64\?/],
	["a runner that is to be filled in", "runners: { linux/arm64: '{{runner}}' }", /runner's label/, /ubuntu-24.04-arm/],
	["no labels of a runner", "runners: { linux/arm64: [] }", /empty list/, /add an item/],
	["no platforms", "platforms: []", /empty list/, /add an item/],
	["an image with a tag", "image: acme/api:1", /is not an image name/, /remove what follows the colon/],
	["an image in capitals", "image: Acme/api", /is not an image name/, /acme/],
	["a commit in an image name", "image: 'api-{{revision}}'", /unknown template/, /\{\{name\}\}/],
	["a phase in an image name where there is none", "image: 'p{{phase}}/api'", /has no phase/, /give it a phase/],
	["a tag rule cut by brackets", "tags: [type=sha,prefix=]", /neither a type nor a value/, /quote it in \[ \]/],
	["an illegal tag rule", "floating: ['type=raw,value={{x}}']", /unknown expression/, /\{\{branch\}\}/],
	["a password among arguments", "args: { DB_PASSWORD: hunter22 }", /looks like a credential/, /`secrets`/],
	["a key in a label", "labels: { a: '-----BEGIN RSA PRIVATE KEY-----' }", /a private key/, /`secrets`/],
	["a password in an address", "args: { URL: 'https://u:pa55@example.com' }", /password in an address/, /`secrets`/],
	["an argument named as an option", "args: { --build-arg: x }", /cannot be the name of a build argument/, /VERSION/],
	["a need on what is only planned", "needs: [later]", /"later" is only planned/, /externals/],
	["a need on itself", "needs: [probe]", /probe -> probe/, /remove one/],
	["a title on two lines", 'title: "a\\n::add-mask::b"', /contains a line break/, /one line/],
	["a stage that looks like an option", "target: --load", /cannot be the name of a stage/, /runtime/],
];

describe("a mistake in a service is told, with a fix:", () => {
	for (const [name, body, message, fix] of inService) {
		test(name, () => {
			const lines = ["version: 1", "project: p", "services:", "  api: { context: services/api }"];
			const service = body.startsWith("{") ? body : `\n    ${body}`;
			const text = [...lines, "  later: { planned: true }", `  probe: ${service}`].join("\n");
			const problems = problemsOf(text, root);
			assert.equal(problems.length, 1, JSON.stringify(problems));
			const [problem] = problems;
			assert.match(problem?.message ?? "", message);
			assert.match(problem?.fix ?? "", fix);
			assert.ok((problem?.at?.line ?? 0) >= 5 && (problem?.at?.column ?? 0) >= 3);
		});
	}
});

describe("a mistake at the top is told:", () => {
	const top: readonly (readonly [string, string, string])[] = [
		["another version", "version: 2\nproject: 5\n", "1:10 catalog/version"],
		["no version", "project: p\nservices: {}\n", "1:1 catalog/missing-key"],
		["no project", "version: 1\nservices: {}\n", "1:1 catalog/missing-key"],
		["a project in capitals", "version: 1\nproject: Shop\nservices: {}\n", "2:10 catalog/name"],
		[
			"a registry with a scheme",
			"version: 1\nproject: p\nregistry: https://ghcr.io\nservices: {}\n",
			"3:11 catalog/registry",
		],
		[
			"a registry with an owner in capitals",
			"version: 1\nproject: p\nregistry: ghcr.io/MyOrg\nservices: {}\n",
			"3:11 catalog/registry",
		],
		[
			"an image with an owner in capitals",
			"version: 1\nproject: p\nimage: MyOrg/{{name}}\nservices: { a: {} }\n",
			"3:8 catalog/image",
		],
		[
			"a subnet with a host in it",
			"version: 1\nproject: p\nnetwork: { subnet: 10.0.0.1/16 }\nservices: {}\n",
			"3:20 catalog/subnet",
		],
		[
			"an external without an image",
			"version: 1\nproject: p\nservices: {}\nexternals: { db: {} }\n",
			"4:18 catalog/missing-key",
		],
		[
			"one name twice",
			"version: 1\nproject: p\nservices: { db: { planned: true } }\nexternals: { db: { image: x } }\n",
			"4:14 catalog/duplicate-name",
		],
		[
			"needs that run in a circle through an external",
			"version: 1\nproject: p\nservices: { a: { needs: [b] } }\nexternals: { b: { image: x, needs: [a] } }\n",
			"3:26 catalog/cycle",
		],
		[
			"contexts that run in a circle",
			"version: 1\nproject: p\nservices:\n  a: { image: a, contexts: { x: 'target:b' } }\n  b: { contexts: { x: 'target:a' } }\n",
			"4:18 catalog/cycle",
		],
	];
	for (const [name, text, place] of top) test(name, () => assert.deepEqual(places(problemsOf(text, root)), [place]));

	test("a name in capitals suggests its lower-case form", () => {
		const text = "version: 1\nproject: p\nregistry: ghcr.io/MyOrg/Sub\nservices: { a: { image: GHCR.io/MyOrg/a } }\n";
		assert.deepEqual(
			problemsOf(text, root).map(({ why, fix }) => `${why}: ${fix}`),
			["image names are lower case: write ghcr.io/myorg/sub", "image names are lower case: write GHCR.io/myorg/a"],
		);
	});

	test("an invalid registry on the command line", () => {
		const problems = problemsOf("version: 1\nproject: p\nservices: {}\n", root, "--help");
		assert.equal(problems[0]?.code, "catalog/registry");
	});
});

test("a message never repeats a credential", () => {
	const secret = "ghp_abcdefghijklmnopqrstuvwxyz012345";
	const text = `version: 1\nproject: p\nservices: { a: { args: { X: ${secret} }, labels: { y: ${secret} } } }\n`;
	const problems = problemsOf(text, root);
	assert.equal(problems.length, 2);
	assert.equal(JSON.stringify(problems).includes(secret.slice(4)), false);
});

test("an invalid value causes no second problem", () => {
	const text = "version: 1\nproject: p\nservices: { a: { context: 5, dockerfile: [], ports: [x], health: /health } }\n";
	assert.deepEqual(places(problemsOf(text, root)), ["3:27 catalog/type", "3:42 catalog/type", "3:54 catalog/port"]);
});

test("two services may have the same host port, because containers need not publish it", () => {
	const text = 'version: 1\nproject: p\nservices: { a: { ports: ["80:80"] }, b: { ports: ["80:80"] } }\n';
	assert.deepEqual(problemsOf(text, root), []);
});
