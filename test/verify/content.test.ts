import assert from "node:assert/strict";
import { test } from "node:test";
import type { ImageFacts } from "../../src/model/oci/image-facts.ts";
import type { VerifySettings } from "../../src/model/service/service.ts";
import { pythonTarget } from "../../src/model/service/start-command.ts";
import { checkImage } from "../../src/stages/verify/check-image.ts";
import { type ImageBase, matchBase } from "../../src/stages/verify/checks/base.ts";
import { globMatcher } from "../../src/stages/verify/checks/files.ts";
import { growthVerdict } from "../../src/stages/verify/checks/growth.ts";
import { FileTreeBuilder } from "../../src/stages/verify/layers/file-tree.ts";
import { aSource } from "../build/support.ts";
import { aService } from "../support/documents.ts";
import { archive, elf, readLayer } from "./archive.ts";

const revision = { "org.opencontainers.image.revision": aSource.revision };

function factsOf(own: Partial<ImageFacts> = {}): ImageFacts {
	return {
		ref: "127.0.0.1:5000/api",
		digest: `sha256:${"1".repeat(64)}`,
		mediaType: "application/vnd.oci.image.manifest.v1+json",
		manifestSize: 1,
		attestations: [],
		platform: "linux/arm64",
		os: "linux",
		architecture: "arm64",
		env: {},
		exposedPorts: [],
		labels: revision,
		onbuild: [],
		annotations: {},
		diffIds: [],
		settings: {},
		history: [],
		layers: [],
		size: 1000,
		user: "1000:1000",
		...own,
	};
}

interface Case {
	readonly files?: Readonly<Record<string, string | Buffer>>;
	/** Names of files that may be executed. */
	readonly programs?: readonly string[];
	readonly facts?: Partial<ImageFacts>;
	readonly verify?: Partial<VerifySettings>;
	readonly base?: ImageBase;
	readonly imports?: (python: string) => { module: string; ok: boolean; message: string }[];
}

/** The failed checks, as `id: actual`. */
async function failed({ files = {}, programs = [], facts, verify, base, imports }: Case): Promise<readonly string[]> {
	const layer = await readLayer(await archive(files, ["--mode=a-x"]));
	const entries = layer.entries.map(([path, entry]) =>
		entry.kind === "file" && programs.includes(path)
			? ([path, { ...entry, mode: 0o755 }] as const)
			: ([path, entry] as const),
	);
	const { checks } = await checkImage({
		trees: new FileTreeBuilder(),
		facts: factsOf(facts),
		service: aService({ name: "api", verify: { labels: [], ...verify } }),
		source: aSource,
		platform: "linux/arm64",
		outcome: "built",
		wrongEntries: [],
		base: base ?? { kind: "image", name: "debian:bookworm-slim", through: [], by: "layers" },
		published: { why: "nothing is published" },
		layers: [{ ...layer, entries }],
		tryImports: async (python) => imports?.(python) ?? assert.fail("nothing is to be imported"),
	});
	return checks.filter(({ ok }) => !ok).map(({ id, actual }) => `${id}: ${actual}`);
}

test("a script leads to its interpreter through env and PATH, and a wrong interpreter is reported", async () => {
	const files = { "app/run": "#!/usr/bin/env -S python3 -u\n", "usr/bin/env": elf(183), "opt/bin/python3": elf(183) };
	const facts = { entrypoint: ["./run"], workingDir: "/app", env: { PATH: "/usr/bin:/opt/bin" } };
	const programs = Object.keys(files);
	assert.deepEqual(await failed({ files, programs, facts }), []);
	assert.deepEqual(await failed({ files, programs, facts: { ...facts, env: { PATH: "/usr/bin" } } }), [
		"entrypoint: ./run is a script, and python3 is not in the image",
	]);
	const wrong = { ...files, "opt/bin/python3": elf(62) };
	assert.deepEqual(await failed({ files: wrong, programs, facts }), [
		"entrypoint-machine: x86_64 (/opt/bin/python3)",
		"binaries: /opt/bin/python3 is x86_64",
	]);
	const circle = { "app/run": "#!/app/run\n" };
	assert.match((await failed({ files: circle, programs: ["app/run"], facts }))[0] ?? "", /form a cycle$/);
});

