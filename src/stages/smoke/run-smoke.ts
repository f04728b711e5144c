import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Docker, PortAccess } from "../../adapters/docker/docker.ts";
import type { EngineApi } from "../../adapters/docker/engine-api.ts";
import type { Credentials } from "../../adapters/registry/credentials.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { SmokedService, SmokeFailure, SmokeResult } from "../../model/documents/smoke.ts";
import { defined } from "../../util/defined.ts";
import type { Progress, ProgressEvent, ProgressStep } from "../../util/progress.ts";
import { type Redact, redactor } from "../../util/redact.ts";
import { EngineUnavailable } from "./engine/call.ts";
import { removeLeftovers } from "./engine/owner.ts";
import { runStack, type StackResult } from "./run-stack.ts";
import { type PushedImage, pinnedRef, publishedDependencies, selectMembers } from "./select-members.ts";
import { verdictRow } from "./verdict/verdict-row.ts";

export type { PushedImage } from "./select-members.ts";

export interface SmokeOptions {
	/** Services that start at once; default: four per processor of the engine, two under emulation. */
	readonly maxParallel?: number;
	/** `present`: pulls nothing. */
	readonly images?: "pull" | "present";
	/** Way to the engine's published ports; default: this machine's loopback. */
	readonly reach?: PortAccess;
	/** Limit for the whole run, ms; default: half an hour. What is undecided then is `unknown`. */
	readonly deadlineMs?: number;
	/** Maps an external's image to its mirror. */
	readonly mirrored?: (image: string) => string;
	/** Logins of the registries that images are pulled from; default: none. */
	readonly credentials?: Credentials;
	/** Removes secrets from what containers print; default: only terminal escapes. */
	readonly redact?: Redact;
}

export interface SmokeInput {
	readonly plan: Plan;
	/** Pushed images that get a verdict, built or unchanged. */
	readonly images: readonly PushedImage[];
	/** Images for their needs, without a verdict. The plan's unchanged images need not be listed. */
	readonly supporting?: readonly PushedImage[];
	/** For Compose. */
	readonly docker: Docker;
	/** For everything else; the same engine. */
	readonly api: EngineApi;
	readonly progress: Progress;
	readonly signal?: AbortSignal | undefined;
	readonly options?: SmokeOptions;
	/** For the Compose file and `logs/`, with a folder per platform if there are several. Created if missing. */
	readonly outDir: string;
}

const defaultDeadlineMs = 30 * 60_000;

/**
 * Starts pushed images by digest, one Compose project per platform, probes every health endpoint from outside, and
 * returns one row per image. Never throws for what a service or the engine does: a failing service is `unhealthy`;
 * without an answer (engine gone, interrupted, a need missing) it is `unknown`. Always removes the containers and
 * networks of this run; the next run on this host finds by their labels what the engine did not remove.
 */
export async function runSmoke(input: SmokeInput): Promise<SmokeResult> {
	const { plan, images, api, outDir, options = {} } = input;
	const startedAt = performance.now();
	const deadline = AbortSignal.timeout(options.deadlineMs ?? defaultDeadlineMs);
	const signal = AbortSignal.any([deadline, ...(input.signal ? [input.signal] : [])]);
	await mkdir(outDir, { recursive: true });
	// A courtesy: the run itself reports an engine that does not answer.
	if (images.length > 0) await removeLeftovers(api, signal).catch(ignoreUnreachableEngine);

	const platforms = [...new Set(images.map(({ platform }) => platform))];
	const results: PlatformResult[] = [];
	for (const platform of platforms)
		results.push(await smokePlatform({ ...input, options, signal, platform, platforms }));
	const rows = results.flatMap((result) => result.rows);
	const composeFile = results.find((result) => result.composeFile !== undefined)?.composeFile;
	const leftovers = results.flatMap((result) => result.leftovers);
	const network = results.findLast((result) => result.network !== undefined)?.network ?? plan.network;
	return {
		...{ kind: "lucid.smoke", version: 1, revision: plan.source.revision, network },
		services: images.flatMap((image) =>
			rows.filter((row) => row.service === image.service && row.platform === image.platform),
		),
		...defined({ composeFile }),
		...(leftovers.length > 0 && { leftovers }),
		durationMs: Math.round(performance.now() - startedAt),
	};
}

function ignoreUnreachableEngine(error: unknown): void {
	if (!(error instanceof EngineUnavailable) && !(error instanceof DOMException)) throw error;
}

interface PlatformInput extends SmokeInput {
	readonly options: SmokeOptions;
	readonly signal: AbortSignal;
	readonly platform: string;
	readonly platforms: readonly string[];
}

