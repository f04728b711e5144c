import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import type { Plan, PlannedReuse } from "../../src/model/documents/plan.ts";
import { parseOptions } from "../../src/options/parse-options.ts";
import { build } from "../../src/stages/build/stage.ts";
import { makeRepo } from "../support/repo.ts";
import { aSignedImage, statementOf } from "../support/signed-runs.ts";
import { startSigstore } from "../support/sigstore/played-sigstore.ts";
import { holdingRegistry } from "./registry.ts";
import { plannerOf, quietWorld } from "./support.ts";

const url = "https://github.com/octo/shop";
const signed: PlannedReuse = { from: "same-repository", keys: [], branches: [] };

test("a job builds what no run of ours is proven to have built since the plan", async () => {
	await using sigstore = await startSigstore();
	await using repo = await makeRepo({
		"lucid.yml":
			"version: 1\nproject: shop\nservices:\n  base: { context: base }\n  api: { context: api }\n  web: { context: web }\n",
		"base/Dockerfile": "FROM scratch\nCOPY Dockerfile /\n",
		"api/Dockerfile": "FROM base\nCOPY Dockerfile /\n",
		"web/Dockerfile": "FROM scratch\nCOPY Dockerfile /web\n",
	});
	await repo.git("remote", "add", "origin", url);
	await repo.commit();
	await using held = await holdingRegistry();
	await using planner = await plannerOf(repo.root, held.host);
	const all = await planner.plan();
	const onlyApi = await planner.plan({ service: "api" });
	/** What the job of `api` and `web` would build. */
	const built = async (plan: Plan, reuse?: PlannedReuse, service = "api,web") => {
		const file = path.join(planner.out, "given.json");
		await writeFile(file, JSON.stringify({ ...plan, ...(reuse && { reuse }) }));
		const world = { ...quietWorld(repo.root), env: { HOME: planner.out, LUCID_CACHE: planner.cache } };
		const raw = { plan: file, out: planner.out, service, print: true, "trusted-root": sigstore.trustedRoot };
		const lookup = { prefetch: () => {}, engine: () => assert.fail("it needs no engine"), [Symbol.dispose]: () => {} };
		const bake = await build(parseOptions(raw, world), world, lookup);
		assert.ok("target" in bake);
		return Object.keys(bake.target).map((name) => name.split("_")[0]);
	};
	assert.deepEqual(await built(all), ["base", "api", "web"]);
	held.carryOut(all);
	assert.deepEqual(await built(all), []);
	// No results of other jobs are given: what the registry has may be of anyone.
	assert.deepEqual(await built(all, signed), ["base", "api", "web"]);
	assert.deepEqual(await built(onlyApi, signed, "api"), ["base", "api"]);
	assert.deepEqual(await built(onlyApi, { ...signed, from: "none" }, "api"), ["base", "api"]);

	const [web] = all.images.filter(({ service }) => service === "web");
	assert.ok(web);
	const digest = held.digestOf(web.contentRef);
	const statement = statementOf({
		images: [aSignedImage({ service: "web", platform: web.platform, fingerprint: web.fingerprint, digest })],
	});
	held.attach(web.contentRef.slice(0, web.contentRef.lastIndexOf(":")), digest, await sigstore.sign(statement));
	assert.deepEqual(await built(all, signed), ["base", "api"], "another run of ours built web");
	await using stranger = await startSigstore();
	const other = all.images
		.filter(({ service }) => service === "api")
		.map((image) => ({ image, at: held.digestOf(image.contentRef) }));
	for (const { image, at } of other)
		held.attach(
			image.contentRef.slice(0, image.contentRef.lastIndexOf(":")),
			at,
			await stranger.sign(
				statementOf({
					images: [
						aSignedImage({ service: "api", platform: image.platform, fingerprint: image.fingerprint, digest: at }),
					],
				}),
			),
		);
	assert.deepEqual(await built(all, signed), ["base", "api"], "a signature that cannot be verified stops no build");
});