// anthropics/claude-quickstarts#196: "exec /run.sh: no such file or directory", for an existing file
test("a script with Windows line ends, a missing and a non-executable one are reported with every starter", async () => {
	const files = {
		"run.sh": "#!/bin/sh\r\nexec true\r\n",
		"env.sh": "#!/usr/bin/env bash\r\n",
		"ok.sh": "#!/bin/sh\n",
		"run.py": "#!/usr/bin/python3\r\n",
		...Object.fromEntries(
			["bin/sh", "bin/bash", "usr/bin/env", "usr/bin/tini", "usr/bin/python3", "usr/bin/node"].map((name) => [
				name,
				elf(183),
			]),
		),
	};
	const all = Object.keys(files).filter((name) => name !== "ok.sh");
	const started = async (entrypoint: readonly string[], more: Partial<ImageFacts> = {}, programs = all) =>
		(await failed({ files, programs, facts: { entrypoint, env: { PATH: "/bin:/usr/bin" }, ...more } }))[0] ?? "fine";
	const windows = /is a script whose first line ends with \\r \(Windows line ends\)/;
	for (const words of [
		["/run.sh"],
		["/env.sh"],
		["tini", "--", "/run.sh"],
		["/usr/bin/tini", "-g", "--", "/env.sh", "x"],
	])
		assert.match(await started(words), new RegExp(`^entrypoint: .*${windows.source}`), words.join(" "));
	assert.match(await started(["sh", "-e", "run.sh"]), new RegExp(`^entrypoint-module: .*${windows.source}`));
	assert.match(await started(["sh", "-c", "exec /run.sh"]), new RegExp(`^entrypoint: .*${windows.source}`));
	assert.equal(
		await started(["tini", "--", "/ok.sh"]),
		"entrypoint: /ok.sh is not executable for user 1000:1000 (mode 0644)",
	);
	assert.equal(await started(["tini", "--", "/gone.sh"]), "entrypoint: /gone.sh is not in the image");
	assert.equal(await started(["node", "server.js"]), "entrypoint-module: server.js is not in the image");
	assert.equal(await started(["python3", "x.py"]), "entrypoint-module: no such file");
	const inVolume = { workingDir: "/data", settings: { Volumes: { "/data": {} } } };
	for (const words of [
		["node", "server.js"],
		["python3", "x.py"],
		["sh", "x.sh"],
	])
		assert.equal(await started(words, inVolume), "fine", "the volume may bring it");
	for (const words of [
		["sh", "ok.sh"],
		["tini", "--", "python3", "run.py"],
		["sh", "-c", "cd /x && ./y"],
		["python3", "run.py"],
	])
		assert.equal(await started(words), "fine", words.join(" "));
	const check = async (...test: readonly string[]) => started(["sh", "ok.sh"], { healthcheck: { test } });
	for (const test of [
		["CMD", "/run.sh"],
		["CMD-SHELL", "/run.sh || exit 1"],
		["CMD", "sh", "/run.sh"],
	])
		assert.match(await check(...test), new RegExp(`^healthcheck-program: .*${windows.source}`), test.join(" "));
	assert.equal(await check("CMD", "python3", "/check.py"), "healthcheck-program: /check.py is not in the image");
	assert.equal(
		await check("CMD", "/ok.sh"),
		"healthcheck-program: /ok.sh is not executable for user 1000:1000 (mode 0644)",
	);
	assert.equal(await check("CMD", "sh", "/ok.sh"), "fine");
});

test("a program must be executable for the image's user, whose name is looked up in the image", async () => {
	const files = { run: elf(183), "etc/passwd": "root:x:0:0::/root:/x\nme:x:1000:1000::/home/me:/x\n" };
	const facts = { entrypoint: ["/run"] };
	const [why] = await failed({ files, facts });
	assert.match(why ?? "", /^entrypoint: \/run is not executable for user 1000:1000 \(mode 0644\)$/);
	assert.deepEqual(await failed({ files, programs: ["run"], facts: { ...facts, user: "me" } }), ["nonroot: me"]);
	assert.deepEqual(await failed({ files, programs: ["run"], facts: { ...facts, user: "0" } }), ["nonroot: 0"]);
});

test("allowed binaries and those for the kernel or for no machine pass", async () => {
	const files = {
		"opt/fw/a.bin": elf(40),
		"usr/lib/probe.o": elf(247),
		"usr/lib/none": elf(0),
		"usr/lib/ok.so": elf(183),
	};
	assert.deepEqual(await failed({ files }), ["binaries: /opt/fw/a.bin is armv7l"]);
	assert.deepEqual(await failed({ files, verify: { allow: ["/opt/fw"] } }), []);
});

