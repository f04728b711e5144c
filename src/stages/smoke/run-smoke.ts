import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Docker } from "../../adapters/docker/docker.ts";
import type { EngineApi } from "../../adapters/docker/engine-api.ts";
import type { Credentials } from "../../adapters/registry/credentials.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { SmokedService, SmokeResult } from "../../model/documents/smoke.ts";
import { defined } from "../../util/defined.ts";
import type { Progress, ProgressEvent, ProgressStep } from "../../util/progress.ts";
import { EngineUnavailable } from "./engine/call.ts";
import { removeLeftovers } from "./engine/owner.ts";
import type { PortAccess } from "./probes/reach-host.ts";
import { runStack, type StackResult } from "./run-stack.ts";
import { type PushedImage, pinnedRef, publishedDependencies, selectMembers } from "./select-members.ts";
import { verdictRow } from "./verdict/verdict-row.ts";

export type { PushedImage } from "./select-members.ts";

export interface SmokeOptions {
	/** Services tried at once; by default four for each processor of the engine, two when it emulates. */
	readonly maxParallel?: number;
	/** `present`: nothing is pulled. */
	readonly images?: "pull" | "present";
	/** The way to the engine's published ports, where it is not this machine's. */
	readonly reach?: PortAccess;
	/** For the whole of it, ms; half an hour by default. What is undecided then is `unknown`. */
	readonly deadlineMs?: number;
	/** Where an external's image is pulled from, for registries that have a mirror. */
	readonly mirrored?: (image: string) => string;
	/** Of the registries that images are pulled from; none without it. */
	readonly credentials?: Credentials;
}

export interface SmokeInput {
	readonly plan: Plan;
	/** What was pushed and is to be judged: built or unchanged, each on its platform. */
	readonly images: readonly PushedImage[];
	/** Other images at hand, for what those need; not judged. Unchanged ones of the plan are known without. */
	readonly supporting?: readonly PushedImage[];
	/** For Compose and pulls. */
	readonly docker: Docker;
	/** For everything else; of the same engine. */
	readonly api: EngineApi;
	readonly progress: Progress;
	readonly signal?: AbortSignal | undefined;
	readonly options?: SmokeOptions;
	/** For the Compose file and `logs/` (with several platforms a folder each); made if it is not there. */
	readonly outDir: string;
}

const usualDeadlineMs = 30 * 60_000;

/**
 * Starts pushed images by digest, one Compose project a platform, hits every health endpoint from outside, and decides.
 * Every image gets one row. Never throws for what a service or the engine does: a failing service is `unhealthy`, no answer
 * (engine gone, interrupted, a need that is missing) is `unknown`. Containers and networks of this run are removed
 * whatever happens; what a busy or lost engine does not let go of, the next run on this host finds by its labels.
 */
export async function runSmoke(input: SmokeInput): Promise<SmokeResult> {
	const { plan, images, api, outDir, options = {} } = input;
	const begun = performance.now();
	const deadline = AbortSignal.timeout(options.deadlineMs ?? usualDeadlineMs);
	const signal = AbortSignal.any([deadline, ...(input.signal ? [input.signal] : [])]);
	await mkdir(outDir, { recursive: true });
	if (images.length > 0) await removeLeftovers(api, signal).catch(whenNobodyAnswers);

	const platforms = [...new Set(images.map(({ platform }) => platform))];
	const rows: SmokedService[] = [];
	let network: SmokeResult["network"] = plan.network;
	const composeFiles: string[] = [];
	const leftovers: string[] = [];
	for (const platform of platforms) {
		const composeFile = join(outDir, composeName(platform, platforms));
		const stage = await onPlatform({ ...input, options, signal }, platform, platforms.length > 1, composeFile);
		rows.push(...stage.rows);
		network = stage.network ?? network;
		if (stage.created) composeFiles.push(composeFile);
		leftovers.push(...stage.leftovers);
	}
	const [composeFile] = composeFiles;
	return {
		...{ kind: "lucid.smoke", version: 1, revision: plan.source.revision, network },
		services: images.flatMap((image) =>
			rows.filter((row) => row.service === image.service && row.platform === image.platform),
		),
		...defined({ composeFile }),
		...(leftovers.length > 0 && { leftovers }),
		durationMs: Math.round(performance.now() - begun),
	};
}

