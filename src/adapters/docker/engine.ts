import semver from "semver";
import { defined } from "../../util/defined.ts";
import { type Problem, UserError } from "../../util/errors.ts";
import { parseJson, readList, readObject, readString } from "../../util/json.ts";
import type { ExecResult } from "../process/exec.ts";
import type { Docker } from "./docker.ts";

/** An engine and its plugins. An undefined version means that it is missing. */
export interface Engine {
	readonly client?: string;
	/** Undefined if no daemon responds; `unreachable` says why. */
	readonly server?: string;
	readonly unreachable?: string;
	/** Native platform, `linux/amd64`. */
	readonly native?: string;
	/** Name and kernel of its machine. */
	readonly machine?: { readonly name: string; readonly kernel: string };
	readonly buildx?: string;
	readonly compose?: string;
	/** The current builder of buildx. */
	readonly builder?: BuilderInfo;
	/** URLs of its mirrors of Docker Hub. */
	readonly mirrors?: readonly string[];
	/** Whether it uses containerd's image store, with which the docker driver can push reproducible images. */
	readonly containerdStore: boolean;
}

export interface BuilderInfo {
	readonly name: string;
	readonly driver: string;
	/** Platforms it can run, including emulated ones and variants (`linux/amd64/v2`), as buildx lists them. */
	readonly platforms: readonly string[];
	/** Of its nodes: an address (`ssh://pi@raspberrypi`), or the name of a Docker context (`default`). */
	readonly endpoints?: readonly string[];
	readonly error?: string;
}

/** What a stage requires of an engine. */
export interface EngineRequirements {
	readonly build?: true;
	/** Requires Compose. */
	readonly smoke?: true;
	readonly platforms?: readonly string[];
}

/** buildx 0.13 added `--progress=rawjson`, the BuildKit of engine 26 `rewrite-timestamp`. */
export const minimumVersions = { server: "26.0.0", buildx: "0.13.0", compose: "2.20.0" } as const;

/** Inspects an engine with docker, and the builder if `needs` include building. Rejects only on abort. */
export async function inspectEngine(
	docker: Docker,
	options: { readonly builder?: string; readonly signal?: AbortSignal; readonly needs?: EngineRequirements } = {},
): Promise<Engine> {
	const { builder, signal, needs } = options;
	const builds = needs === undefined || needs.build === true || needs.platforms !== undefined;
	const [info, inspected] = await Promise.all([
		// It fails only without docker, which an engine without versions stands for.
		docker(["info", "--format", "{{json .}}"], defined({ signal })).catch(() => undefined),
		builds ? inspectBuilder(docker, { builder, signal }) : undefined,
	]);
	signal?.throwIfAborted();
	if (info === undefined) return { containerdStore: false };
	return { ...readInfo(info.stdout, info.stderr), ...defined({ builder: inspected }) };
}

/** Inspects a builder, by default the current one; undefined without docker. */
export async function inspectBuilder(
	docker: Docker,
	{ builder, signal }: { readonly builder?: string | undefined; readonly signal?: AbortSignal | undefined },
): Promise<BuilderInfo | undefined> {
	const args = ["buildx", "inspect", ...(builder === undefined ? [] : ["--", builder])];
	// It fails only without docker.
	const inspected = await docker(args, defined({ signal })).catch(() => undefined);
	return inspected && addEmulatedPlatforms(readBuilder(inspected), process.env[emulatedVariable]);
}

/** The variable in which setup passes emulated platforms to later steps of the job. */
export const emulatedVariable = "LUCID_EMULATED";

/** The engine's own BuildKit lists new emulators up to 20 s late, although it can use them. */
export function addEmulatedPlatforms(
	builder: BuilderInfo | undefined,
	emulated: string | undefined,
): BuilderInfo | undefined {
	if (builder === undefined || builder.driver !== "docker" || !emulated) return builder;
	return { ...builder, platforms: [...new Set([...builder.platforms, ...emulated.split(",")])] };
}

/** Parses the output of `docker info`, or of the API, which has no plugins. */
export function readInfo(stdout: string, stderr: string): Engine {
	const info = readObject(parseJson(stdout)) ?? {};
	const clientInfo = readObject(info.ClientInfo);
	const plugins = Array.isArray(clientInfo?.Plugins) ? clientInfo.Plugins.map(readObject) : [];
	const plugin = (name: string) => readString(plugins.find((one) => one?.Name === name)?.Version);
	const [server, client] = [readString(info.ServerVersion), readString(clientInfo?.Version)];
	const unreachable = readList(info.ServerErrors)?.join("; ") || stderr.trim() || "no daemon responds";
	const reported = readString(info.Architecture);
	const architecture = architectures[reported ?? ""] ?? reported;
	const [name, kernel] = [readString(info.Name), readString(info.KernelVersion)];
	const status: unknown = info.DriverStatus;
	return {
		...defined({ client }),
		...(server !== undefined ? { server } : { unreachable }),
		...(server !== undefined &&
			architecture !== undefined && { native: `${readString(info.OSType) ?? "linux"}/${architecture}` }),
		...(name !== undefined && kernel !== undefined && { machine: { name, kernel } }),
		...defined({
			mirrors: readList(readObject(info.RegistryConfig)?.Mirrors),
			buildx: plugin("buildx"),
			compose: plugin("compose"),
		}),
		containerdStore: Array.isArray(status) && status.some((pair) => pair?.[1] === "io.containerd.snapshotter.v1"),
	};
}