test("shells are reported for a distroless base or by the catalog, links included, non-executable files not", async () => {
	const files = { "bin/busybox": elf(183), "bin/ash": "-> busybox", "opt/sh": "text", "usr/bin/pip3.11": "#!/x" };
	const programs = ["bin/busybox", "usr/bin/pip3.11"];
	const distroless: ImageBase = { kind: "image", name: "gcr.io/distroless/cc", through: ["base"], by: "layers" };
	assert.deepEqual(await failed({ files, programs }), []);
	assert.deepEqual(await failed({ files, programs, base: distroless, facts: { user: "65532" } }), [
		"no-shell: /bin/ash, /bin/busybox",
		"no-package-manager: /usr/bin/pip3.11",
	]);
	assert.deepEqual(await failed({ files, programs, verify: { checks: { "no-shell": "error" } } }), [
		"no-shell: /bin/ash, /bin/busybox",
	]);
});

test("a secret that a later layer removes is still reported", async () => {
	const [first, second] = await Promise.all(
		[{ "app/.env": "A=b" }, { "app/.wh..env": "" }].map(async (files) => readLayer(await archive(files))),
	);
	const { checks } = await checkImage({
		trees: new FileTreeBuilder(),
		facts: factsOf(),
		service: aService({ name: "api" }),
		source: aSource,
		platform: "linux/arm64",
		outcome: "built",
		wrongEntries: [],
		base: { kind: "scratch" },
		published: { why: "nothing" },
		layers: [first, second].filter((one) => one !== undefined),
		tryImports: async () => [],
	});
	const secret = checks.find(({ id }) => id === "secrets");
	assert.match(
		secret?.actual ?? "",
		/^\/app\/\.env \(an environment file, removed by a later layer but still there\)$/,
	);
});

test("credentials in history, environment and labels are reported by name, never by value, without public keys and paths", async () => {
	const facts = {
		env: {
			GPG_KEY: "E3FF2839C048B25C084DEBE9B26995E310250568",
			API_TOKEN: "sesame-open",
			PASSWORD_FILE: "/run/secrets/x",
		},
		labels: { ...revision, url: "https://me:pa55@example.org" },
		history: [{ createdBy: "RUN |1 NPM_TOKEN=abcdef1234 /bin/sh -c npm ci # buildkit", empty: false }],
	};
	const [found, ...more] = await failed({ facts });
	assert.deepEqual(more, []);
	assert.match(found ?? "", /^credentials: ENV API_TOKEN .*, label url .*, history step 1 holds a value of NPM_TOKEN$/);
	assert.doesNotMatch(found ?? "", /sesame|pa55|abcdef/);
});

test("imports run with the Python that the image starts, and each failure is reported", async () => {
	const files = { "venv/bin/python": "-> /usr/bin/python3", "usr/bin/python3": elf(183) };
	const commands: string[] = [];
	const imports = (python: string) => {
		commands.push(python);
		return [{ module: "a.b", ok: false, message: "ModuleNotFoundError: No module named 'a'" }];
	};
	const facts = { entrypoint: ["/venv/bin/python", "-c", "pass"] };
	const verify = { imports: ["a.b"] };
	assert.deepEqual(await failed({ files, programs: ["usr/bin/python3"], facts, verify, imports }), [
		"import: ModuleNotFoundError: No module named 'a'",
	]);
	assert.deepEqual(commands, ["/venv/bin/python"]);
	assert.deepEqual(await failed({ verify }), ["import: there is no Python in the image"]);
});

test("Python's search path follows Debian, other distributions, virtual environments and path files", async () => {
	const metadata = "pkg-1.0.dist-info/METADATA";
	const python = { "usr/bin/python3": "-> python3.12", "usr/bin/python3.12": elf(183) };
	const programs = ["usr/bin/python3.12"];
	const facts = { entrypoint: ["python3", "-m", "pkg"] };
	const site = "usr/lib/python3.12/site-packages";
	const packages = { [`${site}/${metadata}`]: "", [`${site}/pkg/__main__.py`]: "" };
	const debian = await failed({ files: { ...python, ...packages }, programs, facts });
	assert.deepEqual(
		debian.map((one) => one.split(":")[0]),
		["entrypoint-module", "python-packages"],
	);
	const alpine = { "etc/os-release": 'NAME="Alpine Linux"\nID=alpine\n' };
	assert.deepEqual(await failed({ files: { ...python, ...packages, ...alpine }, programs, facts }), []);
	const local = { "usr/local/lib/python3.12/dist-packages/pkg.py": "" };
	assert.deepEqual(await failed({ files: { ...python, ...local }, programs, facts }), []);
	const venv = { "venv/bin/python": "-> /usr/bin/python3.12", [`venv/lib/python3.12/site-packages/${metadata}`]: "" };
	const there = { "venv/lib/python3.12/site-packages/pkg/__main__.py": "" };
	const started = { entrypoint: ["/venv/bin/python", "-m", "pkg"] };
	assert.deepEqual(await failed({ files: { ...python, ...venv, ...there }, programs, facts: started }), []);
	const editable = { "usr/lib/python3/dist-packages/__editable__.pkg.pth": "/src" };
	assert.deepEqual(await failed({ files: { ...python, ...editable }, programs, facts }), []);
});

