// How long `lucid build` takes to build 1, 35 and 300 images from cold, and 35 with a registry that is 30 ms away,
// beside `docker buildx bake` of the definition that `lucid bake` prints for them. Both build all of it with an empty
// builder and push; only lucid also plans, reads back and verifies. Run by script/bench; needs LUCID_REGISTRY.
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { farRegistry } from "./delay.ts";
import { between, costOf, median, repeat } from "./measure.ts";
import { definition, ours as lucid, bake as plainBake, type Work } from "./peers/contestants.ts";
import { forget, makeRepository } from "./repository.ts";

const registry = process.env.LUCID_REGISTRY;
if (registry === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench");
const rounds = Number(process.env.LUCID_BENCH_ROUNDS ?? 5);
let turn = 0;

async function measure(services: number, delay: number, runs: number): Promise<string> {
	await using far = await farRegistry(registry ?? "", delay);
	const root = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
	const out = await mkdtemp(path.join(tmpdir(), "lucid-bench-out-"));
	try {
		const names = await makeRepository(root, services, far.host);
		const next = (): Work => ({
			root,
			out,
			services: names,
			sha: "",
			registry: `${far.host}/bench-${process.pid}-${turn++}`,
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
		const { own, others } = await between(turnOf("ours", ours), repeat(runs, [["bake", turnOf("bake", bake)]]));
		const pairs = others.bake ?? [];
		const ratio = median(pairs.map((pair) => pair.ours / pair.theirs));
		const [a, b] = [median(own), median(pairs.map((pair) => pair.theirs))];
		const work = (name: keyof typeof least) => `${median(least[name]).toFixed(1)} s`;
		return `| ${services} | ${delay} ms | ${a.toFixed(1)} s | ${b.toFixed(1)} s | ${ratio.toFixed(3)} | ${work("ours")} | ${work("bake")} |`;
	} finally {
		for (const folder of [root, out]) await rm(folder, { recursive: true, force: true });
	}
}

const lines: string[] = [];
// The engine's own builder loses one of hundreds of targets now and then: docker/buildx#3810.
for (const [services, delay, runs] of [
	[1, 0, rounds],
	[35, 0, rounds],
	[35, 30, 1],
	[300, 0, 1],
] as const)
	lines.push(
		await measure(services, delay, runs).catch(
			(error: Error) => `| ${services} | ${delay} ms | not measured: ${error.message.split("\n")[0]} | | | | |`,
		),
	);
console.log(
	`| images, from cold | delay | lucid build | docker buildx bake | median of ratios | processor time / ${availableParallelism()}: ours | bake |`,
);
console.log("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
console.log(lines.join("\n"));
