// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import assert from "node:assert/strict";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { dockerfileReader } from "../../src/adapters/files/files-below.ts";
import { gitIn } from "../../src/adapters/git/git.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import type { BaseConfig } from "../../src/model/dockerfile/dockerfile.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { planOf } from "../dockerfile/project.ts";
import { makeRepo, type Repo } from "../support/repo.ts";

const catalog = (services: Readonly<Record<string, object>>) =>
	JSON.stringify({
		version: 1,
		project: "shop",
		image: "shop/{{name}}",
		defaults: { platforms: ["linux/amd64"] },
		services,
	});

/** One service, `web`, whose context is the folder `web`; and one that is in order. */
const shop = (dockerfile: string, more: Readonly<Record<string, string>> = {}) =>
	makeRepo({
		"lucid.yml": catalog({ web: { context: "web" }, other: { context: "other" } }),
		"web/Dockerfile": dockerfile,
		"web/app.py": "app\n",
		"web/lib/util.py": "util\n",
		"web/README.md": "text\n",
		"other/Dockerfile": "FROM scratch\nCOPY x /\n",
		"other/x": "x\n",
		...more,
	});

const plan = (repo: Repo, options: Parameters<typeof planOf>[2] = {}) =>
	planOf(repo.root, (ref) => ref, { git: gitIn(repo.root, exec), ...options });

const imageOf = (made: Plan, name: string) => {
	const found = made.images.find(({ service }) => service === name);
	assert.ok(found, name);
	return found;
};
const print = async (...args: Parameters<typeof plan>) => imageOf(await plan(...args), "web").fingerprint;
const parts = async (...args: Parameters<typeof plan>) =>
	imageOf(await plan(...args), "web").components.map(({ name }) => name);

/** Registry with one image, `python:3`; and the requests to it. */
function base(config: Partial<BaseConfig>) {
	const asked: string[] = [];
	const readBaseConfig = async (ref: string, platform: string) => {
		asked.push(`${ref} ${platform}`);
		return { env: {}, onbuild: [], ...config };
	};
	return { asked, readBaseConfig };
}

test("ONBUILD of an outside base brings files of the service's own context", async () => {
	await using repo = await shop("FROM python:3\nCMD run\n");
	const { readBaseConfig } = base({ onbuild: ["COPY app.py /app/", "RUN true"] });
	assert.deepEqual(await parts(repo), ["Dockerfile", "args", "settings", "python:3"]);
	assert.deepEqual(await parts(repo, { readBaseConfig }), [
		"Dockerfile",
		"COPY app.py",
		"args",
		"settings",
		"python:3",
	]);
	const before = await print(repo, { readBaseConfig });
	await repo.write({ "web/README.md": "other\n" });
	assert.equal(await print(repo, { readBaseConfig }), before);
	await repo.write({ "web/app.py": "other\n" });
	assert.notEqual(await print(repo, { readBaseConfig }), before);
});

test("ENV of an outside base is known in paths; without it the whole context counts", async () => {
	await using repo = await shop("FROM python:3\nCOPY ${SOURCE}/util.py /\n");
	assert.deepEqual(await parts(repo), ["Dockerfile", "the whole context", "args", "settings", "python:3"]);
	const { readBaseConfig } = base({ env: { SOURCE: "lib" } });
	assert.deepEqual(await parts(repo, { readBaseConfig }), [
		"Dockerfile",
		"COPY lib/util.py",
		"args",
		"settings",
		"python:3",
	]);
});

test("only bases of stages that take part are requested, and each once", async () => {
	await using repo = await shop(
		"FROM alpine:3 AS unused\nFROM --platform=$BUILDPLATFORM node:24 AS made\nFROM python:3\nCOPY --from=made /x /\nCOPY --from=busybox:1 /y /\n",
	);
	const { asked, readBaseConfig } = base({});
	await plan(repo, { readBaseConfig });
	assert.deepEqual(asked.sort(), ["node:24 linux/amd64", "python:3 linux/amd64"]);
});

