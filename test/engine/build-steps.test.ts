import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import type { BuildResult } from "../../src/model/documents/build.ts";
import { host } from "../build/engine-build.ts";
import { type PrivateBuilder, privateBuilder } from "../build/private-builder.ts";
import { executed, plainBuild } from "../build/steps.ts";
import { baseOf, shell } from "../dockerfile/bases.ts";
import { makeRepo, type Repo } from "../support/repo.ts";

/**
 * The judge is `docker buildx build`: after each change to a repository both run on builders of their own, and the
 * steps that each ran are compared. Every `lucid build` is forced, so that the plan spares nothing.
 */

const root = path.join(import.meta.dirname, "../..");
const platform = process.arch === "arm64" ? "linux/arm64" : "linux/amd64";
const place = `${host}/lucid-test/steps-${randomBytes(4).toString("hex")}`;
const services = ["base", "api", "files"] as const;
type Steps = Readonly<Record<(typeof services)[number], readonly string[]>>;

const files = {
	"lucid.yml": catalog("first"),
	"README.md": "A repository.\n",
	"base/Dockerfile": `FROM ${place}/outside:1\nWORKDIR /opt/base\nCOPY ca.crt .\nRUN cat ca.crt >made.txt\n`,
	"base/ca.crt": "certificate\n",
	// As FastAPI services have it: installed in one stage, run in another.
	"api/Dockerfile": [
		`FROM base AS builder`,
		`WORKDIR /build`,
		`COPY api/requirements.txt .`,
		`RUN --mount=type=cache,target=/root/.cache cat requirements.txt >/deps.txt`,
		`FROM ${place}/outside:1 AS runtime`,
		`WORKDIR /app`,
		`COPY --from=builder /deps.txt /deps/`,
		`COPY --link api/app/ ./app/`,
		`RUN --mount=type=bind,source=api/app,target=/src ls /src >/app/list.txt`,
		`FROM runtime AS development`,
		`RUN touch /never`,
		"",
	].join("\n"),
	"api/requirements.txt": "fastapi==0.111.0\n",
	"api/app/main.py": "print('one')\n",
	"files/Dockerfile": [
		`FROM ${shell} AS made`,
		`WORKDIR /made/by/workdir`,
		`ADD data/ data/`,
		`COPY <<EOF here.conf`,
		`mode=1`,
		`EOF`,
		`RUN <<EOF`,
		`cat here.conf data/* >all.txt`,
		`EOF`,
		`FROM scratch`,
		`COPY --from=made /made/by/workdir/ /made/`,
		`WORKDIR /work`,
		`ADD --chown=1000 data/one.txt one.txt`,
		"",
	].join("\n"),
	"files/data/one.txt": "one\n",
};

function catalog(team: string): string {
	return JSON.stringify({
		version: 1,
		project: "steps",
		image: `${place}/{{name}}`,
		defaults: { platforms: [platform], labels: { "com.acme.team": team } },
		services: {
			base: { context: "base" },
			api: { context: ".", dockerfile: "api/Dockerfile", target: "runtime", contexts: { base: "target:base" } },
			files: { context: "files" },
		},
	});
}

let ours: PrivateBuilder;
let plain: PrivateBuilder;
let repo: Repo;
let out: string;
let clock = Date.parse("2026-01-01T00:00:00Z") / 1000;

before(async () => {
	ours = await privateBuilder();
	plain = await privateBuilder();
	out = await mkdtemp(path.join(tmpdir(), "lucid-steps-"));
	repo = await makeRepo(files);
	await pushOutside("first");
});

after(async () => {
	for (const one of [ours, plain, repo]) await one[Symbol.asyncDispose]();
	await rm(out, { recursive: true, force: true });
});

/** The base image that is not of the catalog. */
async function pushOutside(text: string, ...more: readonly string[]): Promise<void> {
	await using outside = await makeRepo({ Dockerfile: `FROM ${baseOf(shell)}\nCOPY text /\n`, text });
	const args = [`--platform=${platform}`, `--tag=${place}/outside:1`, "--push", ...more, "."];
	await plainBuild([`--builder=${plain.name}`, ...args], outside.root);
}

/** Commits everything, a day after the last commit. */
async function commit(folder: string): Promise<void> {
	clock += 86_400;
	const date = `${clock} +0000`;
	const env = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
	for (const args of [
		["add", "--all"],
		[...identity, "commit", "--quiet", "--allow-empty", "--message=change"],
	]) {
		const { exitCode, stderr } = await exec(["git", ...args], { cwd: folder, env });
		assert.equal(exitCode, 0, stderr);
	}
}

const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false"];

