/**
 * How long the setup action takes, as a whole process, beside docker's own for QEMU: on a machine that is ready, and
 * where a platform has to be emulated, with the image of QEMU in the registry and in GitHub's cache, for which Azurite
 * stands. Run it with `script/bench setup`.
 *
 * One registration is real, and undone. The engine's own BuildKit does not forget an emulator that is gone, so what is
 * repeated asks for a platform of which the stand-in only says that it has registered it: what the kernel would take
 * for that is less than a millisecond.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import { emulatedVariable } from "../src/adapters/docker/engine.ts";
import { openJob, type StepResult } from "../test/actions/runner.ts";
import { engineVariables, host } from "../test/build/engine-build.ts";
import { smallRepo } from "../test/cli/small-repo.ts";
import { startCacheService } from "../test/support/cache-service.ts";
import { binfmtStandIn, forgetBinfmt } from "../test/support/stand-ins.ts";
import { between, median, medianOf, repeat, settle } from "./measure.ts";
import { findPeer } from "./peers/find.ts";
import { beside, report } from "./rows.ts";

const rounds = 7;
const dockersName = "docker/setup-qemu-action";
const [real, repeated] = ["linux/s390x", "linux/loong64"] as const;

await using service = await startCacheService();
await using repo = await smallRepo();
const image = await binfmtStandIn(host);
const tagged = `${host}/${image.replace(/@.*/, ":stand-in")}`;
const peer = await findPeer("setup-qemu-action");

// GitHub's cache knows an entry by its key and its path, which is the same in every job.
await using job = await openJob(repo.root, engineVariables);
const tools = path.join(job.temp, "tools");

/** As on a machine that has just started. */
async function forget(): Promise<void> {
	// Where docker's action keeps what came out of the cache.
	for (const folder of [tools, path.join(process.env.DOCKER_CONFIG ?? path.join(job.temp, ".docker"), ".cache")])
		await rm(folder, { recursive: true, force: true });
	await forgetBinfmt(image, host);
}

let run = 0;
/**
 * Seconds of a job's step, whose `post` is not counted. Each is a job by itself: it knows nothing of what the one
 * before has done.
 */
async function timed(
	action: string,
	inputs: Readonly<Record<string, string>>,
): Promise<StepResult & { seconds: number }> {
	const env = {
		...service.env(),
		GITHUB_RUN_ID: String(++run),
		GITHUB_REPOSITORY: "lucid/bench",
		RUNNER_TOOL_CACHE: tools,
		[emulatedVariable]: "",
	};
	await settle();
	const started = performance.now();
	const step = await job.step(action, inputs, env);
	const seconds = (performance.now() - started) / 1000;
	if (step.exitCode !== 0) throw new Error(step.log);
	await job.post(action, step.state, env);
	return { ...step, seconds };
}

/** Ours, and where the image has to come from for this to count. */
async function setUp(platforms: string, more: Readonly<Record<string, string>> = {}, from?: string): Promise<number> {
	const { outputs, seconds, log } = await timed("setup", { platforms, "binfmt-image": image, ...more });
	const images = JSON.parse(outputs.images ?? "{}") as { readonly binfmt?: string };
	if (images.binfmt !== from) throw new Error(`the image came from ${images.binfmt}, not ${from}\n${log}`);
	return seconds;
}

/** docker/setup-qemu-action for the same. */
async function theirs(folder: string): Promise<number> {
	await forget();
	return (await timed(folder, { image: tagged, platforms: "loong64" })).seconds;
}

try {
	const ready = await medianOf(rounds, () => setUp("linux/arm64"));
	await forget();
	const cold = await setUp(real, {}, "registry");
	if (peer.kind === "found") await theirs(peer.folder);
	const cached = async () => {
		await forget();
		return setUp(repeated, { mirror: "docker.io=127.0.0.1:1/docker.io" }, "cache");
	};
	const both =
		peer.kind === "found"
			? await between(cached, repeat(rounds, [[dockersName, () => theirs(peer.folder)]]))
			: { own: [await medianOf(rounds, cached)], others: undefined };
	const seconds = median(both.own);
	const size = ((service.entries[0]?.size ?? 0) / 1e6).toFixed(0);
	await report({
		work: "set-up with everything cached",
		ours: `${seconds.toFixed(2)} s`,
		peers: [
			peer.kind === "found"
				? beside(dockersName, both.others?.[dockersName], 2)
				: { name: dockersName, missing: peer.why },
		],
		reach: "under 1 s",
		held: seconds < 1,
		note: `an image of ${size} MB with QEMU from GitHub's cache, registered; ${ready.toFixed(2)} s if the machine is ready, ${cold.toFixed(2)} s with the image from a local registry`,
		why: "Unpacking QEMU and inspecting the engine take most of it. On a machine that already runs the platform, such as an arm64 runner, there is nothing to do.",
	});
} finally {
	await forget();
}
