import { exportVariable, setOutput } from "@actions/core";
import {
	canRun,
	type Engine,
	type EngineNeeds,
	emulatedVariable,
	engineProblems,
	readBuilder,
	refuseEngine,
	withEmulated,
} from "../../../adapters/docker/engine.ts";
import { lookAtUsualEngine } from "../../../adapters/docker/inspect-engine.ts";
import { githubRun } from "../../../adapters/github/run-event.ts";
import { exec } from "../../../adapters/process/exec.ts";
import { readMirrors } from "../../../adapters/registry/registry.ts";
import { parseOptions, type StageOptions } from "../../../options/parse-options.ts";
import { UserError } from "../../../util/errors.ts";
import { exitCodeOfError } from "../../exit-code.ts";
import { logIn } from "../docker-login.ts";
import { readInputs } from "../inputs.ts";
import { annotateError, withoutCommands } from "../job-log.ts";
import { quietDocker } from "../show-exec.ts";
import { createBuilder, type WantedBuilder, wantedBuilder } from "./builder.ts";
import { mirrorsOf } from "./buildkitd-config.ts";
import { emulate } from "./emulation.ts";
import type { Supply } from "./fetch-image.ts";
import { loadCache } from "./folder-cache.ts";
import { type Origin, type Provided, provideImage, toldOf } from "./provide-image.ts";
import { rootBesideEngine } from "./rootfs.ts";
import { inSeconds, timed } from "./timing.ts";

/** What setup did, for its outputs and the environment of later steps. */
interface Done {
	/** Name of a builder that was created. */
	readonly created: string | undefined;
	readonly builder: string;
	readonly platforms: readonly string[];
	readonly emulated: readonly string[];
	readonly dockerConfig: string | undefined;
	/** Where the images came from that were needed. */
	readonly images: Readonly<Partial<Record<"binfmt" | "buildkit", Origin>>>;
}

/** Makes Docker ready for the wanted platforms, doing only what is not done yet. */
export async function setup(): Promise<void> {
	const start = performance.now();
	try {
		const options = parseOptions(readInputs("setup"), { env: process.env, cwd: process.cwd() });
		const done = await withoutCommands(() => prepare(options));
		if (done.created !== undefined) exportVariable("BUILDX_BUILDER", done.created);
		if (done.emulated.length > 0) exportVariable(emulatedVariable, done.emulated.join(","));
		if (done.dockerConfig !== undefined) {
			exportVariable("DOCKER_CONFIG", done.dockerConfig);
			exportVariable("BUILDX_CONFIG", process.env.BUILDX_CONFIG ?? "");
		}
		setOutput("builder", done.builder);
		setOutput("platforms", done.platforms.join(","));
		setOutput("emulated", done.emulated.join(","));
		setOutput("images", JSON.stringify(done.images));
		console.log(`ready for ${options.platforms.join(", ")} in ${inSeconds(performance.now() - start)}`);
	} catch (error) {
		await annotateError(error);
		process.exitCode = exitCodeOfError(error);
	}
}

async function prepare(options: StageOptions): Promise<Done> {
	const login = await timed(
		"logging in",
		() => logIn(options),
		(done) => done && `logged in at ${done.hosts.join(", ")}`,
	);
	if (options.emulate && options.cacheImages && options.platforms.some(isForeign)) loadCache();
	const before = await timed("looking at the engine", look, inWords);
	const problems = engineProblems(before, { build: true, smoke: true });
	// A builder that cannot do the job is not a problem yet: one is made.
	const unfit = problems.filter(({ code }) => mendable.has(code));
	if (problems.length > unfit.length) throw new UserError(problems);
	const wanted = await wantedBuilder(unfit[0], options);
	const emulated = options.emulate ? await foreignPlatforms(before, wanted, options.platforms) : [];
	const supply = await supplyOf(before, options);
	const images: { binfmt?: Origin; buildkit?: Origin } = {};
	if (emulated.length > 0) {
		images.binfmt = await emulate(emulated, options.binfmtImage, supply, await rootBesideEngine(before));
		process.env[emulatedVariable] = emulated.join(",");
	}
	const needs: EngineNeeds = { build: true, smoke: true, platforms: options.platforms };
	if (wanted === undefined) {
		const after = refuseEngine(emulated.length > 0 ? await lookAgain(before) : before, needs);
		return { ...builderOf(after), created: undefined, emulated, dockerConfig: login?.folder, images };
	}
	console.log(`a builder is made for this job: ${wanted.why}`);
	const buildkit = await buildkitImage(wanted, options, supply);
	if (buildkit !== undefined && isHere(wanted, options)) images.buildkit = buildkit.origin;
	const created = await timed(
		"creating the builder",
		() => createBuilder(wanted, options, buildkit, supply.mirrors),
		(name) => `builder ${name} (${wanted.driver}) created`,
	);
	const after = refuseEngine(await look(created), needs);
	return { ...builderOf(after), created, builder: created, emulated, dockerConfig: login?.folder, images };
}

