// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import assert from "node:assert/strict";
import { test } from "node:test";
import { native, pure, serveIndex, sources } from "../pypi/server.ts";
import { linterOf } from "./linter.ts";

/** A sound Dockerfile that installs what requirements.txt says, in a builder of this image. */
const dockerfile = (base = "python:3.11-slim", more = "") => `FROM ${base}@sha256:${"0".repeat(64)} AS builder
WORKDIR /build
COPY requirements.txt ./
RUN pip install --prefix /install -r requirements.txt
${more}
FROM scratch
COPY --from=builder /install /usr/local
USER 65532:65532
`;

const arm = "manylinux_2_17_aarch64.manylinux2014_aarch64";

/** The packages of the first build report on PyPI. */
const index = {
	"asyncio-mqtt": pure("asyncio-mqtt", "0.16.1"),
	aiohttp: native("aiohttp", "3.9.1", arm),
	"python-consul": [...pure("python-consul", "1.0.1", "1.1.0"), ...sources("python-consul", "1.1.0")],
	grpcio: native("grpcio", "1.59.3", arm),
	"grpcio-tools": native("grpcio-tools", "1.59.3", arm),
	"grpcio-health-checking": pure("grpcio-health-checking", "1.59.3"),
	cryptography: ["41.0.6", "41.0.7", "42.0.0", "42.0.8"].flatMap((version) => native("cryptography", version, arm)),
	pyjwt: pure("pyjwt", "2.8.0"),
	pyyaml: native("PyYAML", "6.0.1", arm),
	pydantic: pure("pydantic", "2.5.0"),
	"python-consul2": pure("python-consul2", "0.1.4"),
	"prometheus-client": pure("prometheus-client", "0.19.0"),
	structlog: pure("structlog", "23.2.0"),
	pytest: pure("pytest", "7.4.3"),
	"pytest-asyncio": pure("pytest-asyncio", "0.21.1"),
};