async function lucid(folder: string, ...more: readonly string[]): Promise<Steps> {
	const argv = [process.execPath, path.join(root, "dist/lucid.js"), "build", "--force", "--json"] as const;
	const args = [`--builder=${ours.name}`, `--out=${out}`, "--event=push:main", ...more];
	const { exitCode, stdout, stderr } = await exec([...argv, ...args], {
		cwd: folder,
		// Another one at each commit, as a build script may set it.
		env: { SOURCE_DATE_EPOCH: String(clock) },
	});
	assert.equal(exitCode, 0, stderr + stdout.slice(0, 2000));
	const { images } = JSON.parse(stdout) as BuildResult;
	assert.deepEqual(
		images.flatMap(({ warnings = [] }) => warnings),
		[],
	);
	const steps = (name: string) => images.find(({ service }) => service === name)?.steps ?? assert.fail(name);
	return { base: executed(steps("base")), api: executed(steps("api")), files: executed(steps("files")) };
}

/** The same images, one `docker buildx build` after another. `cache`: arguments for the cache of each. */
async function buildx(folder: string, cache: (name: string) => readonly string[] = () => []): Promise<Steps> {
	const { stdout } = await exec(["git", "rev-parse", "HEAD"], { cwd: folder });
	const build = (name: string, ...args: readonly string[]) =>
		plainBuild(
			[
				...[`--builder=${plain.name}`, `--platform=${platform}`, `--tag=${place}/plain-${name}:1`, "--push"],
				...[`--label=org.opencontainers.image.revision=${stdout.trim()}`, ...cache(name), ...args],
			],
			folder,
		);
	const own = `--build-context=base=docker-image://${place}/plain-base:1`;
	return {
		base: await build("base", "base"),
		api: await build("api", "--file=api/Dockerfile", "--target=runtime", own, "."),
		files: await build("files", `--build-context=${shell}=docker-image://${baseOf(shell)}`, "files"),
	};
}

const counts = (steps: Steps) => services.map((name) => steps[name].length);

/** Both build the folder as it is; they must run the same steps, and as many for each service as the test expects. */
async function both(expected?: readonly number[], folder = repo.root): Promise<void> {
	await commit(folder);
	const [a, b] = [await lucid(folder), await buildx(folder)];
	assert.deepEqual(a, b);
	assert.deepEqual(counts(a), expected ?? counts(b));
}

describe("lucid build runs the steps that docker buildx build runs, and no more", { concurrency: 1 }, () => {
	test("at the first build, all of them", () => both([3, 8, 7]));

	test("at a new commit that changes nothing, none", async () => {
		await repo.write({ "README.md": "Another text.\n" });
		await both([0, 0, 0]);
	});

	test("after a changed line of code, what comes after its COPY", async () => {
		await repo.write({ "api/app/main.py": "print('two')\n" });
		await both([0, 3, 0]);
	});

	test("after changed requirements, the installation and what holds it", async () => {
		await repo.write({ "api/requirements.txt": "fastapi==0.112.0\n" });
		await both([0, 5, 0]);
	});

	test("after a changed file of an image of the catalog, also what is FROM it", async () => {
		await repo.write({ "base/ca.crt": "another certificate\n" });
		await both([2, 3, 0]);
	});

	test("after a changed base image, all that is FROM it", async () => {
		await pushOutside("second");
		await both([3, 7, 0]);
	});

	test("after a changed label of the catalog, none", async () => {
		await repo.write({ "lucid.yml": catalog("second") });
		await both([0, 0, 0]);
	});

	test("on another branch, none", async () => {
		await repo.git("switch", "--quiet", "--create=another");
		await both([0, 0, 0]);
	});

	test("from a clone in another folder, none", async () => {
		const clone = path.join(out, "clone");
		await repo.git("clone", "--quiet", repo.root, clone);
		await both([0, 0, 0], clone);
	});

	for (const kind of ["registry", "local"] as const)
		test(`on an empty builder with an imported ${kind} cache, what a changed line needs`, async () => {
			const folder = path.join(out, "cache");
			const options = [`--cache-type=${kind}`, ...(kind === "local" ? [`--cache-folder=${folder}`] : [])];
			const where = (name: string, key: "src" | "dest") =>
				kind === "registry"
					? `type=registry,ref=${place}/plain-${name}:cache`
					: `type=local,${key}=${path.join(folder, `plain-${name}`)}`;
			const cache = (name: string) => [
				`--cache-from=${where(name, "src")}`,
				`--cache-to=${where(name, "dest")},mode=max`,
			];
			await lucid(repo.root, ...options);
			await buildx(repo.root, cache);
			for (const [change, expected] of [
				[{}, [0, 0, 0]],
				[{ "api/app/main.py": `print('${kind}')\n` }, [0, 3, 0]],
			] as const) {
				for (const builder of [ours, plain]) await builder.prune();
				await repo.write(change);
				await commit(repo.root);
				const [a, b] = [await lucid(repo.root, ...options), await buildx(repo.root, cache)];
				assert.deepEqual(a, b);
				assert.deepEqual(counts(a), expected);
			}
		});

	test("after a base image that has another digest and the same layers, what BuildKit makes of that", async () => {
		await pushOutside("second", "--label=com.acme.built=again");
		await both();
	});
});