const mendable: ReadonlySet<string> = new Set(["engine/image-store", "engine/builder"]);

/** Most likely: the engine may run elsewhere, or run it already. */
const isForeign = (platform: string) => platform.split("/")[1] !== (process.arch === "x64" ? "amd64" : process.arch);

function look(builder?: string): Promise<Engine> {
	const { signal } = new AbortController();
	return lookAtUsualEngine(
		{ build: true, smoke: true },
		{ docker: quietDocker, exec, env: process.env, signal, builder },
	);
}

/** After QEMU was registered: the engine's own BuildKit would not know yet, so there is nothing to ask. */
async function lookAgain(before: Engine): Promise<Engine> {
	const builder = withEmulated(before.builder, process.env[emulatedVariable]);
	return builder?.driver === "docker" ? { ...before, builder } : look();
}

const builderOf = ({ builder }: Engine) => ({ builder: builder?.name ?? "", platforms: builder?.platforms ?? [] });

/** What neither the engine runs, by itself or because QEMU is registered already, nor a machine elsewhere that builds. */
async function foreignPlatforms(
	engine: Engine,
	wanted: WantedBuilder | undefined,
	platforms: readonly string[],
): Promise<readonly string[]> {
	const driver = wanted?.driver ?? engine.builder?.driver;
	if (driver === "remote" || driver === "kubernetes") return [];
	const elsewhere = wanted?.nodes.flatMap((node) => node.platforms ?? []) ?? [];
	const native = engine.native === undefined ? [] : [engine.native];
	const foreign = platforms.filter((platform) => !canRun([...native, ...elsewhere], platform));
	if (foreign.length === 0) return [];
	// A builder of somebody's own may not run yet, or not here; Docker's own always tells what the engine runs.
	const isOwn = engine.builder?.driver === "docker" && engine.builder.platforms.length > 0;
	const own = isOwn ? engine.builder : readBuilder(await quietDocker(["buildx", "inspect", "default"]));
	return foreign.filter((platform) => !canRun(own?.platforms ?? [], platform));
}

async function supplyOf({ native = "linux/amd64", mirrors = [] }: Engine, options: StageOptions): Promise<Supply> {
	const isFork = (await githubRun(process.env))?.fromFork;
	const asked = readMirrors([...options.mirror].map(([from, to]) => `${from}=${to}`));
	return {
		native,
		mirrors: mirrorsOf(asked, mirrors),
		cache: !options.cacheImages ? "off" : isFork ? "read" : "read-write",
	};
}

/** Undefined where no BuildKit is started, or the user says which. One that starts on another engine is pulled there. */
async function buildkitImage(
	wanted: WantedBuilder,
	options: StageOptions,
	supply: Supply,
): Promise<Provided | undefined> {
	if (wanted.driver === "remote" || options.driverOpts.some((option) => option.startsWith("image="))) return undefined;
	if (!isHere(wanted, options)) return { name: options.buildkitImage, origin: "pulled" };
	return timed(
		"getting the image of BuildKit",
		() => provideImage(options.buildkitImage, supply),
		({ origin }) => toldOf("BuildKit", origin),
	);
}

const isHere = ({ driver, nodes }: WantedBuilder, { endpoint }: StageOptions) =>
	driver === "docker-container" && nodes.length === 0 && endpoint === undefined;

function inWords({ server, buildx, compose, builder }: Engine): string {
	const parts = [
		`Docker ${server ?? "does not answer"}`,
		`buildx ${buildx ?? "missing"}`,
		`Compose ${compose ?? "missing"}`,
		builder && `builder ${builder.name} (${builder.driver}) for ${builder.platforms.join(", ")}`,
	];
	return parts.filter(Boolean).join(", ");
}
