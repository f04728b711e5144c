/**
 * Hundreds of small services from cold in one job: time, peak memory and failures of `lucid run`, beside plain `docker
 * buildx bake` of the same definition in batches. Run it with `script/bench many`; LUCID_BENCH_SERVICES=300,1000 says
 * how many services.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { arch, tmpdir } from "node:os";
import path from "node:path";
import { median, once, type Sample } from "./measure.ts";
import { bake, definition, lucid, type Work } from "./peers/contestants.ts";
import { commit, forget, start } from "./repository.ts";

const registry = process.env.LUCID_REGISTRY;
if (registry === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench many");
const counts = (process.env.LUCID_BENCH_SERVICES ?? "300,1000").split(",").map(Number);
const rounds = Number(process.env.LUCID_BENCH_ROUNDS ?? 3);
/** The most that one bake was seen to build without losing a target on an idle machine with 2 cores. */
const batch = 60;
const platform = arch() === "arm64" ? "linux/arm64" : "linux/amd64";

interface Cost extends Sample {
	readonly failed: number;
}

async function makeServices(root: string, count: number): Promise<readonly string[]> {
	const names = Array.from({ length: count }, (_, i) => `service-${i}`);
	for (const name of names) {
		await mkdir(path.join(root, name), { recursive: true });
		await writeFile(path.join(root, name, "file"), `${name}\n`);
		await writeFile(path.join(root, name, "Dockerfile"), "FROM scratch\nCOPY file /\nUSER 65532:65532\n");
	}
	const services = names.map((name) => `  ${name}: { context: ${name} }`).join("\n");
	const head = `version: 1\nproject: many\nimage: "{{name}}"\ndefaults: { platforms: [${platform}] }\n`;
	await writeFile(path.join(root, "lucid.yml"), `${head}services:\n${services}\n`);
	start(root);
	return names;
}

/** Ours: plan, build, read back, verify, publish. Failed services are counted, not thrown. */
async function ours({ root, out, registry: at }: Work): Promise<Cost> {
	const args = ["run", "--smoke=off", "--no-require-smoke", "--event=push:main", `--registry=${at}`, `--out=${out}`];
	const cost = await once([process.execPath, lucid, ...args], { cwd: root, exitCodes: [0, 1], stderr: "dropped" });
	const text = await readFile(path.join(out, "build.json"), "utf8");
	const { images } = JSON.parse(text) as { readonly images: readonly { readonly outcome: string }[] };
	return { ...cost, failed: images.filter(({ outcome }) => outcome !== "built").length };
}

/** Theirs: the batches one after another. */
async function plain(work: Work): Promise<Cost> {
	const file = await definition(work);
	forget();
	const { target } = JSON.parse(await readFile(file, "utf8")) as { readonly target: object };
	const names = Object.keys(target);
	let [seconds, megabytes, failed] = [0, 0, 0];
	for (let from = 0; from < names.length; from += batch) {
		const some = names.slice(from, from + batch);
		const cost = await bake(work, file, ...some).catch(() => undefined);
		seconds += cost?.seconds ?? 0;
		megabytes = Math.max(megabytes, cost?.megabytes ?? 0);
		failed += cost === undefined ? some.length : 0;
	}
	return { seconds, megabytes, stdout: "", failed };
}

console.log("| services, from cold | who | seconds | peak MB | not built |");
console.log("| ---: | --- | --- | ---: | --- |");
for (const count of counts) {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
	try {
		const [root, out] = [path.join(folder, "repository"), path.join(folder, "out")];
		for (const one of [root, out]) await mkdir(one);
		const services = await makeServices(root, count);
		const costs = [
			{ who: "ours", name: "lucid run", turn: ours, samples: [] as Cost[] },
			{ who: "bake", name: `docker buildx bake, ${batch} at a time`, turn: plain, samples: [] as Cost[] },
		];
		for (let round = 0; round < rounds; round++)
			for (const { who, turn, samples } of costs) {
				forget();
				const sha = commit(root, `round ${round}`);
				const at = `${registry}/many-${process.pid}-${count}-${round}-${who}`;
				samples.push(await turn({ root, out, services, sha, registry: at }));
			}
		for (const { name, samples } of costs) {
			const seconds = samples.map((one) => one.seconds.toFixed(1)).join(", ");
			const failed = samples.map((one) => one.failed).join(", ");
			console.log(
				`| ${count} | ${name} | ${seconds} | ${Math.round(median(samples.map((one) => one.megabytes)))} | ${failed} |`,
			);
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
