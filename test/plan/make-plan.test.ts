import assert from "node:assert/strict";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { filesBelow } from "../../src/adapters/files/files-below.ts";
import { gitIn } from "../../src/adapters/git/git.ts";
import { changedSince } from "../../src/adapters/git/revisions.ts";
import { readSource } from "../../src/adapters/git/source.ts";
import { readTree } from "../../src/adapters/git/tree.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { loadCatalog } from "../../src/model/catalog/load.ts";
import { toTree } from "../../src/model/dockerfile/dockerfile.ts";
import type { Plan, PlannedImage } from "../../src/model/documents/plan.ts";
import { cacheFiles, readServiceInputs } from "../../src/model/service/service-inputs.ts";
import type { PreviousImage } from "../../src/stages/plan/decide/reasons.ts";
import { UserError } from "../../src/util/errors.ts";
import { makePlan } from "../support/make-plan.ts";
import { makeRepo, type Repo } from "../support/repo.ts";

const distroless = "gcr.io/distroless/python3-debian12";

const files = {
	"lucid.yml": [
		"version: 1",
		"project: shop",
		"registry: docker.io",
		"image: shop/{{name}}",
		"defaults: { args: { EDITION: small, UNUSED: x } }",
		"services:",
		"  base: { context: base }",
		"  api: { context: api }",
		"  web: { context: web, target: final }",
		"",
	].join("\n"),
	"base/Dockerfile": `FROM ${distroless}\nCOPY lib/ /lib/\n`,
	"base/lib/shared.py": "one\n",
	"api/Dockerfile": "FROM shop/base:latest\nARG EDITION\nARG BUILD_DATE\nCOPY src/ /app/\nCOPY conf.json /app/\n",
	"api/src/main.py": "main\n",
	"api/src/routes.py": "routes\n",
	"api/conf.json": "{}\n",
	"api/README.md": "not copied\n",
	"web/Dockerfile":
		"FROM --platform=$BUILDPLATFORM python:3.11-slim AS builder\nCOPY tools/ /tools/\nFROM scratch AS unused\nCOPY other/ /\nFROM scratch AS final\nCOPY --from=builder /tools /tools\n",
	"web/tools/x": "x\n",
	"web/other/y": "y\n",
};

/** What the registry holds, in a test: digests of outside images, and what is under content tags. */
interface Registry {
	readonly bases: Map<string, string>;
	readonly content: Map<string, string>;
	readonly previous: Map<string, PreviousImage>;
}

const registry = (): Registry => ({ bases: new Map(), content: new Map(), previous: new Map() });

async function planOf(repo: Repo, facts = registry(), force = false): Promise<Plan> {
	const text = await readFile(path.join(repo.root, "lucid.yml"), "utf8");
	const catalog = loadCatalog({ file: "lucid.yml", text, root: repo.root, paths: filesBelow(repo.root) });
	const git = gitIn(repo.root, exec);
	const tree = await readTree(repo.root, git);
	const readText = (name: string) => readFile(path.join(repo.root, name), "utf8").catch(() => undefined);
	const shared = cacheFiles(toTree(tree.entries), readText);
	const inputs = await Promise.all(
		catalog.services.map(async (service) => {
			const found = await readServiceInputs(service, "linux/arm64", { catalog, files: shared });
			return "trace" in found ? found : { service, platform: "linux/arm64", problems: found };
		}),
	);
	const source = await readSource(git);
	return makePlan(
		{ catalog, source, selected: catalog.services, force, inputs, tags: {} },
		{
			hash: tree.hash,
			resolveBase: async (ref, platform) => {
				const digest = facts.bases.get(ref) ?? `sha256:${"0".repeat(64)}`;
				if (digest === "none")
					throw new UserError({
						code: "registry/not-found",
						message: `there is no image ${ref}`,
						fix: "check its name",
					});
				return {
					pinned: `${ref}@${digest}`,
					digest,
					...(platform !== undefined && { platformDigest: `${digest}-${platform}` }),
				};
			},
			findImage: async ({ contentRef }) => {
				const digest = facts.content.get(contentRef);
				return digest === undefined ? undefined : { digest, size: 1 };
			},
			findPrevious: async ({ name }) => facts.previous.get(name),
			changedSince: (revision, paths) => changedSince(git, revision, paths),
		},
	);
}

