import assert from "node:assert/strict";
import { test } from "node:test";
import { agreement } from "../../bench/agreement.ts";
import type { Found, Results } from "../../bench/rows.ts";
import { performancePage } from "../../script/generate/performance.ts";

const row = (ratio: number, held = true): Found => ({
	...{ kind: "row", work: "from cold", ours: "20 s", reach: "less", held, why: "its weight" },
	peers: [
		{ name: "bake: 3 builds", value: "19 s", ratio },
		{ name: "skaffold", missing: "not there" },
	],
});
const machine = { cores: 2, gigabytes: 24, node: "24", docker: "28", buildx: "0.29" };
const results = (first: Found, second?: Found): Results => ({
	...{ machine, found: [first] },
	...(second !== undefined && { again: [second] }),
});

test("two runs agree by how much larger the larger ratio is, whichever that is", () => {
	for (const pair of [
		[1, 1.2],
		[1.2, 1],
	] as const) {
		const [found, ...more] = agreement(results(row(pair[0]), row(pair[1])));
		assert.deepEqual([found?.work, found?.name, found?.ratios, more], ["from cold", "bake", pair, []]);
		assert.ok(Math.abs((found?.apart ?? 0) - 0.2) < 1e-9);
	}
	assert.deepEqual(agreement(results(row(1))), []);
});

test("the page says which targets are missed and why, and which ratios are more than 15 % apart", () => {
	const page = performancePage(results(row(1, false), row(1.2)));
	assert.match(page, /\*\*missed\*\*/);
	assert.match(page, /- \*\*from cold\.\*\* its weight/);
	assert.match(page, /20 %, \*\*more than 15 %\*\*/);
	const well = performancePage(results(row(1), row(1.1)));
	assert.match(well, /## Missed targets\n\nNone\./);
	assert.match(well, /10 %/);
	assert.doesNotMatch(well, /more than 15 %\*\*|its weight/);
	assert.doesNotMatch(performancePage(results(row(1))), /Two runs/);
});
