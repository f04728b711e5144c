import { randomBytes } from "node:crypto";
import { composeFile, rarelyRun } from "../../model/compose/compose-file.ts";
import type { Hardening } from "../../model/service/service.ts";
import { checkContainer } from "./check-container.ts";
import type { CheckContext, ContainerResult } from "./check-types.ts";
import { EngineUnavailable, lastLine, runDocker } from "./engine/call.ts";
import { inspectContainers, type LocalImage } from "./engine/containers.ts";
import { type FileChange, fileChanges, writtenPaths } from "./engine/file-changes.ts";
import { removeContainers } from "./engine/owner.ts";
import type { Member } from "./select-members.ts";
import { isServiceFault, readOnlyPathsIn, type Symptoms } from "./verdict/diagnose.ts";

/** What a retry needs to know of the stack that it joins. */
export interface RetryContext extends Omit<CheckContext, "onReady"> {
	readonly labels: Readonly<Record<string, string>>;
	/** The stack's network, as the file and as the engine have it. */
	readonly network: { readonly key: string; readonly name: string };
}

/** It is well without its hardening. */
export interface UnhardenedResult {
	/** What it lacks, each as one would say it: `writable /var/lib/x`. */
	readonly needs: readonly string[];
	readonly trial: ContainerResult;
	/** The plain container, which is still up. */
	readonly id: string;
}

const plain: Hardening = { readOnly: false, tmpfs: [], capDrop: [], noNewPrivileges: false };

/** Each restriction by itself, lifted. */
const lifts = {
	writable: { lift: { readOnly: false }, holds: ({ readOnly }: Hardening) => readOnly },
	tmpfs: { lift: { tmpfs: [] }, holds: ({ tmpfs }: Hardening) => tmpfs.length > 0 },
	capabilities: { lift: { capDrop: [] }, holds: ({ capDrop }: Hardening) => capDrop.length > 0 },
	privileges: { lift: { noNewPrivileges: false }, holds: (one: Hardening) => one.noNewPrivileges },
	processes: { lift: { pids: undefined }, holds: ({ pids }: Hardening) => pids !== undefined },
} as const;
type Lift = keyof typeof lifts;

/**
 * Tries a service that failed once more without its hardening, but for the limit on memory, which protects the machine. If it is well then, it is
 * tried with one restriction lifted at a time, to find out which one it is. Undefined when the hardening is not why it fails, or cannot be.
 */
export async function retryWithoutHardening(
	stage: RetryContext,
	member: Member,
	image: LocalImage,
	failed: ContainerResult,
	log: readonly string[],
): Promise<UnhardenedResult | undefined> {
	const { hardening } = member;
	if (hardening === undefined || failed.failure === undefined || !mayBeHardening(failed, log)) return undefined;
	const held = (Object.keys(lifts) as Lift[]).filter((name) => lifts[name].holds(hardening));
	if (held.length === 0) return undefined;
	const memory = hardening.memory === undefined ? {} : { memory: hardening.memory };
	const variants = new Map<string, Hardening>([["plain", { ...plain, ...memory }]]);
	for (const name of held) variants.set(name, lifted(hardening, lifts[name].lift));

	const ids = await create(stage, member, variants, image);
	const attempt = (variant: string) => {
		const id = ids.get(variant);
		if (id === undefined) throw new EngineUnavailable(`the container of ${member.name} is gone`);
		return checkContainer({ ...stage, onReady: () => {} }, member, image, id);
	};
	const { api, signal } = stage;
	const remove = (names: readonly string[]) =>
		removeContainers(
			api,
			names.flatMap((name) => ids.get(name) ?? []),
			signal,
		);

	const trial = await attempt("plain");
	const id = ids.get("plain");
	if (trial.failure !== undefined || id === undefined) {
		await remove([...variants.keys()]);
		return undefined;
	}
	const changes = await fileChanges(api, id, signal);
	const enough = await Promise.all(
		held.map(async (name) => ((await attempt(name)).failure === undefined ? [name] : [])),
	);
	await remove(held);
	const needs = enough.flat().flatMap((name) => inWords(name, hardening, log, changes));
	const several = `several at once: ${held.map((name) => words[name](hardening, log)).join(", ")}`;
	return { needs: needs.length > 0 ? needs : [several], trial, id };
}