test("arguments after a Python script belong to the script", async () => {
	const files = { "usr/bin/uvicorn": "#!/usr/bin/python3\n", "usr/bin/python3": elf(183) };
	const facts = { entrypoint: ["uvicorn", "main:app", "-m", "nothing"] };
	assert.deepEqual(await failed({ files, programs: Object.keys(files), facts }), []);
});

test("the script or module is found after Python's options", () => {
	const task = (line: string) => pythonTarget(line.split(" "));
	assert.deepEqual(task("-m controller.main --port 8500"), { kind: "module", name: "controller.main" });
	assert.deepEqual(task("-u -W ignore -m app"), { kind: "module", name: "app" });
	assert.deepEqual(task("-um app"), { kind: "module", name: "app" });
	assert.deepEqual(task("-X dev -O /app/main.py -m x"), { kind: "file", name: "/app/main.py" });
	assert.equal(task("-c pass -m x"), undefined);
	assert.equal(pythonTarget([]), undefined);
});

test("the base has the longest prefix of layers, with any compression", () => {
	const facts = (...digests: string[]) => ({
		layers: digests.map((digest) => ({ mediaType: "x", digest, size: 1 })),
		diffIds: digests.map((digest) => `diff-${digest}`),
	});
	const debian = { name: "debian", kind: "outside", facts: facts("a") } as const;
	const python = { name: "python", kind: "outside", facts: facts("a", "b") } as const;
	const base = { name: "python-base", kind: "catalog", facts: facts("a", "b", "c") } as const;
	const image = { ...facts("a", "b", "c", "d"), labels: {} };
	const all = [debian, base, python];
	assert.deepEqual(matchBase(image, all, []), {
		kind: "image",
		name: "python",
		through: ["python-base"],
		by: "layers",
	});
	const repacked = { ...image, layers: facts("A", "B", "C", "D").layers };
	assert.deepEqual(matchBase(repacked, [debian], []), { kind: "image", name: "debian", through: [], by: "layers" });
	const other = { ...facts("x", "a", "b"), labels: {} };
	assert.deepEqual(matchBase(other, all, []), { kind: "scratch" });
	assert.deepEqual(matchBase(other, all, ["go cannot be read"]), { kind: "unknown", why: "go cannot be read" });
	const labelled = { ...other, labels: { "org.opencontainers.image.base.name": "acme/base:1" } };
	assert.deepEqual(matchBase(labelled, all, []), { kind: "image", name: "acme/base:1", through: [], by: "label" });
});

test("growth names the grown layers by their instructions, and is limited by share or bytes", () => {
	const sized = (sizes: Readonly<Record<string, number>>) => ({
		size: Object.values(sizes).reduce((sum, one) => sum + one, 0),
		layers: Object.values(sizes).map((size) => ({ mediaType: "x", digest: "y", size })),
		history: [
			{ createdBy: "ENV A=b", empty: true },
			...Object.keys(sizes).map((createdBy) => ({ createdBy: `${createdBy} # buildkit`, empty: false })),
		],
	});
	const before = sized({ "ADD rootfs.tar /": 10e6, "COPY app/ /app/": 1e6, "COPY old/ /": 2e6 });
	const now = sized({ "ADD rootfs.tar /": 10e6, "COPY app/ /app/": 4e6, "COPY models/ /m/": 6e6 });
	const verdict = growthVerdict(now, before, "latest", undefined);
	assert.equal(verdict.ok, false);
	assert.equal(verdict.actual, "+7.0 MB: +6.0 MB COPY models/ /m/ (new), +3.0 MB COPY app/ /app/");
	assert.equal(verdict.expected, "at most 25 % more than latest (13.0 MB)");
	assert.equal(growthVerdict(now, before, "latest", { kind: "bytes", most: 8e6 }).ok, true);
	assert.equal(growthVerdict(before, now, "latest", { kind: "bytes", most: 1 }).actual, "-7.0 MB");
});

test("in patterns `*` stays within a folder, `**` does not, and a folder matches everything below it", () => {
	const matches = globMatcher(["/opt/*/bin", "gcr.io/distroless/*", "/a/**/z.so"]);
	for (const path of ["/opt/x/bin", "/opt/x/bin/sh", "gcr.io/distroless/cc:nonroot", "/a/b/c/z.so"])
		assert.ok(matches(path), path);
	for (const path of ["/opt/x/y/bin", "/opt/x/binary", "gcr.io/other/cc", "/a/z_so"]) assert.ok(!matches(path), path);
});