/** `compose.smoke.yml`; with several platforms each after the first has its name in it. */
function composeName(platform: string, platforms: readonly string[]): string {
	return platform === platforms[0] ? "compose.smoke.yml" : `compose.smoke.${platform.replaceAll("/", "-")}.yml`;
}

/** Leftovers are cleared as a courtesy; whether anybody answers is found out, and told, by the run itself. */
function whenNobodyAnswers(error: unknown): void {
	if (!(error instanceof EngineUnavailable) && !(error instanceof DOMException)) throw error;
}

interface Stage {
	readonly rows: readonly SmokedService[];
	readonly network?: StackResult["network"];
	readonly created: boolean;
	readonly leftovers: readonly string[];
}

async function onPlatform(
	input: SmokeInput & { readonly options: SmokeOptions; readonly signal: AbortSignal },
	platform: string,
	severalPlatforms: boolean,
	composePath: string,
): Promise<Stage> {
	const { plan, docker, api, options, outDir, progress, signal } = input;
	const { members, unstarted: bystanders } = selectMembers(plan, input.images, platform, input.supporting);
	const subject = (service: string) => (severalPlatforms ? `${service} ${platform}` : service);
	const rows: SmokedService[] = bystanders.map(({ image, verdict, reason }) => ({
		...{ service: image.service, platform, ref: pinnedRef(image), digest: image.digest },
		...{ verdict, reason, probes: [] },
	}));
	if (members.length === 0) return { rows, created: false, leftovers: [] };
	const logFolder = join(outDir, "logs", severalPlatforms ? platform.replaceAll("/", "-") : "");
	await mkdir(logFolder, { recursive: true });
	const { mirrored = (image: string) => image } = options;
	const { network, outcomes, created, leftovers } = await runStack({
		...{ docker, api, platform, network: plan.network, signal, composePath, logFolder },
		members: members.map((member) =>
			member.role === "external" ? { ...member, image: mirrored(member.image) } : member,
		),
		...{ maxParallel: options.maxParallel, reach: options.reach, images: options.images ?? "pull" },
		onProgress: (member, state, text) => progress({ stage: "smoke", subject: subject(member.name), state, text }),
		onPullProgress: (member, state, news) => progress({ stage: "pull", subject: subject(member.name), state, ...news }),
		credentials: options.credentials ?? (async () => undefined),
	});
	for (const member of members) {
		if (member.role !== "subject") continue;
		const judged = besideStandIns(
			verdictRow(member, platform, outcomes.get(member.name)),
			publishedDependencies(members, member),
		);
		const file = join(logFolder, `${member.name}.diagnosis.txt`);
		const row = judged.failure === undefined ? judged : { ...judged, failure: { ...judged.failure, file } };
		progress({ stage: "smoke", subject: subject(member.name), ...verdictNews(row) });
		rows.push(row);
	}
	return { rows, network, created, leftovers };
}

/** A row says beside what it ran, where that was not built in this run. */
function besideStandIns(row: SmokedService, standIns: readonly string[]): SmokedService {
	if (standIns.length === 0) return row;
	const beside = `not built in this run, so it ran beside ${standIns.join(", ")}`;
	return { ...row, reason: [row.reason, beside].filter((one) => one !== undefined).join("; ") };
}

/** Of a failure its cause, the last lines of its log, and where all that is known of it stands. */
function verdictNews(row: SmokedService): Pick<ProgressEvent, "state" | "text" | "steps"> {
	const { verdict, failure, reason, warnings = [] } = row;
	const odd = [...warnings.map((warning) => `warning: ${warning}`), ...(reason === undefined ? [] : [reason])];
	if (verdict === "healthy") return { state: "done", text: ["healthy", ...odd].join("; ") };
	if (failure === undefined) return { state: "failed", text: reason ?? verdict };
	const log =
		failure.log.length === 0 ? [] : [{ text: "last lines of its log", state: "failed", log: failure.log } as const];
	const file: ProgressStep = { text: `diagnosis: ${failure.file}`, state: "failed", log: [] };
	return { state: "failed", text: failure.guess, steps: [...log, file] };
}