function lifted(hardening: Hardening, lift: Partial<Record<keyof Hardening, unknown>>): Hardening {
	const { pids, ...rest } = { ...hardening, ...lift } as Hardening;
	return pids === undefined ? rest : { ...rest, pids };
}

/** What has a cause of its own is not tried again: it takes time, and tells nothing new. */
function mayBeHardening({ failure: broken, architecture }: ContainerResult, log: readonly string[]): boolean {
	if (broken === undefined || broken.phase === "pull" || broken.symptoms.architecture !== undefined) return false;
	const symptoms: Symptoms = { ...broken.symptoms, log };
	// A flaw that shows in what it answers would show in the same way.
	const weak =
		broken.phase === "ready" &&
		broken.guess !== undefined &&
		/^(?:answers every path|says SERVING of every|does not end)/.test(broken.guess);
	const unrunnable = [broken.symptoms.startError ?? "", ...log].some((line) => /exec format error/i.test(line));
	return (
		!weak &&
		!unrunnable &&
		!isServiceFault(symptoms) &&
		(architecture !== undefined || broken.symptoms.exit?.exitCode !== 127)
	);
}

/** The variants as containers in the stack's network; the plain one under the service's name. They belong to the run, and go with it. */
async function create(
	{ docker, api, run, labels, network, signal, reach }: RetryContext,
	member: Member,
	variants: ReadonlyMap<string, Hardening>,
	{ healthcheck }: LocalImage,
): Promise<ReadonlyMap<string, string>> {
	const project = `${run}-${randomBytes(3).toString("hex")}`;
	const parts = [...variants].map(([name, hardening]) => ({ ...member, name, hardening }));
	const use = { kind: "smoke", labels } as const;
	const file = composeFile({
		...{ use, project, services: parts, withHealthcheck: new Set<string>(), address: reach.publishAddress },
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
		throw new EngineUnavailable(`no container for a second try of ${member.name}: ${lastLine(stderr)}`);
	const made = await inspectContainers(api, run, signal);
	return new Map(made.filter((one) => one.project === project).map(({ service, id }) => [service, id]));
}

const words: Readonly<Record<Lift, (hardening: Hardening, log: readonly string[]) => string>> = {
	writable: () => "a writable root",
	tmpfs: ({ tmpfs }) =>
		`what the image has in ${tmpfs.map((one) => one.split(":")[0]).join(", ")} (hardening.tmpfs hides it)`,
	capabilities: (_, log) => {
		const named = capabilitiesIn(log);
		return named.length > 0 ? `the capability ${named.join(", ")}` : "a capability (hardening.cap_drop)";
	},
	privileges: () => "new privileges, as a set-user-ID program has (hardening.no_new_privileges)",
	processes: () => "more processes or threads (hardening.pids)",
};

function inWords(
	name: Lift,
	hardening: Hardening,
	log: readonly string[],
	changes: readonly FileChange[],
): readonly string[] {
	if (name !== "writable") return [words[name](hardening, log)];
	const paths = [...new Set([...readOnlyPathsIn(log), ...writtenPaths(changes)])];
	const tops = paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(`${other}/`)));
	return tops.length === 0 ? [words.writable(hardening, log)] : tops.slice(0, 8).map((path) => `writable ${path}`);
}

/** What programs say when they are refused, and the capability that allows it (capabilities(7)). */
const refusals: readonly (readonly [RegExp, string])[] = [
	[/chown|changing ownership/i, "CHOWN"],
	[/set(?:res|re|e)?uid|seteuid|switch(?:ing)? (?:to )?user|failed to (?:change|set) user/i, "SETUID"],
	[/set(?:res|re|e)?gid|setgroups|initgroups/i, "SETGID"],
	[/bind/i, "NET_BIND_SERVICE"],
	[/raw socket|icmp|ping/i, "NET_RAW"],
	[/chmod|utime/i, "FOWNER"],
	[/setrlimit|prlimit/i, "SYS_RESOURCE"],
];

function capabilitiesIn(log: readonly string[]): readonly string[] {
	const isRefusal = (line: string) => /operation not permitted|EPERM|permission denied/i.test(line);
	// A traceback names the call in the lines before.
	const refused = log.filter((_, index) => log.slice(index, index + 3).some(isRefusal));
	return refusals.filter(([pattern]) => refused.some((line) => pattern.test(line))).map(([, name]) => name);
}
