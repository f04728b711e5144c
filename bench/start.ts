/**
 * How long each action's entry takes to start, and what dist weighs, beside the bundles of docker's actions: each in an
 * empty folder with no docker to be found, so that it loads, reads its inputs, says what is missing and ends. Run it
 * with `script/bench start`.
 */
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inTurn, median, once, type Sample } from "./measure.ts";
import { findPeer } from "./peers/find.ts";
import { report } from "./rows.ts";

const dist = path.join(import.meta.dirname, "../dist");
const runs = 15;
const folder = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
try {
	const event = path.join(folder, "event.json");
	await writeFile(event, "{}");
	const start =
		(script: string, env: NodeJS.ProcessEnv = {}) =>
		() =>
			once([process.execPath, script], {
				cwd: folder,
				exitCodes: [0, 1, 2, 3],
				stderr: "dropped",
				env: {
					PATH: folder,
					GITHUB_ACTIONS: "true",
					GITHUB_EVENT_PATH: event,
					GITHUB_WORKSPACE: folder,
					RUNNER_TEMP: folder,
					GITHUB_REPOSITORY: "lucid/bench",
					...env,
				},
			});
	const entries = ["run", "setup", "plan", "lint", "build", "verify", "smoke", "publish", "report"];
	const peer = await findPeer("build-push-action");
	const programs: Record<string, () => Promise<Sample>> = Object.fromEntries(
		entries.map((entry) => [entry, start(path.join(dist, `${entry}.js`))]),
	);
	// As the first on a machine, with nothing kept of an earlier start.
	for (const entry of entries)
		programs[`${entry}, first`] = start(path.join(dist, `${entry}.js`), { NODE_DISABLE_COMPILE_CACHE: "1" });
	if (peer.kind === "found") programs.theirs = start(path.join(peer.folder, "dist/index.cjs"));
	const samples = await inTurn(programs, runs);
	const of = (name: string) => ({
		seconds: median((samples[name] ?? []).map((sample) => sample.seconds)),
		megabytes: median((samples[name] ?? []).map((sample) => sample.megabytes)),
	});
	const slowestOf = (names: readonly string[]) => names.map(of).reduce((a, b) => (b.seconds > a.seconds ? b : a));
	const slowest = slowestOf(entries);
	const first = slowestOf(entries.map((entry) => `${entry}, first`));
	const largest = Math.max(...entries.map((entry) => of(entry).megabytes));
	for (const entry of entries)
		console.log(`${entry}: ${of(entry).seconds.toFixed(3)} s, ${Math.round(of(entry).megabytes)} MB`);
	const name = "docker/build-push-action";
	const theirs = of("theirs");
	await report({
		work: "start of each action's entry",
		ours: `${slowest.seconds.toFixed(2)} s, ${Math.round(largest)} MB`,
		peers: [
			peer.kind === "found"
				? {
						name,
						value: `${theirs.seconds.toFixed(2)} s, ${Math.round(theirs.megabytes)} MB`,
						ratio: theirs.seconds / slowest.seconds,
					}
				: { name, missing: peer.why },
		],
		reach: "0.1 s, 70 MB; at most half of build-push-action's",
		held: slowest.seconds <= 0.1 && largest <= 70 && (peer.kind === "missing" || theirs.seconds / slowest.seconds >= 2),
		note: `the slowest and the largest of ${entries.length} entries; ${first.seconds.toFixed(2)} s without compiled code`,
		why: "Most of it is the catalog's schema and YAML, which every stage reads; Node alone takes 0.03 s and 43 MB.",
	});
	const bytes = await sizeOf(dist);
	await report({
		work: "dist",
		ours: `${(bytes / 1e6).toFixed(2)} MB`,
		peers: [
			peer.kind === "found"
				? {
						name: `${name}, one action`,
						value: `${((await sizeOf(path.join(peer.folder, "dist"))) / 1e6).toFixed(2)} MB`,
						ratio: (await sizeOf(path.join(peer.folder, "dist"))) / bytes,
					}
				: { name, missing: peer.why },
		],
		reach: "under 3 MB in all",
		held: bytes < 3_000_000,
	});
} finally {
	await rm(folder, { recursive: true, force: true });
}

async function sizeOf(folder: string): Promise<number> {
	const sizes = (await readdir(folder)).map(async (name) => (await stat(path.join(folder, name))).size);
	return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
