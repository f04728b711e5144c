import assert from "node:assert/strict";
import { test } from "node:test";
import { runStage } from "../../src/entrypoints/run-stage.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { conclusion } from "../../src/presentation/terminal/conclusion.ts";
import { emptyRegistry } from "../cli/empty-registry.ts";
import { smallRepo } from "../cli/small-repo.ts";
import { quietWorld } from "../stages/support.ts";

/** Plans the small repository as the CLI or an action does. */
async function planned(raw: RawValues, env: Readonly<Record<string, string>> = {}) {
	await using registry = await emptyRegistry("nothing");
	await using repo = await smallRepo();
	const lines: string[] = [];
	const log = (line: string) => lines.push(line.replaceAll(registry.host, "HOST"));
	const world = { ...quietWorld(repo.root), log, env: { HOME: repo.root, ...env } };
	const given = { ...raw, registry: `${registry.host}${raw.registry ?? ""}`, out: `${repo.root}/.git/out` };
	const { document, documents } = await runStage("plan", parseOptions(given, world), world);
	const text = conclusion(documents, (_, word) => word, Number.POSITIVE_INFINITY);
	const images = (document as Plan).services.map(({ image }) => image.replace(registry.host, "HOST"));
	return { plan: document as Plan, lines, text, images };
}

test("the registry option's path becomes lower case, with a note", async () => {
	const { lines, images } = await planned({ registry: "/MyOrg/Images" });
	assert.deepEqual(lines, [
		"note: the registry HOST/MyOrg/Images becomes HOST/myorg/images, because image names are lower case",
	]);
	for (const image of images) assert.match(image, /^HOST\/myorg\/images\/small-/);
	assert.deepEqual((await planned({ registry: "/myorg" })).lines, []);
});

test("the cost of jobs on GitHub is estimated on GitHub, or on request", async () => {
	const words = /^on GitHub 2 jobs/m;
	assert.doesNotMatch((await planned({})).text, words);
	assert.match((await planned({ estimate: true })).text, words);
	assert.match((await planned({}, { GITHUB_ACTIONS: "true" })).text, words);
});
