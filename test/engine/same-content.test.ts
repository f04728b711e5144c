import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { BuildResult } from "../../src/model/documents/build.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { openShipped, type Shipped } from "../support/shipped.ts";

let shipped: Shipped;

const baseDockerfile =
	"FROM scratch AS made\nCOPY lib/ /lib/\nFROM scratch\nCOPY --from=made /lib/used /used\nUSER 65532:65532\n";

before(async () => {
	shipped = await openShipped("same", {
		"lucid.yml": `version: 1
project: same
defaults: { policy: { smoke: "off" } }
services:
  base: { context: base }
  middle: { context: middle }
  api: { context: api, contexts: { tools: "target:middle" } }
`,
		"base/Dockerfile": baseDockerfile,
		"base/lib/used": "used\n",
		"base/lib/unused": "unused\n",
		"middle/Dockerfile": "FROM base\nCOPY m /m\n",
		"middle/m": "m\n",
		"api/Dockerfile": "FROM base\nCOPY --from=tools /m /m\nCOPY a /a\n",
		"api/a": "a\n",
	});
});

after(() => shipped[Symbol.asyncDispose]());

interface Ran {
	readonly plan: Plan;
	readonly build: BuildResult;
}

const run = (...args: string[]) => shipped.lucid<Ran>("run", "--smoke=off", "--no-require-smoke", ...args);
const outcomes = ({ build }: Ran) => Object.fromEntries(build.images.map(({ service, outcome }) => [service, outcome]));
const digests = ({ build }: Ran) => Object.fromEntries(build.images.map(({ service, digest }) => [service, digest]));
const layers = async (name: string, tag: string) =>
	(await openRegistry().imageFacts(`${shipped.prefix}/${name}:${tag}`, "linux/arm64"))?.layers.map(
		({ digest }) => digest,
	);

async function change(files: Record<string, string>): Promise<string> {
	await shipped.repo.write(files);
	return (await shipped.repo.commit()).slice(0, 7);
}

let first: Ran;

test("a base that is rebuilt to the same content leaves all that is FROM it as it is, and gives it the new commit's tags", async () => {
	await shipped.repo.commit();
	first = await run();
	assert.deepEqual(outcomes(first), { base: "built", middle: "built", api: "built" });

	const sha = await change({ "base/lib/unused": "changed\n" });
	const second = await run();
	assert.deepEqual(
		second.plan.images.map(({ decision }) => decision.kind),
		["build", "build", "build"],
	);
	assert.deepEqual(outcomes(second), { base: "built", middle: "unchanged", api: "unchanged" });
	assert.match(
		second.build.images.find(({ service }) => service === "api")?.reason ?? "",
		/base, middle have the same content/,
	);
	assert.equal(digests(second).middle, digests(first).middle);
	assert.equal(digests(second).api, digests(first).api);
	assert.ok(await layers("api", sha), "tagged for the new commit");

	const third = await shipped.lucid<Plan>("plan");
	assert.deepEqual(
		third.images.map(({ decision }) => decision.kind),
		["unchanged", "unchanged", "unchanged"],
	);
});

test("layers whose files are the same are the same layers in the next commit's image", async () => {
	const before = await layers("base", "latest");
	const sha = await change({ "base/Dockerfile": `${baseDockerfile}LABEL more=1\n` });
	const ran = await run();
	assert.equal(outcomes(ran).base, "built");
	assert.deepEqual(await layers("base", sha), before);
	assert.deepEqual(outcomes(ran), { base: "built", middle: "built", api: "built" }, "a label is handed down");
});

test("a base with other content rebuilds its dependents", async () => {
	await change({ "base/lib/used": "changed\n" });
	assert.deepEqual(outcomes(await run()), { base: "built", middle: "built", api: "built" });
});

test("a changed image is built regardless of its base, and so are the images FROM it", async () => {
	await change({ "base/lib/unused": "again\n", "middle/m": "changed\n" });
	assert.deepEqual(outcomes(await run()), { base: "built", middle: "built", api: "built" });
});

test("without the cache every image is built, the same content or not", async () => {
	await change({ "base/lib/unused": "once more\n" });
	assert.deepEqual(outcomes(await run("--no-cache")), { base: "built", middle: "built", api: "built" });
});

test("legs of their own come to the same: the second finds in the registry what the first has built", async () => {
	await change({ "base/lib/unused": "and again\n" });
	const before = digests(await run("--force", "middle", "api"));
	await change({ "base/lib/unused": "and again, and again\n" });
	await shipped.lucid("plan");
	const plan = path.join(shipped.out, "plan.json");
	const leg = (...services: string[]) => shipped.lucid<BuildResult>("build", ...services, `--plan=${plan}`);
	assert.deepEqual(outcomes({ build: await leg("base") } as Ran), { base: "built" });
	const build = await leg("middle", "api");
	assert.deepEqual(outcomes({ build } as Ran), { base: "unchanged", middle: "unchanged", api: "unchanged" });
	assert.deepEqual(digests({ build } as Ran), { ...digests({ build } as Ran), middle: before.middle, api: before.api });
});
