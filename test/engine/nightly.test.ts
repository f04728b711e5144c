import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { Documents } from "../../src/model/documents/documents.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { PublishResult } from "../../src/model/documents/publish.ts";
import { openShipped, type Shipped } from "../support/shipped.ts";

let shipped: Shipped;
let sha = "";

before(async () => {
	// Windows of a year, so that almost never one begins while this runs.
	shipped = await openShipped("nightly", {
		"lucid.yml": `version: 1
project: night
defaults: { ttl: 52w, policy: { smoke: "off" } }
services:
  base: { context: base }
  api: { context: api }
`,
		"base/Dockerfile": "FROM scratch\nCOPY a /a\nUSER 65532:65532\n",
		"base/a": "a\n",
		"api/Dockerfile": "FROM base\nCOPY b /b\n",
		"api/b": "b\n",
	});
	sha = (await shipped.repo.commit()).slice(0, 7);
});

after(() => shipped[Symbol.asyncDispose]());

const run = (...args: string[]) => shipped.lucid<Documents>("run", "--smoke=off", "--no-require-smoke", ...args);
const built = ({ build }: Documents) => build?.images.filter(({ outcome }) => outcome === "built").length;

/** What a tag names now; requested each time. */
async function digest(name: string, tag: string): Promise<string> {
	const found = await openRegistry().head(`${shipped.prefix}/${name}:${tag}`);
	return found?.digest ?? assert.fail(`${name}:${tag} is not there`);
}

test("a nightly rebuilds the same commit and moves floating tags; the commit's own tag stays with its first build", async () => {
	assert.equal(built(await run()), 2);
	const first = await digest("api", sha);
	assert.equal(await digest("api", "latest"), first);

	const nightly = await run("--stale");
	assert.equal(built(nightly), 2);
	assert.deepEqual(nightly.plan?.tags.api, { immutable: [], floating: ["latest"], kept: [sha] });
	const second = await digest("api", "latest");
	assert.notEqual(second, first);
	assert.equal(await digest("api", sha), first);

	assert.equal(built(await run("--stale")), 0, "once a window");
	assert.equal(await digest("api", "latest"), second);
});

test("later runs keep the images of the nightly, and a new commit continues from them", async () => {
	const before = await digest("base", "latest");
	const plan = await shipped.lucid<Plan>("plan");
	assert.deepEqual(
		plan.images.map(({ decision }) => decision.kind),
		["unchanged", "unchanged"],
	);
	await shipped.repo.write({ "api/b": "changed\n" });
	const next = (await shipped.repo.commit()).slice(0, 7);
	assert.equal(built(await run()), 1);
	assert.equal(await digest("base", "latest"), before);
	assert.equal(await digest("api", "latest"), await digest("api", next));
});

test("separate stages agree on stale images if each has the option", async () => {
	await shipped.repo.write({ "base/a": "changed\n" });
	await shipped.repo.commit();
	const plan = await shipped.lucid<Plan>("plan", "--stale");
	assert.equal(plan.matrix.include.length, 2);
	await shipped.lucid("build", "--stale");
	const { services } = await shipped.lucid<PublishResult>("publish", "--stale", "--no-require-smoke");
	assert.deepEqual(
		services.map(({ outcome }) => outcome),
		["published", "published"],
	);
});
