import { randomBytes } from "node:crypto";
import { composeFile, rarelyRun } from "../../model/compose/compose-file.ts";
import type { Hardening } from "../../model/service/service.ts";
import { checkContainer } from "./check-container.ts";
import type { CheckContext, ContainerResult } from "./check-types.ts";
import { EngineUnavailable, lastLine, runDocker } from "./engine/call.ts";
import { inspectContainers } from "./engine/containers.ts";
import { type FileChange, fileChanges, writtenPaths } from "./engine/file-changes.ts";
import { removeContainers } from "./engine/owner.ts";
import type { PulledImage } from "./engine/pull.ts";
import { isServiceFault, readOnlyPathsIn, type Symptoms } from "./verdict/diagnose.ts";

/** What a retry needs from the stack that it joins. */
export interface RetryContext extends Omit<CheckContext, "onReady"> {
	readonly labels: Readonly<Record<string, string>>;
	/** The stack's network: key in the Compose file, name in the engine. */
	readonly network: { readonly key: string; readonly name: string };
}

/** The service is healthy without its hardening. */
export interface UnhardenedResult {
	/** What hardening denies it: `writable /var/lib/x`. */
	readonly missingPermissions: readonly string[];
	readonly result: ContainerResult;
	/** Id of the container without hardening, which is still up. */
	readonly id: string;
}

interface FailedCheck {
	readonly result: ContainerResult;
	readonly log: readonly string[];
}

const noHardening: Hardening = { readOnly: false, tmpfs: [], capDrop: [], noNewPrivileges: false };

/** Each restriction: how to lift it alone, whether a service has it, and what a service needs that fails under it. */
const restrictions = {
	writable: {
		lift: { readOnly: false },
		applies: ({ readOnly }) => readOnly,
		permission: () => "a writable root file system",
	},
	tmpfs: {
		lift: { tmpfs: [] },
		applies: ({ tmpfs }) => tmpfs.length > 0,
		permission: ({ tmpfs }) =>
			`the image's files in ${tmpfs.map((mount) => mount.split(":")[0]).join(", ")} (hardening.tmpfs hides them)`,
	},
	capabilities: {
		lift: { capDrop: [] },
		applies: ({ capDrop }) => capDrop.length > 0,
		permission: (_, log) => {
			const names = deniedCapabilities(log);
			return names.length > 0 ? `the capability ${names.join(", ")}` : "a capability (hardening.cap_drop)";
		},
	},
	privileges: {
		lift: { noNewPrivileges: false },
		applies: ({ noNewPrivileges }) => noNewPrivileges,
		permission: () => "new privileges, for a set-user-ID program (hardening.no_new_privileges)",
	},
	processes: {
		lift: { pids: undefined },
		applies: ({ pids }) => pids !== undefined,
		permission: () => "more processes or threads (hardening.pids)",
	},
} as const satisfies Readonly<
	Record<
		string,
		{
			readonly lift: Partial<Record<keyof Hardening, unknown>>;
			readonly applies: (hardening: Hardening) => boolean;
			readonly permission: (hardening: Hardening, log: readonly string[]) => string;
		}
	>
>;
type Restriction = keyof typeof restrictions;

/**
 * Retries a failed service without hardening, except for the memory limit, which protects the machine. If it is healthy
 * then, retries it with each restriction lifted alone. Undefined when hardening is not or cannot be the cause.
 */
export async function retryWithoutHardening(
	context: RetryContext,
	{ member, image }: PulledImage,
	failed: FailedCheck,
): Promise<UnhardenedResult | undefined> {
	const { hardening } = member;
	if (hardening === undefined || !canBeHardening(failed)) return undefined;
	const applied = (Object.keys(restrictions) as Restriction[]).filter((name) => restrictions[name].applies(hardening));
	if (applied.length === 0) return undefined;
	const memory = hardening.memory === undefined ? {} : { memory: hardening.memory };
	const variants = new Map<string, Hardening>([["plain", { ...noHardening, ...memory }]]);
	for (const name of applied) variants.set(name, withLifted(hardening, restrictions[name].lift));

	const ids = await createVariants(context, { member, image }, variants);
	const check = (variant: string) => {
		const id = ids.get(variant);
		if (id === undefined) throw new EngineUnavailable(`the container of ${member.name} is gone`);
		return checkContainer({ ...context, onReady: () => {} }, member, image, id);
	};
	const { api, signal } = context;
	const remove = (names: readonly string[]) =>
		removeContainers(
			api,
			names.flatMap((name) => ids.get(name) ?? []),
			signal,
		);

	const result = await check("plain");
	const id = ids.get("plain");
	if (result.failure !== undefined || id === undefined) {
		await remove([...variants.keys()]);
		return undefined;
	}
	const changes = await fileChanges(api, id, signal);
	const sufficient = await Promise.all(
		applied.map(async (name) => ((await check(name)).failure === undefined ? [name] : [])),
	);
	await remove(applied);
	const permissions = sufficient
		.flat()
		.flatMap((name) =>
			name === "writable" ? writablePaths(failed.log, changes) : restrictions[name].permission(hardening, failed.log),
		);
	const together = applied.map((name) => restrictions[name].permission(hardening, failed.log)).join(", ");
	return { missingPermissions: permissions.length > 0 ? permissions : [`several together: ${together}`], result, id };
}

