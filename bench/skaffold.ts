// 35 images from cold, and with nothing changed on a new commit, beside Skaffold, which hashes what a build depends on
// as we do. Run it with `script/bench skaffold`.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { between, median, repeat } from "./measure.ts";
import { type Contestant, ours, turnOf, type Work } from "./peers/contestants.ts";
import type { Found } from "./peers/find.ts";
import { findSkaffold, pullBases, skaffold, skaffoldFile } from "./peers/skaffold.ts";
import { commit, forget, makeRepository } from "./repository.ts";
import { beside, report } from "./rows.ts";

const host = process.env.LUCID_REGISTRY;
if (host === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench skaffold");
const rounds = Number(process.env.LUCID_BENCH_ROUNDS ?? 3);
const services = Number(process.env.LUCID_BENCH_SERVICES ?? 35);
const name = "skaffold build";

const folder = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
const root = path.join(folder, "repository");
const out = path.join(folder, "out");
let turn = 0;

/** Each from cold, or each with what it built last, on a commit of its own. */
async function measure(found: Found, cold: boolean) {
	const next = async (who: string): Promise<Work> => {
		if (cold) forget();
		const home = cold ? `skaffold-cold-${turn}` : who;
		return { root, out, services: names, sha: commit(root, `commit ${turn++}`), registry: `${host}/${home}` };
	};
	const args = cold ? ["build"] : ["run", "--smoke=off", "--no-require-smoke"];
	const own = (times: number) => turnOf("ours", async (work) => (await ours(work, ...args)).seconds, next, times);
	const goes = cold ? 1 : 3;
	// One of each that does not count: what nothing has changed since.
	await own(1)();
	if (found.kind === "missing") return between(own(goes), []);
	const memory = ({ registry }: Work) => path.join(out, `${registry.replaceAll("/", "-")}.cache`);
	const build: Contestant = (work) => skaffold(found.folder, work, memory(work));
	const withBases = async (who: string) => {
		const work = await next(who);
		await pullBases();
		return work;
	};
	const theirs = (times: number) => turnOf("skaffold", build, withBases, times);
	await theirs(1)();
	return between(own(goes), repeat(rounds, [[name, theirs(goes)]]));
}

await mkdir(out);
const names = await makeRepository(root, services, host);
await writeFile(path.join(root, "skaffold.yaml"), skaffoldFile(names));
try {
	const found = await findSkaffold();
	for (const cold of [true, false]) {
		const { own, others } = await measure(found, cold);
		const work = cold ? "from cold" : "new commit, nothing changed, tags for the commit written";
		const peer =
			found.kind === "missing"
				? { name, missing: found.why }
				: { ...beside(name, others[name], cold ? 1 : 2), name: `${name}, ${found.version}` };
		await report({
			work: `${services} services, ${work}, beside Skaffold`,
			ours: `${median(own).toFixed(cold ? 1 : 2)} s`,
			peers: [peer],
			reach: "no slower",
			held: "missing" in peer || peer.ratio >= 1,
			why: "Skaffold uses a local file of its builds, which a GitHub job lacks. Ours queries the registry and reads back its tags.",
		});
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}
