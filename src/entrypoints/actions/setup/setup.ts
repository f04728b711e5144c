import { exportVariable, setOutput } from "@actions/core";
import {
	addEmulatedPlatforms,
	canRun,
	type Engine,
	type EngineRequirements,
	emulatedVariable,
	engineProblems,
	readBuilder,
	requireEngine,
} from "../../../adapters/docker/engine.ts";
import { inspectDefaultEngine } from "../../../adapters/docker/inspect-engine.ts";
import { githubRun } from "../../../adapters/github/run-event.ts";
import { exec } from "../../../adapters/process/exec.ts";
import { readMirrors, readTokenHosts } from "../../../adapters/registry/registry.ts";
import { parseOptions, type StageOptions } from "../../../options/parse-options.ts";
import { UserError } from "../../../util/errors.ts";
import { exitCodeOfError } from "../../exit-code.ts";
import { readActionInputs } from "../action-inputs.ts";
import { logIn } from "../docker-login.ts";
import { annotateError, inSeconds, logTimed, withoutCommands } from "../job-log.ts";
import { quietDocker } from "../logged-exec.ts";
import { createBuilder, type WantedBuilder, wantedBuilder } from "./builder.ts";
import { mirrorsOf } from "./buildkitd-config.ts";
import { registerQemu } from "./emulation.ts";
import type { ImageSources } from "./fetch-image.ts";
import { preloadCacheLibrary } from "./folder-cache.ts";
import { describeOrigin, type ImageOrigin, type ProvidedImage, provideImage } from "./provide-image.ts";
import { rootOnEngineHost } from "./run-as-root.ts";

/** What setup did, for its outputs and the environment of later steps. */
interface SetupResult {
	/** Name of the created builder. */
	readonly created: string | undefined;
	readonly builder: string;
	readonly platforms: readonly string[];
	readonly emulated: readonly string[];
	readonly dockerConfig: string | undefined;
	/** Where the images came from. */
	readonly images: Readonly<Partial<Record<"binfmt" | "buildkit", ImageOrigin>>>;
}

/** Prepares Docker for the requested platforms. Skips what is already done. */
export async function setup(): Promise<void> {
	const start = performance.now();
	try {
		const options = parseOptions(readActionInputs("setup"), { env: process.env, cwd: process.cwd() }, "setup");
		const result = await withoutCommands(() => prepare(options));
		if (result.created !== undefined) exportVariable("BUILDX_BUILDER", result.created);
		if (result.emulated.length > 0) exportVariable(emulatedVariable, result.emulated.join(","));
		if (result.dockerConfig !== undefined) {
			exportVariable("DOCKER_CONFIG", result.dockerConfig);
			exportVariable("BUILDX_CONFIG", process.env.BUILDX_CONFIG ?? "");
		}
		setOutput("builder", result.builder);
		setOutput("platforms", result.platforms.join(","));
		setOutput("emulated", result.emulated.join(","));
		setOutput("images", JSON.stringify(result.images));
		console.log(`ready for ${options.platforms.join(", ")} in ${inSeconds(performance.now() - start)}`);
	} catch (error) {
		await annotateError(error);
		process.exitCode = exitCodeOfError(error);
	}
}

async function prepare(options: StageOptions): Promise<SetupResult> {
	const login = await logTimed(
		"logging in",
		() => logIn(options),
		(login) => login && `logged in at ${login.hosts.join(", ")}`,
	);
	if (options.emulate && options.cacheImages && options.platforms.some(isForeign)) preloadCacheLibrary();
	const before = await logTimed("inspecting the engine", inspect, describeEngine);
	const problems = engineProblems(before, { build: true, smoke: true });
	// An insufficient builder is not a problem yet, because setup creates one.
	const unfit = problems.filter(({ code }) => fixedByBuilder.has(code));
	if (problems.length > unfit.length) throw new UserError(problems);
	const wanted = await wantedBuilder(unfit[0], options);
	const emulated = options.emulate ? await foreignPlatforms(before, wanted, options.platforms) : [];
	const sources = await imageSources(before, options);
	const images: { binfmt?: ImageOrigin; buildkit?: ImageOrigin } = {};
	if (emulated.length > 0) {
		images.binfmt = await registerQemu(emulated, options.binfmtImage, sources, await rootOnEngineHost(before));
		process.env[emulatedVariable] = emulated.join(",");
	}
	const needs: EngineRequirements = { build: true, smoke: true, platforms: options.platforms };
	if (wanted === undefined) {
		const after = requireEngine(emulated.length > 0 ? await inspectAgain(before) : before, needs);
		return { ...builderOf(after), created: undefined, emulated, dockerConfig: login?.folder, images };
	}
	console.log(`creating a builder for this job: ${wanted.why}`);
	const buildkit = await buildkitImage(wanted, options, sources);
	if (buildkit !== undefined && isHere(wanted, options)) images.buildkit = buildkit.origin;
	const created = await logTimed(
		"creating the builder",
		() => createBuilder(wanted, options, buildkit, sources.mirrors),
		(name) => `builder ${name} (${wanted.driver}) created`,
	);
	const after = requireEngine(await inspect(created), needs);
	return { ...builderOf(after), created, builder: created, emulated, dockerConfig: login?.folder, images };
}