test("a trigger that copies from a stage makes that stage, and its base, take part", async () => {
	await using repo = await shop("FROM node:24 AS assets\nCOPY lib /\nFROM python:3\n");
	const { asked } = base({});
	const readBaseConfig = async (ref: string) => {
		asked.push(ref);
		return { env: {}, onbuild: ref === "python:3" ? ["COPY --from=assets / /assets/"] : [] };
	};
	assert.deepEqual(await parts(repo, { readBaseConfig }), [
		"Dockerfile",
		"COPY lib",
		"args",
		"settings",
		"node:24",
		"python:3",
	]);
	assert.deepEqual(asked, ["python:3", "node:24"]);
});

test("ONBUILD of an image of the same catalog brings files of the service that is built from it", async () => {
	await using repo = await shop("FROM shop/other\n", {
		"other/Dockerfile": "FROM scratch AS base\nONBUILD COPY app.py /app/\nFROM base AS last\nCOPY x /\n",
		"lucid.yml": catalog({ web: { context: "web" }, other: { context: "other", target: "base" } }),
	});
	assert.deepEqual(await parts(repo), ["Dockerfile", "COPY app.py", "args", "settings", "other"]);
});

test("a stage is known by its place: its name does not count, and which one a number means does", async () => {
	const stages = (unused: string, name: string) =>
		`${unused}FROM scratch AS one\nCOPY app.py /\nFROM scratch AS ${name}\nCOPY lib /\nFROM scratch\nCOPY --from=one / /a/\nCOPY --from=${name} / /b/\n`;
	await using repo = await shop(stages("", "two"));
	const before = await print(repo);
	await repo.write({ "web/Dockerfile": stages("FROM scratch AS unused\nCOPY . /\n\n", "second") });
	assert.equal(await print(repo), before);

	const numbered = `${stages("FROM scratch AS unused\n", "two")}COPY --from=1 / /c/\n`;
	await repo.write({ "web/Dockerfile": numbered });
	const first = await print(repo);
	await repo.write({ "web/Dockerfile": numbered.replace("FROM scratch AS unused\n", "") });
	assert.notEqual(await print(repo), first, "number 1 is the stage `two` now");
});

test("of two identical instructions, the excluded files of each count, and only those", async () => {
	await using repo = await shop("FROM scratch\nCOPY . /a/\nCOPY . /b/\n");
	const before = await print(repo);
	await repo.write({
		"web/Dockerfile": "FROM scratch\nCOPY . /a/\nCOPY --exclude=*.none . /b/\n",
		"web/.dockerignore": "Dockerfile\n.dockerignore\n",
	});
	const nothing = await print(repo);
	await repo.write({ "web/Dockerfile": "FROM scratch\nCOPY . /a/\nCOPY . /b/\n" });
	assert.equal(await print(repo), nothing);
	await repo.write({ "web/Dockerfile": "FROM scratch\nCOPY . /a/\nCOPY --exclude=*.py . /b/\n" });
	const second = await print(repo);
	await repo.write({ "web/Dockerfile": "FROM scratch\nCOPY --exclude=*.py . /a/\nCOPY . /b/\n" });
	assert.equal(new Set([before, nothing, second, await print(repo)]).size, 4);
});

test("an arg that BuildKit reads by itself counts without being declared, and is passed on", async () => {
	await using repo = await shop("FROM scratch\nARG TARGETARCH\nCOPY lib-$TARGETARCH /\n", {
		"web/lib-mine/x": "x",
		"lucid.yml": catalog({ web: { context: "web", args: { TARGETARCH: "mine", UNUSED: "x" } } }),
	});
	const made = imageOf(await plan(repo), "web");
	assert.deepEqual(made.args, { TARGETARCH: "mine" });
	assert.ok(made.components.some(({ name }) => name === "COPY lib-mine"));
});

