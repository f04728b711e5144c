// How long `lucid build` takes to build 35 images from cold, beside `docker buildx bake` of the definition that `lucid bake` prints for them. Both build all
// of it with an empty builder and push; only lucid also plans, reads back and verifies. Run by script/bench; needs LUCID_REGISTRY.
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { between, costOf, median, repeat } from "./measure.ts";
import { definition, ours as lucid, bake as plainBake, type Work } from "./peers/contestants.ts";
import { forget, makeRepository } from "./repository.ts";

const host = process.env.LUCID_REGISTRY;
if (host === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench");
const services = 35;
const runs = Number(process.env.LUCID_BENCH_ROUNDS ?? 5);

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
		forget();
		const cost = await costOf(() => lucid(next(), "build", "--json"));
		const { images } = JSON.parse(cost.result.stdout) as { images: readonly { outcome: string }[] };
		if (images.length !== services || images.some(({ outcome }) => outcome !== "built"))
			throw new Error("not all were built");
		return cost;
	};
	const bake = async () => {
		const work = next();
		const file = await definition(work);
		// Only now: making it looks at the bases.
		forget();
		return costOf(() => plainBake(work, file));
	};
	const least = { ours: [] as number[], bake: [] as number[] };
	const turnOf = (name: keyof typeof least, program: typeof ours | typeof bake) => async () => {
		const cost = await program();
		least[name].push(cost.least);
		return cost.seconds;
	};
	// One of each that does not count.
	await ours();
	await bake();
	const { own, others } = await between(turnOf("ours", ours), repeat(runs, [["bake", turnOf("bake", bake)]]));
	const pairs = others.bake ?? [];
	const theirs = pairs.map((pair) => pair.theirs);
	const [a, b] = [median(own), median(theirs)];
	const ratios = pairs.map((pair) => pair.ours / pair.theirs);
	console.log("| images, from cold | lucid build | docker buildx bake | ratio of medians | median of ratios |");
	console.log("| ---: | ---: | ---: | ---: | ---: |");
	console.log(
		`| ${services} | ${a.toFixed(1)} s | ${b.toFixed(1)} s | ${(a / b).toFixed(3)} | ${median(ratios).toFixed(3)} |`,
	);
	const work = (name: keyof typeof least) => median(least[name]);
	console.log(
		`\nProcessor time of all that takes part, over ${availableParallelism()} processors: ${work("ours").toFixed(1)} s and ${work("bake").toFixed(1)} s, ${(work("ours") / work("bake")).toFixed(3)}`,
	);
	const list = (seconds: readonly number[]) => seconds.map((one) => one.toFixed(1)).join(", ");
	console.log(`\nEach run, seconds: lucid ${list(own)}; bake ${list(theirs)}`);
} finally {
	for (const folder of [root, out]) await rm(folder, { recursive: true, force: true });
}
