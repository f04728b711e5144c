/**
 * How the work grows: with the number of services (1, 35, 300), with what the registry's answers take (0 and 30 ms
 * more), and with the size of a new layer (1 and 600 MB). Run it with `script/bench scale`.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { arch, tmpdir } from "node:os";
import path from "node:path";
import { farRegistry } from "./delay.ts";
import { between, median, repeat } from "./measure.ts";
import { bake, type Contestant, definition, ours, turnOf, type Work } from "./peers/contestants.ts";
import { commit, fill, start } from "./repository.ts";
import { beside, report } from "./rows.ts";

const registry = process.env.LUCID_REGISTRY;
if (registry === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench scale");
const platform = arch() === "arm64" ? "linux/arm64" : "linux/amd64";
const rounds = Number(process.env.LUCID_BENCH_ROUNDS ?? 3);
const run = ["run", "--smoke=off", "--no-require-smoke"] as const;
let turn = 0;

const lucid: Contestant = async (work) => (await ours(work, ...run)).seconds;
const plain: Contestant = async (work) => (await bake(work, await definition(work))).seconds;

/** Services of one small file each, `services` of them; every one has its folder. */
async function makeServices(root: string, services: number): Promise<readonly string[]> {
	const names = Array.from({ length: services }, (_, i) => `service-${i}`);
	const lines = [
		"version: 1",
		"project: scale",
		'image: "{{name}}"',
		`defaults: { platforms: [${platform}] }`,
		"services:",
	];
	for (const name of names) {
		await mkdir(path.join(root, name), { recursive: true });
		await writeFile(path.join(root, name, "file"), `${name}\n`);
		await writeFile(path.join(root, name, "Dockerfile"), "FROM scratch\nCOPY file /\nUSER 65532:65532\n");
		lines.push(`  ${name}: { context: ${name} }`);
	}
	await writeFile(path.join(root, "lucid.yml"), `${lines.join("\n")}\n`);
	start(root);
	return names;
}

interface Place extends AsyncDisposable {
	readonly root: string;
	readonly next: (name: string) => Promise<Work>;
}

/** A repository of so many services; each turn has a commit of its own, with what `change` does to it. */
async function openPlace(host: string, services: number, change: (root: string) => Promise<void>): Promise<Place> {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
	const [root, out] = [path.join(folder, "repository"), path.join(folder, "out")];
	for (const one of [root, out]) await mkdir(one);
	const names = await makeServices(root, services);
	const home = `scale-${turn}`;
	return {
		root,
		async next(name) {
			await change(root);
			return { root, out, services: names, sha: commit(root, `commit ${turn++}`), registry: `${host}/${home}-${name}` };
		},
		async [Symbol.asyncDispose]() {
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** New commit, nothing changed: beside bake, which has all of it cached. */
async function unchanged(services: number, milliseconds: number): Promise<void> {
	await using far = await farRegistry(registry ?? "", milliseconds);
	await using place = await openPlace(far.host, services, async () => {});
	const peer = "docker buildx bake";
	await lucid(await place.next("ours"));
	// A bake of hundreds of targets may lose one of them on the engine's own builder: what it has built by then is
	// cached.
	const theirs = await plain(await place.next("bake")).then(
		() => undefined,
		(error: Error) => error.message.split("\n")[0] ?? "it failed",
	);
	const others = theirs === undefined ? [["bake", turnOf("bake", plain, place.next)] as const] : [];
	const { own, others: found } = await between(turnOf("ours", lucid, place.next), repeat(rounds, others));
	const bakes = found.bake === undefined ? undefined : beside(peer, found.bake, 2);
	await report({
		work: `${services} small ${services === 1 ? "service" : "services"}, ${milliseconds === 0 ? "" : `${milliseconds} ms added to each registry request, `}new commit, nothing changed`,
		ours: `${median(own).toFixed(2)} s`,
		peers: [bakes ?? { name: peer, missing: `it fails: ${theirs}` }],
		reach: "no slower than bake with everything cached",
		held: bakes === undefined || bakes.ratio >= 1,
		why: "Starting our process and planning take half a second, even with nothing to do.",
	});
}

/** One service whose only layer is new. */
async function newLayer(megabytes: number): Promise<void> {
	await using place = await openPlace(registry ?? "", 1, (root) => fill(path.join(root, "service-0/file"), megabytes));
	for (const [name, contestant] of [["ours", lucid] as const, ["bake", plain] as const])
		await contestant(await place.next(name));
	const { own, others } = await between(
		turnOf("ours", lucid, place.next),
		repeat(rounds, [["bake", turnOf("bake", plain, place.next)]]),
	);
	const turns = others.bake ?? [];
	const more = median(turns.map((one) => one.ours - one.theirs));
	await report({
		work: `one service, a new layer of ${megabytes} MB`,
		ours: `${median(own).toFixed(2)} s`,
		peers: [beside("docker buildx bake", turns, 2)],
		reach: "that build + 1 s",
		held: more <= 1,
		note: `that build + ${more.toFixed(2)} s`,
		why: "Verification reads the layer back from the registry, unpacks it and checks its content.",
	});
}

for (const [services, milliseconds] of [
	[1, 0],
	[35, 0],
	[300, 0],
	[35, 30],
	[300, 30],
] as const)
	await unchanged(services, milliseconds);
for (const megabytes of [1, 600]) await newLayer(megabytes);