/** infrastructure/service-mesh/requirements.txt as the first build report has it, before and after. */
const before = `# Core dependencies
asyncio-mqtt==0.16.1
aiohttp==3.9.1
aioconsul==0.1.0
consul==1.1.0

# gRPC dependencies
grpcio==1.59.3
grpcio-tools==1.59.3
grpcio-health-checking==1.59.3

# Security dependencies
cryptography==41.0.8
pyjwt==2.8.0

# Configuration and utilities
PyYAML==6.0.1
pydantic==2.5.0
python-consul2==0.1.4

# Monitoring and observability
prometheus-client==0.19.0

# Logging
structlog==23.2.0

# Development dependencies
pytest==7.4.3
pytest-asyncio==0.21.1
`;
const after = before
	.replace("aioconsul==0.1.0\nconsul==1.1.0", "python-consul==1.1.0")
	.replace("41.0.8", "42.0.8")
	.replace("python-consul2==0.1.4\n", "")
	.replace(/\n# Development dependencies.*/s, "");

test("the faults of the first build report are reported at their line, and the fixed file has none", async () => {
	await using server = await serveIndex(index);
	await using linter = await linterOf({ Dockerfile: dockerfile(), "requirements.txt": before });
	const online = { "index-url": server.url };
	const { findings } = await linter.lint(online);
	assert.deepEqual(
		findings.map(({ severity, code, at, message, fix }) => [
			severity,
			code,
			`${at?.file}:${at?.line}:${at?.column}`,
			message,
			fix,
		]),
		[
			[
				"error",
				"unknown-package",
				"requirements.txt:4:1",
				"the index has no package aioconsul",
				"did you mean python-consul?",
			],
			[
				"error",
				"unknown-package",
				"requirements.txt:5:1",
				"the index has no package consul",
				"did you mean python-consul?",
			],
			[
				"error",
				"unknown-version",
				"requirements.txt:13:13",
				"the index has no cryptography 41.0.8",
				"use 41.0.7 or 42.0.0; the newest version is 42.0.8",
			],
			[
				"warning",
				"rival-packages",
				"requirements.txt:19:1",
				"python-consul2 conflicts with consul",
				"keep the one that the code uses",
			],
			...(["pytest", "pytest-asyncio"] as const).map((name, i) => [
				"warning",
				"dev-package",
				`requirements.txt:${28 + i}:1`,
				`${name} is a development package, and the image installs it`,
				"move it to a requirements-dev.txt that this image does not install",
			]),
		],
	);
	await linter.repo.write({ "requirements.txt": after });
	assert.deepEqual(await linter.found(online), []);
	await linter.repo.write({
		"requirements.txt": before.replace("aioconsul==0.1.0\nconsul==1.1.0", "python-consul==1.1.0"),
	});
	assert.ok((await linter.found(online)).includes("warning rival-packages requirements.txt:18:1"));
});

test("offline, rules without an index still run, and cached responses count", async () => {
	await using server = await serveIndex(index);
	await using linter = await linterOf({
		Dockerfile: dockerfile(),
		"requirements.txt": "cryptography==41.0.8\npytest==7.4.3\n",
	});
	const offline = { "index-url": server.url, offline: true };
	assert.deepEqual(await linter.found(offline), ["warning dev-package requirements.txt:2:1"]);
	assert.deepEqual(server.log, []);
	await linter.lint({ "index-url": server.url });
	assert.equal((await linter.found(offline)).length, 2);
	assert.equal(server.log.length, 2);
});

test("an index that is away is a note of the run and no finding", async () => {
	await using linter = await linterOf({ Dockerfile: dockerfile(), "requirements.txt": "flask==1.0\nhttpx==1.0\n" });
	const { findings, skipped } = await linter.lint({ "index-url": "http://user:secret@127.0.0.1:1/simple" });
	assert.deepEqual(findings, []);
	assert.deepEqual(skipped, [
		{ check: "packages", why: "http://127.0.0.1:1/simple refused the connection: 2 packages were not checked with it" },
	]);
});

test("a wheel has to fit the Python, the platform and the C library of the stage", async () => {
	const packages = {
		native: [
			...native("native", "1.0", "manylinux2014_x86_64"),
			...native("native", "1.1", arm),
			...native("native", "1.2", arm, "musllinux_1_1_aarch64"),
		],
		both: native("both", "1.0", arm, "manylinux2014_x86_64"),
		source: sources("source", "1.0"),
		wheelonly: [{ filename: "wheelonly-1.0-cp311-cp311-manylinux2014_x86_64.whl" }],
		newpython: [{ filename: "newpython-2.0.tar.gz", requires: ">=3.12" }],
		yanked: [{ filename: "yanked-1.0-py3-none-any.whl", yanked: "eats data" }, ...pure("yanked", "1.1")],
	};
	await using server = await serveIndex(packages, { form: "html" });
	const lines = [
		"native==1.0",
		"native-not==1",
		"both==1.0",
		"source==1.0",
		"wheelonly==1.0",
		"newpython==2.0",
		"yanked==1.0",
	];
	await using linter = await linterOf({ Dockerfile: dockerfile(), "requirements.txt": lines.join("\n") });
	const online = { "index-url": server.url };
	const { findings } = await linter.lint(online);
	assert.deepEqual(
		findings.map(({ severity, code, at, message, fix }) => [severity, code, at?.line, message, fix]),
		[
			["error", "unknown-package", 2, "the index has no package native-not", undefined],
			[
				"error",
				"not-installable",
				5,
				"wheelonly 1.0 has neither a wheel for linux/arm64 and Python 3.11 nor a source distribution",
				undefined,
			],
			[
				"error",
				"not-installable",
				6,
				"newpython 2.0 requires Python >=3.12, this stage has Python 3.11",
				"use a version for this Python, or a base image with another Python",
			],
			[
				"warning",
				"no-wheel",
				1,
				"native 1.0 has no wheel for linux/arm64 and Python 3.11: the build compiles it",
				"use 1.1, which has one",
			],
			["warning", "yanked-version", 7, "yanked 1.0 was yanked by its maintainers", "use 1.1"],
			["note", "source-only", 4, "source 1.0 has only a source distribution", undefined],
		],
	);
	await linter.repo.write({
		"requirements.txt": "native==1.1\nboth==1.0\n",
		Dockerfile: dockerfile("python:3.11-alpine3.20"),
	});
	const musl = await linter.lint(online);
	assert.deepEqual(
		musl.findings.map(({ code, message, fix }) => [code, message, fix]),
		[
			[
				"no-wheel",
				"native 1.1 has no wheel for linux/arm64, Python 3.11 and musl: the build compiles it",
				"use 1.2, which has one",
			],
			["no-wheel", "both 1.0 has no wheel for linux/arm64, Python 3.11 and musl: the build compiles it", undefined],
		],
	);
	await linter.repo.write({ Dockerfile: dockerfile("--platform=$BUILDPLATFORM python:3.11-slim") });
	const found = await linter.found(online);
	assert.ok(
		!found.some((line) => line.includes("no-wheel")),
		"what is installed on the build machine is judged elsewhere",
	);
	await linter.repo.write({ Dockerfile: dockerfile("python:3.13-slim"), "requirements.txt": "both==1.0" });
	assert.match((await linter.lint(online)).findings[0]?.message ?? "", /no wheel for linux\/arm64 and Python 3.13/);
	await linter.repo.write({
		Dockerfile: dockerfile(),
		"requirements.txt": "native==1.1",
		"lucid.yml": "version: 1\nproject: test\nservices:\n  app: { platforms: [linux/arm64, linux/amd64] }\n",
	});
	assert.match((await linter.lint(online)).findings[0]?.message ?? "", /no wheel for linux\/amd64 and Python 3.11/);
});

test("duplicates, contradictions and open versions are reported without an index, and conditions count", async () => {
	const text = [
		"flask==2.0",
		"Flask==2.0",
		"py_yaml==6.0",
		"PY.YAML==5.0",
		"httpx>=0.20",
		"requests",
		'tomli==1.0 ; python_version < "3.11"',
		"tomli==2.0 ; python_version >= '3.11'",
		"jinja2==3.1 ; sys_platform == 'win32'",
		"uvicorn==0.30",
		"uvicorn[standard]==0.30",
		"redis==5.0",
		"-c constraints.txt",
		"urllib3",
	].join("\n");
	const constraints = "redis==4.0\nurllib3==2.0\nunused==1.0\n";
	await using linter = await linterOf({
		Dockerfile: dockerfile().replace("COPY requirements.txt ./", "COPY requirements.txt constraints.txt ./"),
		"requirements.txt": text,
		"constraints.txt": constraints,
	});
	assert.deepEqual(await linter.found(), [
		"error package-conflict requirements.txt:4:8",
		"error package-conflict requirements.txt:12:6",
		"warning duplicate-package requirements.txt:2:1",
		"note unpinned-package requirements.txt:5:1",
		"note unpinned-package requirements.txt:6:1",
	]);
});

test("a line that pip refuses and an include that nothing copies are errors, one that a step makes is not", async () => {
	const files = { "requirements.txt": "-r base.txt\nflask=1.0\n", "base.txt": "a==1\n" };
	await using linter = await linterOf({ Dockerfile: dockerfile(), ...files });
	assert.deepEqual(await linter.found(), [
		"error requirements-error requirements.txt:1:1",
		"error requirements-error requirements.txt:2:1",
	]);
	await linter.repo.write({
		Dockerfile: dockerfile().replace("COPY requirements.txt", "COPY requirements.txt base.txt"),
	});
	assert.deepEqual(await linter.found(), ["error requirements-error requirements.txt:2:1"]);
	await linter.repo.write({ Dockerfile: dockerfile().replace("RUN pip", "RUN poetry export > base.txt && pip") });
	assert.deepEqual(await linter.found(), ["error requirements-error requirements.txt:2:1"]);
});

test("requirements are found however they come into the stage", async () => {
	const ways: Readonly<Record<string, string>> = {
		"a folder": "COPY deps/ /srv/\nRUN pip install -r /srv/requirements.txt",
		"a new name": "COPY deps/requirements.txt /tmp/r.txt\nRUN pip install -r /tmp/r.txt",
		"a folder without a slash": "WORKDIR /app\nCOPY deps/requirements.txt .\nRUN pip install -r requirements.txt",
		"a wildcard": "COPY deps/req*.txt /x/\nRUN cd /x && pip install -r requirements.txt",
		everything: "COPY . /srv\nWORKDIR /srv/deps\nRUN pip install -r requirements.txt",
		"--parents": "COPY --parents deps/requirements.txt /srv/\nRUN pip install -r /srv/deps/requirements.txt",
		"a mount": "RUN --mount=type=bind,source=deps/requirements.txt,target=/tmp/r.txt pip install -r /tmp/r.txt",
		"a mounted folder": "RUN --mount=type=bind,source=deps,target=/deps pip install -r /deps/requirements.txt",
		"a variable":
			"ARG DIR=/srv\nENV FILE=$DIR/requirements.txt\nCOPY deps/requirements.txt $DIR/\nRUN pip install -r ${FILE}",
		"the JSON form": 'COPY deps/requirements.txt /\nRUN ["pip", "install", "-r", "/requirements.txt"]',
		"a heredoc": "COPY deps/requirements.txt /\nRUN <<EOF\nset -e\npip install -r /requirements.txt\nEOF",
		"an earlier stage": "COPY deps /deps\nFROM base AS next\nRUN pip install -r /deps/requirements.txt",
		"another stage":
			"COPY deps /deps\nFROM python:3.11-slim AS next\nCOPY --from=base /deps/requirements.txt /r/\nRUN pip install -r /r/requirements.txt",
		"an include": "COPY deps /deps\nRUN pip install -r /deps/more/all.txt",
	};
	await using linter = await linterOf({
		"deps/requirements.txt": "pytest==1.0\n",
		"deps/more/all.txt": "-r ../requirements.txt\n",
	});
	for (const [way, lines] of Object.entries(ways)) {
		await linter.repo.write({ Dockerfile: `FROM python:3.11-slim AS base\n${lines}\nUSER 65532\n` });
		const found = (await linter.found()).filter((line) => line.includes("dev-package"));
		assert.deepEqual(found, ["warning dev-package deps/requirements.txt:1:1"], way);
	}
	await linter.repo.write({
		Dockerfile:
			"FROM python:3.11-slim AS test\nCOPY deps /d\nRUN pip install -r /d/requirements.txt\nFROM scratch\nUSER 1\n",
	});
	assert.deepEqual(
		(await linter.found()).filter((line) => line.includes("dev-package")),
		[],
		"a stage nobody needs",
	);
});

test("packages that the command itself names are placed at their line of the RUN", async () => {
	await using server = await serveIndex({ flask: pure("flask", "3.0.0"), pip: pure("pip", "25.0") });
	await using linter = await linterOf({
		Dockerfile: `FROM python:3.11-slim\nRUN pip install --upgrade pip \\\n && pip install --no-cache-dir \\\n    flask==9.9.9 \\\n    aioconsul\nUSER 65532\n`,
	});
	const found = (await linter.found({ "index-url": server.url })).filter((line) => /package|version/.test(line));
	assert.deepEqual(found, [
		"error unknown-version Dockerfile:4:10",
		"error unknown-package Dockerfile:5:5",
		"note unpinned-package Dockerfile:5:5",
	]);
});

test("the index of the requirements file wins, several are queried together, and --no-index queries none", async () => {
	await using first = await serveIndex({ a: pure("a", "1.0") });
	await using second = await serveIndex({ b: pure("b", "1.0") });
	await using linter = await linterOf({
		Dockerfile: dockerfile(),
		"requirements.txt": `--extra-index-url ${second.url}\na==1.0\nb==1.0\nc==1.0\n`,
	});
	const online = { "index-url": first.url };
	assert.deepEqual(await linter.found(online), ["error unknown-package requirements.txt:4:1"]);
	await linter.repo.write({ "requirements.txt": `--index-url ${second.url}\na==1.0\nb==1.0\n` });
	assert.deepEqual(await linter.found(online), ["error unknown-package requirements.txt:2:1"]);
	await linter.repo.write({ "requirements.txt": "--extra-index-url http://127.0.0.1:1/\na==2.0\nc==1.0\n" });
	assert.deepEqual(await linter.found(online), [], "what nobody could ask may have it");
	const before = first.log.length + second.log.length;
	await linter.repo.write({ "requirements.txt": "--no-index\na==2.0\nx==1.0\n" });
	assert.deepEqual(await linter.found(online), []);
	await linter.repo.write({ "requirements.txt": "-f ./wheels\na==2.0\nx==1.0\n" });
	assert.deepEqual(await linter.found(online), [], "it may lie in the folder");
	assert.equal(first.log.length + second.log.length, before + 1);
});

test("a comment in the requirements file switches a rule off, and so does the catalog", async () => {
	const text =
		"# lucid-ignore: dev-package tests run in the image\npytest==7.4.3\nblack==23.1 # lucid-ignore: dev-package\nmypy==1.0\n";
	await using linter = await linterOf({ Dockerfile: dockerfile(), "requirements.txt": text });
	assert.deepEqual(await linter.found(), ["warning dev-package requirements.txt:4:1"]);
	await linter.repo.write({
		"lucid.yml":
			"version: 1\nproject: test\ndefaults:\n  lint:\n    rules: { dev-package: off }\nservices:\n  app: {}\n",
	});
	assert.deepEqual(await linter.found(), []);
});

test("what a step writes into the file, or installs only sometimes, is not a finding", async () => {
	await using linter = await linterOf({ "requirements.txt": "pytest==7.4.3\nbroken=1\n" });
	for (const [run, expected] of [
		["pip install -r requirements.txt", 2],
		["sed -i '/pytest/d' requirements.txt && pip install -r requirements.txt", 0],
		["grep -v pytest x > requirements.txt && pip install -r requirements.txt", 0],
		['if [ -n "$DEV" ]; then pip install -r requirements.txt; fi', 1],
	] as const) {
		await linter.repo.write({
			Dockerfile: dockerfile().replace("pip install --prefix /install -r requirements.txt", run),
		});
		const found = await linter.found();
		assert.equal(found.filter((line) => /dev-package|requirements-error/.test(line)).length, expected, run);
	}
});

test("an image that is made to run tests may hold what runs them", async () => {
	const text = dockerfile().replace("USER", 'ENTRYPOINT ["python", "-m", "pytest"]\nUSER');
	await using linter = await linterOf({ Dockerfile: text, "requirements.txt": "pytest==7.4.3\npytest-cov==4.0\n" });
	assert.deepEqual(
		(await linter.found()).filter((line) => line.includes("dev-package")),
		[],
	);
});

test("what the index has only for single platforms must not be installed on the build machine", async () => {
	await using server = await serveIndex({
		"obscure-native": native("obscure_native", "1.0", arm),
		easy: pure("easy", "1.0"),
	});
	const build = (from: string) => `FROM --platform=$BUILDPLATFORM ${from}@sha256:${"0".repeat(64)} AS builder
COPY requirements.txt /
RUN pip install --target /install -r /requirements.txt
FROM ${from}@sha256:${"0".repeat(64)}
COPY --from=builder /install /srv
ENV PYTHONPATH=/srv
USER 65532:65532
`;
	await using linter = await linterOf({
		Dockerfile: build("python:3.11-slim"),
		"requirements.txt": "obscure-native==1.0\neasy==1.0\n",
	});
	const { findings } = await linter.lint({ "index-url": server.url });
	assert.deepEqual(
		findings.map(({ code, at }) => `${code} ${at?.line}`),
		["native-on-build-platform 1"],
	);
	assert.match(findings[0]?.message ?? "", /^obscure-native:/);
	await linter.repo.write({ "requirements.txt": "easy==1.0\n" });
	assert.deepEqual(await linter.found({ "index-url": server.url }), []);
});