function withLifted(hardening: Hardening, lift: Partial<Record<keyof Hardening, unknown>>): Hardening {
	const { pids, ...rest } = { ...hardening, ...lift } as Hardening;
	return pids === undefined ? rest : { ...rest, pids };
}

/** A failure with a clear cause of its own is not retried. */
function canBeHardening({ result: { failure, architecture }, log }: FailedCheck): boolean {
	if (failure === undefined || failure.phase === "pull" || failure.symptoms.architecture !== undefined) return false;
	const symptoms: Symptoms = { ...failure.symptoms, log };
	// These answers would be the same without hardening.
	const isWeakCheck =
		failure.phase === "ready" &&
		failure.cause !== undefined &&
		/^(?:answers every path|reports SERVING for every|did not end)/.test(failure.cause);
	const isUnrunnable = [symptoms.startError ?? "", ...log].some((line) => /exec format error/i.test(line));
	return (
		!isWeakCheck &&
		!isUnrunnable &&
		!isServiceFault(symptoms) &&
		(architecture !== undefined || symptoms.exit?.exitCode !== 127)
	);
}

/**
 * Creates the variants in the stack's network, the plain one under the service's name. They carry the run's labels and
 * are removed with it. Returns container ids by variant.
 */
async function createVariants(
	{ docker, api, run, labels, network, signal, reach }: RetryContext,
	{ member, image: { healthcheck } }: Pick<PulledImage, "member" | "image">,
	variants: ReadonlyMap<string, Hardening>,
): Promise<ReadonlyMap<string, string>> {
	const project = `${run}-${randomBytes(3).toString("hex")}`;
	const file = composeFile({
		...{ use: { kind: "smoke", labels }, project, withHealthcheck: new Set(), address: reach.publishAddress },
		services: [...variants].map(([name, hardening]) => ({ ...member, name, hardening })),
		network: { name: network.key },
	});
	const services = Object.entries(file.services as Readonly<Record<string, object>>).map(([name, service]) => [
		name,
		{
			...service,
			networks: { [network.key]: { aliases: name === "plain" ? [member.name] : [] } },
			...(healthcheck !== undefined && { healthcheck: rarelyRun }),
		},
	]);
	const joined = {
		...file,
		services: Object.fromEntries(services),
		networks: { [network.key]: { name: network.name, external: true } },
	};
	const args = ["compose", "--file=-", `--project-name=${project}`, "--progress=quiet", "create", "--pull=never"];
	const { exitCode, stderr } = await runDocker(docker, args, { input: JSON.stringify(joined), signal });
	if (exitCode !== 0)
		throw new EngineUnavailable(`cannot create a container to retry ${member.name}: ${lastLine(stderr)}`);
	const containers = await inspectContainers(api, run, signal);
	const created = containers.filter((container) => container.project === project);
	return new Map(created.map(({ service, id }) => [service, id]));
}

function writablePaths(log: readonly string[], changes: readonly FileChange[]): readonly string[] {
	const paths = [...new Set([...readOnlyPathsIn(log), ...writtenPaths(changes)])];
	const tops = paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(`${other}/`)));
	return tops.length === 0 ? [restrictions.writable.permission()] : tops.slice(0, 8).map((path) => `writable ${path}`);
}

/** Words near a refusal, and the capability that allows the call (capabilities(7)). */
const capabilityPatterns: readonly (readonly [RegExp, string])[] = [
	[/chown|changing ownership/i, "CHOWN"],
	[/set(?:res|re|e)?uid|seteuid|switch(?:ing)? (?:to )?user|failed to (?:change|set) user/i, "SETUID"],
	[/set(?:res|re|e)?gid|setgroups|initgroups/i, "SETGID"],
	[/bind/i, "NET_BIND_SERVICE"],
	[/raw socket|icmp|ping/i, "NET_RAW"],
	[/chmod|utime/i, "FOWNER"],
	[/setrlimit|prlimit/i, "SYS_RESOURCE"],
];

function deniedCapabilities(log: readonly string[]): readonly string[] {
	const isRefusal = (line: string) => /operation not permitted|EPERM|permission denied/i.test(line);
	// A traceback names the call up to two lines before.
	const refused = log.filter((_, index) => log.slice(index, index + 3).some(isRefusal));
	return capabilityPatterns.filter(([pattern]) => refused.some((line) => pattern.test(line))).map(([, name]) => name);
}