/** As if the plan had been carried out: every image is in the registry, and published. */
function carryOut(plan: Plan, facts: Registry): void {
	for (const { service, contentRef, components } of plan.images) {
		facts.content.set(contentRef, `sha256:${service}`);
		facts.previous.set(service, {
			components: Object.fromEntries(components.map(({ name, hash }) => [name, hash])),
			revision: plan.source.revision,
		});
	}
}

const image = (plan: Plan, name: string): PlannedImage => {
	const found = plan.images.find(({ service }) => service === name);
	assert.ok(found, name);
	return found;
};
const toBuild = (plan: Plan) =>
	plan.images.flatMap(({ service, decision }) => (decision.kind === "build" ? service : []));
const why = (plan: Plan, name: string) => image(plan, name).decision.reasons.map(({ detail }) => detail);
const fingerprints = (plan: Plan) =>
	Object.fromEntries(plan.images.map(({ service, fingerprint }) => [service, fingerprint]));

test("first all is built, bases first; then nothing", async () => {
	await using repo = await makeRepo(files);
	await repo.commit();
	const facts = registry();
	const first = await planOf(repo, facts);
	assert.deepEqual(toBuild(first), ["base", "api", "web"]);
	assert.deepEqual(first.waves, [["base", "web"], ["api"]]);
	assert.deepEqual(why(first, "api"), ["never published"]);
	assert.deepEqual(image(first, "api").from, { "shop/base": "base" });
	assert.match(image(first, "api").contentRef, /^docker\.io\/shop\/api:content-[0-9a-f]{32}-linux-arm64$/);
	carryOut(first, facts);
	const second = await planOf(repo, facts);
	assert.deepEqual(toBuild(second), []);
	assert.deepEqual(second.matrix.include, []);
});

test("a changed file concerns exactly the images that copy it, and those built from them; the reason names it", async () => {
	await using repo = await makeRepo(files);
	await repo.commit();
	const facts = registry();
	carryOut(await planOf(repo, facts), facts);
	await repo.write({ "api/src/main.py": "changed\n", "api/README.md": "changed\n", "web/other/y": "changed\n" });
	const plan = await planOf(repo, facts);
	assert.deepEqual(toBuild(plan), ["api"]);
	const since = plan.source.revision.slice(0, 7);
	assert.deepEqual(why(plan, "api"), [`COPY src/ -> 1 file changed since ${since} (main.py)`]);

	await repo.write({ "api/src/main.py": "main\n", "base/lib/shared.py": "changed\n" });
	const other = await planOf(repo, facts);
	assert.deepEqual(toBuild(other), ["base", "api"]);
	assert.deepEqual(why(other, "api"), ["FROM base changed"]);
});

test("a file that is added or deleted counts as a change", async () => {
	await using repo = await makeRepo(files);
	await repo.commit();
	const facts = registry();
	carryOut(await planOf(repo, facts), facts);
	await repo.write({ "api/src/new.py": "new\n" });
	assert.deepEqual(toBuild(await planOf(repo, facts)), ["api"]);
	await rm(path.join(repo.root, "api/src/new.py"));
	await rm(path.join(repo.root, "api/src/routes.py"));
	assert.match(why(await planOf(repo, facts), "api").join(), /COPY src\/ -> 1 file changed since \w+ \(routes\.py\)/);
});

test("comments, unused stages, undeclared and volatile args, labels and tags do not count; declared args and the base do", async () => {
	await using repo = await makeRepo(files);
	await repo.commit();
	const before = fingerprints(await planOf(repo));
	await repo.write({
		"lucid.yml": files["lucid.yml"].replace("UNUSED: x", "UNUSED: y, BUILD_DATE: '{{date}}'").concat("phases: {}\n"),
		"web/Dockerfile": `# a comment\n${files["web/Dockerfile"].replace("COPY other/ /\n", "")}`,
	});
	await repo.commit();
	assert.deepEqual(fingerprints(await planOf(repo)), before);
	await repo.write({ "lucid.yml": files["lucid.yml"].replace("EDITION: small", "EDITION: large") });
	const after = fingerprints(await planOf(repo));
	assert.deepEqual(
		[after.base === before.base, after.api === before.api, after.web === before.web],
		[true, false, true],
	);
});