interface PlatformResult {
	readonly rows: readonly SmokedService[];
	readonly network?: StackResult["network"];
	/** Undefined when no container was created. */
	readonly composeFile?: string;
	readonly leftovers: readonly string[];
}

async function smokePlatform(input: PlatformInput): Promise<PlatformResult> {
	const { plan, docker, api, options, outDir, progress, signal, platform, platforms } = input;
	const { members, unstarted } = selectMembers(plan, input.images, platform, input.supporting);
	const subject = (service: string) => (platforms.length > 1 ? `${service} ${platform}` : service);
	const rows: SmokedService[] = unstarted.map(({ image, verdict, reason }) => ({
		...{ service: image.service, platform, ref: pinnedRef(image), digest: image.digest },
		...{ verdict, reason, probes: [] },
	}));
	if (members.length === 0) return { rows, leftovers: [] };
	const suffix = platform.replaceAll("/", "-");
	const composePath = join(outDir, platform === platforms[0] ? "compose.smoke.yml" : `compose.smoke.${suffix}.yml`);
	const logFolder = join(outDir, "logs", platforms.length > 1 ? suffix : "");
	await mkdir(logFolder, { recursive: true });
	const { mirrored = (image: string) => image, redact = redactor([]) } = options;
	const { network, outcomes, created, leftovers } = await runStack({
		...{ docker, api, platform, network: plan.network, signal, composePath, logFolder, redact },
		members: members.map((member) =>
			member.role === "external" ? { ...member, image: mirrored(member.image) } : member,
		),
		...{ maxParallel: options.maxParallel, reach: options.reach, images: options.images ?? "pull" },
		onProgress: (member, state, text) =>
			progress({ stage: "smoke", subject: subject(member.name), state, text: redact(text) }),
		onPullProgress: (member, state, update) =>
			progress({ stage: "pull", subject: subject(member.name), state, ...update }),
		credentials: options.credentials ?? (async () => undefined),
	});
	for (const member of members.filter(({ role }) => role === "tested")) {
		const verdict = redactRow(verdictRow(member, platform, outcomes.get(member.name)), redact);
		const decided = withDependencyNote(verdict, publishedDependencies(members, member));
		const file = join(logFolder, `${member.name}.diagnosis.txt`);
		const row = decided.failure === undefined ? decided : { ...decided, failure: { ...decided.failure, file } };
		progress({ stage: "smoke", subject: subject(member.name), ...verdictProgress(row) });
		rows.push(row);
	}
	return { rows, network, leftovers, ...(created && { composeFile: composePath }) };
}

/** Everything in a row that a container or the engine has printed. */
function redactRow(row: SmokedService, redact: Redact): SmokedService {
	const { reason, warnings, probes, failure } = row;
	return {
		...row,
		...defined({ reason: reason && redact(reason), warnings: warnings?.map(redact) }),
		probes: probes.map(({ error, ...probe }) => ({ ...probe, ...defined({ error: error && redact(error) }) })),
		...(failure !== undefined && { failure: redactFailure(failure, redact) }),
	};
}

function redactFailure(failure: SmokeFailure, redact: Redact): SmokeFailure {
	const { guess, lastProbe, healthLog, inspect, log } = failure;
	return {
		...failure,
		...{ guess: redact(guess), log: log.map(redact) },
		...defined({
			lastProbe: lastProbe && redact(lastProbe),
			healthLog: healthLog?.map((entry) => ({ ...entry, output: redact(entry.output) })),
			inspect: inspect && mapValues(inspect, (value) => (typeof value === "string" ? redact(value) : value)),
		}),
	};
}

const mapValues = <T>(object: Readonly<Record<string, T>>, map: (value: T) => T) =>
	Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));

function withDependencyNote(row: SmokedService, published: readonly string[]): SmokedService {
	if (published.length === 0) return row;
	const note = `used published images, since this run did not build them: ${published.join(", ")}`;
	return { ...row, reason: [row.reason, note].filter((text) => text !== undefined).join("; ") };
}

/** For a failure its cause, the last lines of its log, and the path of its diagnosis. */
function verdictProgress(row: SmokedService): Pick<ProgressEvent, "state" | "text" | "steps"> {
	const { verdict, failure, reason, warnings = [] } = row;
	const remarks = [...warnings.map((warning) => `warning: ${warning}`), ...(reason === undefined ? [] : [reason])];
	if (verdict === "healthy") return { state: "done", text: ["healthy", ...remarks].join("; ") };
	if (failure === undefined) return { state: "failed", text: reason ?? verdict };
	const log =
		failure.log.length === 0 ? [] : [{ text: "last lines of its log", state: "failed", log: failure.log } as const];
	const file: ProgressStep = { text: `diagnosis: ${failure.file}`, state: "failed", log: [] };
	return { state: "failed", text: failure.guess, steps: [...log, file] };
}
