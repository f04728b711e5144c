import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Act, openAct } from "./act.ts";
import { openShop, type Shop } from "./shop.ts";

let act: Act;
let shop: Shop;

before(async () => {
	act = await openAct();
	shop = await openShop();
});

after(async () => {
	await act?.[Symbol.asyncDispose]();
	await shop?.[Symbol.asyncDispose]();
});

const file = ".github/workflows/images.yml";
const push = { name: "push", payload: { ref: "refs/heads/main" }, env: { GITHUB_REF: "refs/heads/main" } };

test("a push builds base before the others, smokes and publishes", async () => {
	const sha = (await shop.repo.commit()).slice(0, 7);
	const run = await act.run(shop.repo.root, file, push);
	console.log(run.log, run.summaries, run.jobs);
	assert.equal(run.exitCode, 0, run.log);
	for (const service of ["base", "api", "web"]) {
		const published = await shop.digest(service, sha);
		assert.ok(published !== undefined, service);
		assert.equal(await shop.digest(service, "latest"), published);
	}
});
