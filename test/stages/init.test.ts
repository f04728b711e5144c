// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how workflows write expressions
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { init } from "../../src/stages/init/stage.ts";
import { lint } from "../../src/stages/lint/stage.ts";
import { plan } from "../../src/stages/plan/stage.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import { UserError } from "../../src/util/errors.ts";
import { emptyRegistry } from "../cli/empty-registry.ts";
import { errorsOf } from "../github/workflow-errors.ts";
import { makeRepo } from "../support/repo.ts";

const api =
	'FROM scratch\nCOPY main /\nEXPOSE 8000\nUSER 1\nHEALTHCHECK CMD ["/main", "http://localhost:8000/health"]\nENTRYPOINT ["/main"]\n';

/** Without an engine, and with a folder of its own for what stages write. */
function asked(root: string, raw: RawValues = {}) {
	const world: StageContext = {
		exec,
		docker: dockerWith(async () => {
			throw new Error("there is no docker command");
		}),
		env: { HOME: root },
		cwd: root,
		progress: () => undefined,
		signal: new AbortController().signal,
		log: () => undefined,
		now: () => 0,
	};
	return [parseOptions({ out: path.join(root, ".git/out"), ...raw }, world), world] as const;
}

const problemsOf = async (run: Promise<unknown>) => {
	const error = await run.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	assert.ok(error instanceof UserError, String(error));
	return error.problems.map(({ code }) => code);
};