const architectures: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64", armv7l: "arm/v7" };

/** Parses `docker buildx inspect`, which exits with 0 even if the builder is unreachable. */
export function readBuilder({ exitCode, stdout, stderr }: ExecResult): BuilderInfo | undefined {
	const field = (name: string) => new RegExp(`^${name}:[ \\t]*(\\S.*)$`, "m").exec(stdout)?.[1]?.trim();
	const name = field("Name");
	const error = field("Error") ?? (exitCode === 0 ? undefined : stderr.trim());
	if (name === undefined) return error === undefined ? undefined : { name: "", driver: "", platforms: [], error };
	const platforms = [...stdout.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([, list = ""]) =>
		list.split(",").map((item) => item.trim().replace(/\*$/, "")),
	);
	const endpoints = [...stdout.matchAll(/^Endpoint:[ \t]*(\S.*)$/gm)].flatMap(([, endpoint = ""]) => endpoint.trim());
	return {
		...{ name, driver: field("Driver") ?? "", platforms: [...new Set(platforms)] },
		...(endpoints.length > 0 && { endpoints }),
		...defined({ error }),
	};
}

/** Whether `wanted` is among the platforms; `linux/arm64/v8` equals `linux/arm64`. */
export function canRun(platforms: readonly string[], wanted: string): boolean {
	const normalize = (platform: string) => platform.replace(/\/arm64\/v8$/, "/arm64").replace(/\/arm$/, "/arm/v7");
	return platforms.some((platform) => normalize(platform) === normalize(wanted));
}

/** Throws a UserError with all problems of {@link engineProblems}. */
export function requireEngine(engine: Engine, needs: EngineRequirements): Engine {
	const problems = engineProblems(engine, needs);
	if (problems.length > 0) throw new UserError(problems);
	return engine;
}

/** Why this engine does not meet these requirements. */
export function engineProblems(engine: Engine, needs: EngineRequirements): readonly Problem[] {
	if (engine.client === undefined && engine.server === undefined && engine.unreachable === undefined)
		return [
			{
				code: "engine/missing",
				message: "docker is not installed",
				fix: "install Docker Engine (https://docs.docker.com/engine/install/) and make sure that docker is in PATH",
			},
		];
	const problems: Problem[] = [];
	if (engine.server === undefined)
		problems.push({
			code: "engine/not-running",
			message: "no Docker daemon responds",
			...defined({ why: engine.unreachable }),
			fix:
				"start Docker (systemctl start docker, or Docker Desktop), or set DOCKER_HOST or DOCKER_CONTEXT to a running " +
				"one; if permission was denied, join the group docker",
		});
	else problems.push(...tooOld("Docker Engine", engine.server, minimumVersions.server, "engine/too-old"));
	if (needs.build) problems.push(...buildProblems(engine));
	if (needs.smoke) problems.push(...pluginProblems("compose", "Docker Compose", engine.compose));
	// Platforms are unknown without a daemon or buildx, whose problem is reported already.
	if (problems.length === 0) problems.push(...platformProblems(engine, needs.platforms ?? []));
	return problems;
}

function buildProblems(engine: Engine): readonly Problem[] {
	const problems = [...pluginProblems("buildx", "buildx", engine.buildx)];
	const { builder } = engine;
	if (engine.server === undefined || engine.buildx === undefined || builder === undefined) return problems;
	if (builder.error !== undefined)
		problems.push({
			code: "engine/builder",
			message: `the builder ${builder.name || "that was named"} is unusable`,
			why: builder.error,
			fix: "see `docker buildx ls`; `docker buildx use default` selects Docker's own builder",
		});
	else if (builder.driver === "docker" && !engine.containerdStore)
		problems.push({
			code: "engine/image-store",
			message: "this Docker Engine uses its old image store, which cannot push reproducible images",
			why: "annotations and rewritten timestamps need containerd's image store, or a separate builder",
			fix:
				'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or ' +
				"`docker buildx create --driver=docker-container --use`",
		});
	return problems;
}

function platformProblems({ builder, native }: Engine, wanted: readonly string[]): readonly Problem[] {
	const platforms = builder?.platforms.length ? builder.platforms : native === undefined ? [] : [native];
	return wanted
		.filter((platform) => !canRun(platforms, platform))
		.map((platform) => ({
			code: "engine/platform",
			message: `cannot run ${platform}`,
			why: `${builder?.name ? `the builder ${builder.name}` : "the engine"} runs ${platforms.join(", ") || "nothing"}`,
			fix:
				"use a machine of that platform (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: " +
				`\`docker run --privileged --rm tonistiigi/binfmt --install ${platform.split("/")[1] ?? "arm64"}\`, ` +
				"or the package qemu-user-static",
		}));
}

function pluginProblems(plugin: "buildx" | "compose", name: string, version: string | undefined): readonly Problem[] {
	if (version !== undefined) return tooOld(name, version, minimumVersions[plugin], `engine/${plugin}-too-old`);
	const fix = `install the package docker-${plugin}-plugin`;
	return [{ code: `engine/${plugin}-missing`, message: `${name} is not installed`, fix }];
}

/** A version that cannot be parsed (a custom build) is accepted. */
function tooOld(name: string, version: string, minimum: string, code: string): readonly Problem[] {
	const parsed = semver.coerce(version);
	if (parsed === null || semver.gte(parsed, minimum)) return [];
	return [{ code, message: `${name} ${version} is too old`, fix: `install ${name} ${minimum} or newer` }];
}