const fixedByBuilder: ReadonlySet<string> = new Set(["engine/image-store", "engine/builder"]);

/** Probably: the engine may run elsewhere or already have an emulator. */
const isForeign = (platform: string) => platform.split("/")[1] !== (process.arch === "x64" ? "amd64" : process.arch);

function inspect(builder?: string): Promise<Engine> {
	const { signal } = new AbortController();
	return inspectDefaultEngine(
		{ build: true, smoke: true },
		{ docker: quietDocker, exec, env: process.env, signal, builder },
	);
}

/** After QEMU is registered, the engine's own BuildKit does not list the platforms yet. */
async function inspectAgain(before: Engine): Promise<Engine> {
	const builder = addEmulatedPlatforms(before.builder, process.env[emulatedVariable]);
	return builder?.driver === "docker" ? { ...before, builder } : inspect();
}

const builderOf = ({ builder }: Engine) => ({ builder: builder?.name ?? "", platforms: builder?.platforms ?? [] });

/** Platforms that neither the engine, an emulator nor a remote node of the builder can run. */
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
	// Another builder may not run yet, or not here; Docker's own always lists what the engine runs.
	const isOwn = engine.builder?.driver === "docker" && engine.builder.platforms.length > 0;
	const own = isOwn ? engine.builder : readBuilder(await quietDocker(["buildx", "inspect", "default"]));
	return foreign.filter((platform) => !canRun(own?.platforms ?? [], platform));
}

async function imageSources(
	{ native = "linux/amd64", mirrors = [] }: Engine,
	options: StageOptions,
): Promise<ImageSources> {
	const isFork = (await githubRun(process.env))?.fromFork;
	const configured = readMirrors([...options.mirror].map(([from, to]) => `${from}=${to}`));
	return {
		native,
		mirrors: mirrorsOf(configured, mirrors),
		tokenHosts: readTokenHosts(options.registryTokenHosts),
		cache: !options.cacheImages ? "off" : isFork ? "read" : "read-write",
	};
}

/** Undefined if no BuildKit is started or the user names its image. Another engine pulls the image itself. */
async function buildkitImage(
	wanted: WantedBuilder,
	options: StageOptions,
	sources: ImageSources,
): Promise<ProvidedImage | undefined> {
	if (wanted.driver === "remote" || options.driverOpts.some((option) => option.startsWith("image="))) return undefined;
	if (!isHere(wanted, options)) return { name: options.buildkitImage, origin: "pulled" };
	return logTimed(
		"fetching the BuildKit image",
		() => provideImage(options.buildkitImage, sources),
		({ origin }) => describeOrigin("BuildKit", origin),
	);
}

const isHere = ({ driver, nodes }: WantedBuilder, { endpoint }: StageOptions) =>
	driver === "docker-container" && nodes.length === 0 && endpoint === undefined;

function describeEngine({ server, buildx, compose, builder }: Engine): string {
	const parts = [
		`Docker ${server ?? "does not answer"}`,
		`buildx ${buildx ?? "missing"}`,
		`Compose ${compose ?? "missing"}`,
		builder && `builder ${builder.name} (${builder.driver}) for ${builder.platforms.join(", ")}`,
	];
	return parts.filter(Boolean).join(", ");
}
