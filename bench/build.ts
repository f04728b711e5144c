// How long `lucid build` takes to build 35 images from cold, beside `docker buildx bake` of the definition that `lucid bake` prints for them. Both build all
// of it with an empty builder and push; only lucid also plans, reads back and verifies. Run by script/bench; needs LUCID_REGISTRY.
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { costOf, median } from "./measure.ts";
import { definition, ours as lucid, bake as plainBake, type Work } from "./peers/contestants.ts";
import { forget, makeRepository } from "./repository.ts";

const host = process.env.LUCID_REGISTRY;
if (host === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench");
const services = 35;
const runs = Number(process.env.LUCID_BENCH_ROUNDS ?? 3);

const root = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
const out = await mkdtemp(path.join(tmpdir(), "lucid-bench-out-"));
try {
	const names = await makeRepository(root, services, host);
	let turn = 0;
	const next = (): Work => ({
		root,
		out,
		services: names,
		sha: "",
		registry: `${host}/bench-${process.pid}-${turn++}`,
	});
	const ours = async () => {
		const cost = await costOf(() => lucid(next(), "build", "--json"));
		const { images } = JSON.parse(cost.result.stdout) as { images: readonly { outcome: string }[] };
		if (images.length !== services || images.some(({ outcome }) => outcome !== "built"))
			throw new Error("not all were built");
		return cost;
	};
	const bake = async () => {
		const work = next();
		const file = await definition(work);
		// Making it looks at the bases.
		forget();
		return costOf(() => plainBake(work, file));
	};
	type Sample = Pick<Awaited<ReturnType<typeof ours>>, "seconds" | "least">;
	const samples: Record<"ours" | "bake", Sample[]> = { ours: [], bake: [] };
	const programs = { ours, bake };
	// One that does not count, then in alternating order: a machine that drifts drifts for both.
	for (let round = 0; round <= runs; round++)
		for (const name of round % 2 === 0 ? (["ours", "bake"] as const) : (["bake", "ours"] as const)) {
			forget();
			const sample = await programs[name]();
			if (round > 0) samples[name].push(sample);
		}
	const seconds = (list: readonly Sample[]) => list.map((sample) => sample.seconds);
	const [a, b] = [median(seconds(samples.ours)), median(seconds(samples.bake))];
	// Pairs of one round were measured side by side; the median of their ratios is what a drifting machine says least about.
	const ratios = samples.ours.map((sample, i) => sample.seconds / (samples.bake[i]?.seconds ?? Number.NaN));
	console.log("| images, from cold | lucid build | docker buildx bake | ratio of medians | median of ratios |");
	console.log("| ---: | ---: | ---: | ---: | ---: |");
	console.log(
		`| ${services} | ${a.toFixed(1)} s | ${b.toFixed(1)} s | ${(a / b).toFixed(3)} | ${median(ratios).toFixed(3)} |`,
	);
	const work = (name: "ours" | "bake") => median(samples[name].map(({ least }) => least));
	console.log(
		`\nProcessor time of all that takes part, over ${availableParallelism()} processors: ${work("ours").toFixed(1)} s and ${work("bake").toFixed(1)} s, ${(work("ours") / work("bake")).toFixed(3)}`,
	);
	const list = (name: "ours" | "bake") =>
		seconds(samples[name])
			.map((one) => one.toFixed(1))
			.join(", ");
	console.log(`\nEach run, seconds: lucid ${list("ours")}; bake ${list("bake")}`);
} finally {
	for (const folder of [root, out]) await rm(folder, { recursive: true, force: true });
}
