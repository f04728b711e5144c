import assert from "node:assert/strict";
import { test } from "node:test";
import { kept } from "../../bench/kept.ts";
import type { Found, Results } from "../../bench/rows.ts";

const machine = { cores: 2, gigabytes: 24, node: "24", docker: "28", buildx: "0.29" };
const row = (work: string, ours: string): Found => ({ kind: "row", work, ours, peers: [], reach: "less", held: true });
const simulation: Found = { kind: "simulation", lines: ["a table"] };
const before: Results = {
	machine,
	found: [row("start", "2 s"), simulation, row("plan", "3 s")],
	again: [row("start", "2.1 s"), row("plan", "3.1 s")],
};

test("a figure that is measured again keeps its place, in both runs; the rest stays", () => {
	const now: Results = {
		machine,
		found: [row("start", "1 s"), row("smoke", "9 s")],
		again: [row("start", "1.1 s"), row("smoke", "9.1 s")],
	};
	assert.deepEqual(kept(before, now), {
		machine,
		found: [row("start", "1 s"), simulation, row("plan", "3 s"), row("smoke", "9 s")],
		again: [row("start", "1.1 s"), row("plan", "3.1 s"), row("smoke", "9.1 s")],
	});
});

test("an earlier second run is not taken for the second run of a figure that is measured once now", () => {
	assert.deepEqual(kept(before, { machine, found: [row("start", "1 s")] }).again, [row("plan", "3.1 s")]);
	const { again } = kept(before, { machine, found: [row("start", "1 s"), row("plan", "2 s")] });
	assert.equal(again, undefined);
});

test("figures of two machines do not come onto one page", () => {
	const now: Results = { machine: { ...machine, cores: 4 }, found: [row("start", "1 s")] };
	assert.throws(() => kept(before, now), /another machine .*"cores":2.*without parts/);
});
