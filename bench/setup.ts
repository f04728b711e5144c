/**
 * How long the setup action takes, as a whole process: on a machine that is ready, and where a platform has to be emulated, with the image of QEMU in the
 * registry and in GitHub's cache, for which Azurite stands. Registrations are real, and undone. Run it with `script/bench setup`.
 */
import { emulatedVariable } from "../src/docker/engine.ts";
import { openJob } from "../test/actions/runner.ts";
import { docker, host } from "../test/build/engine-build.ts";
import { smallRepo } from "../test/cli/small-repo.ts";
import { startCacheService } from "../test/support/cache-service.ts";
import { binfmtStandIn } from "../test/support/stand-ins.ts";
import { median } from "./measure.ts";
import { report } from "./rows.ts";

const rounds = 5;
/** Nothing else here needs these. Each is registered once: the engine's own BuildKit does not forget an emulator that is gone. */
const [first, second] = ["linux/s390x", "linux/riscv64"] as const;

await using service = await startCacheService();
await using repo = await smallRepo();
const engine = ["DOCKER_HOST", "DOCKER_CONFIG", "LUCID_MIRRORS"].flatMap((name) => {
	const value = process.env[name];
	return value === undefined ? [] : [[name, value] as const];
});
await using job = await openJob(repo.root, Object.fromEntries(engine));
const image = await binfmtStandIn(host);
const mirrored = image.replace("docker.io/", `${host}/docker.io/`);
const kept = `localhost:1/lucid/binfmt:${image.split("@")[1]?.replace(":", "-")}`;

/** As on a machine that has just started. */
async function forget(): Promise<void> {
	await docker(["run", "--rm", "--privileged", mirrored, "--uninstall", "s390x,riscv64"]);
	await docker(["image", "rm", "--force", kept, mirrored, mirrored.replace(/@.*/, ":stand-in")]);
}

let run = 0;
/** Seconds of the step, whose `post` is not counted; and where the image came from. */
async function setUp(platforms: string, more: Readonly<Record<string, string>> = {}, from?: string): Promise<number> {
	// Each is a job by itself: it knows nothing of what the one before has registered.
	const env = { ...service.env(), GITHUB_RUN_ID: String(++run), [emulatedVariable]: "" };
	const started = performance.now();
	const step = await job.step("setup", { platforms, "binfmt-image": image, ...more }, env);
	const seconds = (performance.now() - started) / 1000;
	if (step.exitCode !== 0) throw new Error(step.log);
	const images = JSON.parse(step.outputs.images ?? "{}") as { readonly binfmt?: string };
	if (images.binfmt !== from) throw new Error(`the image came from ${images.binfmt}, not ${from}\n${step.log}`);
	await job.post("setup", step.state, env);
	return seconds;
}

try {
	const seconds: number[] = [];
	for (let i = 0; i < rounds; i++) seconds.push(await setUp("linux/arm64"));
	const ready = median(seconds);
	await forget();
	const cold = await setUp(first, {}, "registry");
	await forget();
	const cached = await setUp(second, { mirror: "docker.io=127.0.0.1:1/docker.io" }, "cache");
	console.log(
		`ready machine ${ready.toFixed(2)} s, QEMU from a registry ${cold.toFixed(2)} s, from the cache ${cached.toFixed(2)} s`,
	);
	await report({
		work: "set-up with everything cached",
		ours: `${cached.toFixed(2)} s`,
		peers: [],
		reach: "under 1 s",
		held: cached < 1,
		note: `the image of QEMU out of GitHub's cache and registered; ${ready.toFixed(2)} s where the machine is ready, ${cold.toFixed(2)} s with the image from a registry beside it`,
		why: "What takes the time is the engine: taking the image of QEMU in, and starting a privileged container of it. Where the machine runs the platform already, as an arm64 runner does, there is nothing to do.",
	});
} finally {
	await forget();
}