/** Faults by the files that cause them; each is reported at its place, and the other service is planned. */
const mistakes: Readonly<Record<string, { dockerfile?: string; files?: Record<string, string>; say: string[] }>> = {
	"a Dockerfile that does not parse": {
		dockerfile: "FROM scratch\nCOPPY app.py /\nCOPY app.py\n",
		say: ["web/Dockerfile:2 dockerfile/syntax", "web/Dockerfile:3 dockerfile/syntax"],
	},
	"a malformed pattern in an ignore file": {
		files: { "web/.dockerignore": "*.md\n[a-\n!\n" },
		say: ["web/.dockerignore:2 dockerfile/ignore-pattern", "web/.dockerignore:3 dockerfile/ignore-pattern"],
	},
	"a malformed pattern in a COPY": {
		dockerfile: "FROM scratch\nCOPY [a- /\n",
		say: ["web/Dockerfile:2 dockerfile/source-pattern"],
	},
	"a file that is not there": {
		dockerfile: "FROM scratch\nCOPY gone.py /\n",
		say: ["web/Dockerfile:2 dockerfile/missing-source"],
	},
	"a link that leaves the context": {
		dockerfile: "FROM scratch\nCOPY out /\n",
		files: { "web/out": "-> ../other/x" },
		say: ["web/Dockerfile:2 dockerfile/link-outside"],
	},
	"a link to nothing": {
		dockerfile: "FROM scratch\nCOPY app.py /\nCOPY out /\n",
		files: { "web/out": "-> gone" },
		say: ["web/Dockerfile:3 dockerfile/missing-source"],
	},
	"links in a loop": {
		dockerfile: "FROM scratch\nCOPY one /\n",
		files: { "web/one": "-> two", "web/two": "-> one" },
		say: ["web/Dockerfile:2 dockerfile/link-loop"],
	},
	"a name that is neither a stage nor an image": {
		dockerfile: "FROM scratch\nCOPY --from=No / /\n",
		say: ["web/Dockerfile:2 dockerfile/from"],
	},
};

const problemsOf = (made: Plan) => {
	const { decision } = imageOf(made, "web");
	assert.equal(imageOf(made, "other").decision.kind, "build");
	return decision.kind === "blocked" ? decision.problems.map(({ at, code }) => `${at?.file}:${at?.line} ${code}`) : [];
};

for (const [name, { dockerfile = "FROM scratch\nCOPY . /\n", files = {}, say }] of Object.entries(mistakes))
	test(`located, and one service's own: ${name}`, async () => {
		await using repo = await shop(dockerfile, files);
		assert.deepEqual(problemsOf(await plan(repo)), say);
	});

test("located, and one service's own: a pipe", async () => {
	await using repo = await shop("FROM scratch\nCOPY lib /\n");
	await repo.commit();
	await mkdir(path.join(repo.root, "web/lib/new"));
	await exec(["mkfifo", path.join(repo.root, "web/lib/new/pipe")]);
	assert.deepEqual(problemsOf(await plan(repo)), ["web/Dockerfile:2 dockerfile/special-file"]);
});

test("located, and one service's own: a Dockerfile that is gone when it is read", async () => {
	await using repo = await shop("FROM scratch\n");
	const readText = async (name: string) => (name === "web/Dockerfile" ? undefined : dockerfileReader(repo.root)(name));
	const made = await plan(repo, { readText });
	assert.deepEqual(problemsOf(made), ["lucid.yml:1 dockerfile/missing"]);
});

test("located, and one service's own: an ignore file that cannot be read", async () => {
	await using repo = await shop("FROM scratch\nCOPY . /\n", { "web/.dockerignore": "-> .dockerignore" });
	const made = await plan(repo);
	assert.deepEqual(problemsOf(made), ["web/.dockerignore:undefined dockerfile/unreadable"]);
});

test("an ignore file that is a folder does not count, as for the engine", async () => {
	await using repo = await shop("FROM scratch\nCOPY . /\n", { "web/.dockerignore/x": "x" });
	assert.deepEqual(problemsOf(await plan(repo)), []);
});

test("located, and one service's own: files that are gone when they are read", async () => {
	await using repo = await shop("FROM scratch\nCOPY app.py /\nCOPY lib /lib/\n");
	const beforeHash = async () => {
		await rm(path.join(repo.root, "web/app.py"));
		await rm(path.join(repo.root, "web/lib/util.py"));
		await mkdir(path.join(repo.root, "web/lib/util.py"));
	};
	const made = await plan(repo, { beforeHash });
	assert.deepEqual(problemsOf(made), [
		"web/Dockerfile:2 dockerfile/unreadable",
		"web/Dockerfile:3 dockerfile/unreadable",
	]);
	const { decision } = imageOf(made, "web");
	assert.match(decision.kind === "blocked" ? (decision.problems[0]?.why ?? "") : "", /ENOENT/);
});