test("a base image that moved rebuilds the images that are FROM it, with that reason", async () => {
	await using repo = await makeRepo(files);
	await repo.commit();
	const facts = registry();
	carryOut(await planOf(repo, facts), facts);
	facts.bases.set(distroless, `sha256:${"1".repeat(64)}`);
	const plan = await planOf(repo, facts);
	assert.deepEqual(toBuild(plan), ["base", "api"]);
	assert.deepEqual(why(plan, "base"), [`FROM ${distroless} moved`]);
});

test("going back to an earlier state builds nothing", async () => {
	await using repo = await makeRepo(files);
	await repo.commit();
	const facts = registry();
	carryOut(await planOf(repo, facts), facts);
	await repo.write({ "api/src/main.py": "changed\n" });
	await repo.commit();
	carryOut(await planOf(repo, facts), facts);
	await repo.write({ "api/src/main.py": "main\n" });
	await repo.commit();
	assert.deepEqual(toBuild(await planOf(repo, facts)), []);
});

test("another folder, another commit and a moved context give the same fingerprints", async () => {
	await using one = await makeRepo(files);
	await using two = await makeRepo(files);
	await one.commit();
	const expected = fingerprints(await planOf(one));
	assert.deepEqual(fingerprints(await planOf(two)), expected);
	await mkdir(path.join(two.root, "services"));
	await rename(path.join(two.root, "api"), path.join(two.root, "services/api"));
	await two.write({ "lucid.yml": files["lucid.yml"].replace("context: api", "context: services/api") });
	await two.commit("moved");
	assert.deepEqual(fingerprints(await planOf(two)), expected);
});

test("force builds what is selected", async () => {
	await using repo = await makeRepo(files);
	await repo.commit();
	const facts = registry();
	carryOut(await planOf(repo, facts), facts);
	assert.deepEqual(toBuild(await planOf(repo, facts, true)), ["base", "api", "web"]);
});

test("a service that cannot be built is blocked with located problems, and takes along only what is built from it", async () => {
	await using repo = await makeRepo({
		...files,
		"base/Dockerfile": `FROM ${distroless}\nCOPY lob/ /lib/\nCOPY nothing /\n`,
	});
	await repo.commit();
	const plan = await planOf(repo);
	assert.deepEqual(toBuild(plan), ["web"]);
	const { decision } = image(plan, "base");
	assert.deepEqual(decision.kind === "blocked" && decision.problems.map(({ code, at }) => [code, at?.file, at?.line]), [
		["dockerfile/missing-source", "base/Dockerfile", 2],
		["dockerfile/missing-source", "base/Dockerfile", 3],
	]);
	assert.deepEqual(why(plan, "api"), ["is built from base, which cannot be built"]);
});

test("a base image that does not exist blocks its service, at the FROM line", async () => {
	await using repo = await makeRepo(files);
	await repo.commit();
	const facts = registry();
	facts.bases.set("python:3.11-slim", "none");
	const plan = await planOf(repo, facts);
	assert.deepEqual(toBuild(plan), ["base", "api"]);
	const { decision } = image(plan, "web");
	assert.deepEqual(decision.kind === "blocked" && decision.problems.map(({ at }) => at), [
		{ file: "web/Dockerfile", line: 1 },
	]);
});

test("a Dockerfile that does not parse is that service's own problem", async () => {
	await using repo = await makeRepo({ ...files, "web/Dockerfile": "FROM scratch\nCOPPY a b\n" });
	await repo.commit();
	const plan = await planOf(repo);
	assert.deepEqual(toBuild(plan), ["base", "api"]);
	assert.equal(image(plan, "web").decision.kind, "blocked");
});

test("images in a circle are refused by name", async () => {
	await using repo = await makeRepo({ ...files, "base/Dockerfile": "FROM shop/api\nCOPY lib/ /lib/\n" });
	await repo.commit();
	await assert.rejects(planOf(repo), /base -> api -> base|api -> base -> api/);
});

test("the plan names the base of an image by its platform's digest; an image FROM one of the catalog inherits that image's labels", async () => {
	await using repo = await makeRepo(files);
	await repo.commit();
	const { images } = await planOf(repo);
	const base = (name: string) => images.find(({ service }) => service === name)?.base;
	assert.equal(base("base")?.name, `${distroless}:latest`);
	assert.match(base("base")?.digest ?? "", /^sha256:/);
	assert.deepEqual([base("api"), base("web")], [undefined, undefined]);
});