test("in a repository of its own it writes a catalog that lint and plan take, and two workflows", async () => {
	await using repo = await makeRepo({ "api/Dockerfile": api, "api/main": "x" });
	await repo.chmod("api/main", 0o755);
	await repo.git("remote", "add", "origin", "git@github.com:Acme/Shop.git");
	await repo.commit();
	const made = await init(...asked(repo.root));
	assert.deepEqual(made.files, [
		{ path: "lucid.yml", state: "written" },
		{ path: ".github/workflows/images.yml", state: "written" },
		{ path: ".github/workflows/images-nightly.yml", state: "written" },
	]);
	assert.deepEqual(made.services, [
		{
			...{
				name: "api",
				dockerfile: "api/Dockerfile",
				context: "api",
				planned: false,
				ports: ["8000"],
				health: "/health",
				needs: [],
			},
			guesses: { context: "what it copies", ports: "EXPOSE", health: "HEALTHCHECK" },
		},
	]);
	const text = await readFile(path.join(repo.root, "lucid.yml"), "utf8");
	assert.match(text, /^# yaml-language-server: \$schema=https:\/\/\S+\/schema\/catalog\.v1\.json\n/);
	assert.match(text, /^registry: ghcr\.io\/acme\/shop # guessed from the remote of this repository$/m);
	await using registry = await emptyRegistry("nothing");
	const found = await lint(...asked(repo.root, { offline: true, "build-checks": "off" }));
	assert.deepEqual(
		found.findings.filter(({ severity }) => severity === "error"),
		[],
	);
	const planned = await plan(...asked(repo.root, { registry: registry.host }));
	assert.deepEqual(
		planned.images.map(({ service, decision }) => [service, decision.kind]),
		[["api", "build"]],
	);
	for (const name of ["images.yml", "images-nightly.yml"]) {
		const workflow = await readFile(path.join(repo.root, ".github/workflows", name), "utf8");
		assert.ok(workflow.trimEnd().split("\n").length <= 16, `${name} is longer than a screenful`);
		assert.deepEqual(await errorsOf(name, workflow), []);
		const { jobs } = parse(workflow) as { jobs: { images: { uses: string; permissions: unknown } } };
		// GitHub starts no workflow whose caller allows less than it requires: the permissions of the examples are enough.
		const example = await readFile(
			path.join(import.meta.dirname, "../../examples/workflows", name === "images.yml" ? "push.yml" : "nightly.yml"),
			"utf8",
		);
		assert.deepEqual(jobs.images.permissions, (parse(example) as { jobs: typeof jobs }).jobs.images.permissions);
		assert.match(jobs.images.uses, /^lucid\/build-action\/\.github\/workflows\/(build|nightly)\.yml@v1$/);
	}
});

test("it never writes over a file: a catalog stops it, a workflow is kept", async () => {
	await using repo = await makeRepo({
		"api/Dockerfile": api,
		"api/main": "",
		".github/workflows/images.yml": "mine\n",
	});
	const made = await init(...asked(repo.root));
	assert.deepEqual(
		made.files.map(({ state }) => state),
		["written", "kept", "written"],
	);
	assert.equal(await readFile(path.join(repo.root, ".github/workflows/images.yml"), "utf8"), "mine\n");
	await repo.write({ "lucid.yml": "my own\n" });
	assert.deepEqual(await problemsOf(init(...asked(repo.root))), ["init/exists"]);
	assert.equal(await readFile(path.join(repo.root, "lucid.yml"), "utf8"), "my own\n");
	// A broken link counts as existing, too.
	await using other = await makeRepo({ "api/Dockerfile": api, "api/main": "", "lucid.yml": "-> /nowhere" });
	assert.deepEqual(await problemsOf(init(...asked(other.root))), ["init/exists"]);
});

test("with --dry-run it shows all of it and writes nothing, also where there is a catalog", async () => {
	await using repo = await makeRepo({ "api/Dockerfile": api, "api/main": "", "lucid.yml": "mine\n" });
	const made = await init(...asked(repo.root, { "dry-run": true }));
	assert.deepEqual(
		made.files.map(({ state }) => state),
		["shown", "shown", "shown"],
	);
	assert.match(made.files[0]?.text ?? "", /services:\n {2}api:/);
	assert.equal((await repo.git("status", "--porcelain")).includes(".github"), false);
});

test("a repository with nothing to build, and an import that is not there, are mistakes with a fix", async () => {
	await using repo = await makeRepo({ "tests/Dockerfile": api });
	assert.deepEqual(await problemsOf(init(...asked(repo.root))), ["init/nothing"]);
	assert.deepEqual(await problemsOf(init(...asked(repo.root, { from: ["gone.md"] }))), ["init/from"]);
});

test("files that git ignores do not count: no Dockerfile, and no value of .env", async () => {
	await using repo = await makeRepo({
		".gitignore": ".env\nbuild/\n",
		".env": "PASSWORD=hunter2\n",
		"build/Dockerfile": api,
		"api/Dockerfile": api,
		"api/main": "",
		"compose.yaml": "services:\n  api:\n    build: api\n    environment: { PASSWORD: '${PASSWORD}' }\n",
	});
	const made = await init(...asked(repo.root));
	assert.deepEqual(
		made.services.map(({ name }) => name),
		["api"],
	);
	assert.doesNotMatch(await readFile(path.join(repo.root, "lucid.yml"), "utf8"), /hunter2/);
	assert.match(made.check.join("\n"), /api: Compose takes PASSWORD from its environment/);
});

test("below the repository's root the workflows stand at the root, and name the catalog", async () => {
	await using repo = await makeRepo({ "shop/api/Dockerfile": api, "shop/api/main": "" });
	const made = await init(...asked(path.join(repo.root, "shop"), { out: path.join(repo.root, ".git/out") }));
	assert.deepEqual(
		made.files.map((file) => file.path),
		["lucid.yml", "../.github/workflows/images.yml", "../.github/workflows/images-nightly.yml"],
	);
	assert.match(
		await readFile(path.join(repo.root, ".github/workflows/images.yml"), "utf8"),
		/catalog: "shop\/lucid\.yml"/,
	);
});

test("for a registry that does not accept GitHub's token the workflows pass a login", async () => {
	await using repo = await makeRepo({
		"api/Dockerfile": api,
		"api/main": "",
		"b.sh": "docker build --push -t acme/shop-api:latest api\n",
	});
	await init(...asked(repo.root, { from: ["b.sh"] }));
	const workflow = await readFile(path.join(repo.root, ".github/workflows/images.yml"), "utf8");
	assert.match(
		workflow,
		/login: docker\.io\n {4}secrets:\n {6}registry-username: \$\{\{ secrets\.REGISTRY_USERNAME \}\}/,
	);
});

test("the workflows pass the secrets and keys that the Dockerfiles mount, by names that GitHub's secrets can have", async () => {
	await using repo = await makeRepo({
		"api/Dockerfile":
			"FROM scratch\nRUN --mount=type=secret,id=npm-token --mount=type=secret,id=netrc --mount=type=ssh true\nCMD x\n",
	});
	await init(...asked(repo.root));
	for (const name of ["images.yml", "images-nightly.yml"]) {
		const text = await readFile(path.join(repo.root, ".github/workflows", name), "utf8");
		assert.deepEqual(await errorsOf(name, text), []);
		const { images } = (parse(text) as { readonly jobs: Record<string, { with: unknown; secrets: unknown }> }).jobs;
		assert.deepEqual(images?.with, { "build-secret-names": "netrc,NPM_TOKEN" });
		assert.deepEqual(images?.secrets, {
			"build-secrets": "netrc=${{ secrets.NETRC }}\nNPM_TOKEN=${{ secrets.NPM_TOKEN }}\n",
			"ssh-keys": "${{ secrets.SSH_PRIVATE_KEY }}",
		});
	}
});

test("a file outside of the repository can be imported, too", async () => {
	await using notes = await makeRepo({ "plan.md": "```sh\ndocker build -t acme/x-api api\n```\n" });
	await using repo = await makeRepo({ "api/Dockerfile": api, "api/main": "" });
	const made = await init(...asked(repo.root, { from: [path.join(notes.root, "plan.md")] }));
	assert.deepEqual(
		made.services.map(({ name }) => name),
		["x-api"],
	);
});
