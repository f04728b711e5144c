import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import { Backoff, retryPolicies } from "../../../util/retry.ts";
import { sanitizeLogLine } from "../sanitize-log.ts";
import { EngineUnavailable, engineRequest } from "./call.ts";
import { listContainers } from "./containers.ts";

/** Whose run a container or network belongs to. */
export interface Owner {
	readonly run: string;
	readonly host: string;
	readonly pid: string;
}

const ownerLabels = { run: "com.lucid.run", host: "com.lucid.host", pid: "com.lucid.pid" } as const;

/** An owner as what containers and networks carry. */
export function toLabels({ run, host, pid }: Owner): Readonly<Record<string, string>> {
	return { [ownerLabels.run]: run, [ownerLabels.host]: host, [ownerLabels.pid]: pid };
}

/** Says which process made a run, in a way that outlives the process: a pid alone is used again, with its start time it is not. */
export function currentOwner(run: string): Owner {
	return { run, host: thisHost(), pid: `${process.pid}:${startOf(process.pid) ?? ""}` };
}

/** Host and pid namespace: two runner containers may share the one, never both. */
function thisHost(): string {
	try {
		return `${hostname()}/${readlinkSync("/proc/self/ns/pid").replace(/\D/g, "")}`;
	} catch {
		return hostname();
	}
}

/** Clock ticks from boot to the process's start (proc(5), field 22); undefined when there is no such process or no /proc. */
function startOf(pid: number): string | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
	} catch {
		return undefined;
	}
}

/** Whether the process that an owner's labels name is gone for sure. One of another host never is, for all we know. */
export function isOwnerDead({ host, pid }: Omit<Owner, "run">): boolean {
	if (host !== thisHost()) return false;
	const [number, start] = pid.split(":");
	const id = Number(number);
	if (!Number.isInteger(id) || id <= 0) return false;
	try {
		process.kill(id, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "ESRCH";
	}
	const now = startOf(id);
	return start !== undefined && start !== "" && now !== undefined && now !== start;
}

const labelled = z.array(z.object({ Id: z.string(), Labels: z.record(z.string(), z.string()).nullish() }));

/** Containers or networks that carry a label: its name, or `name=value`. */
async function withLabel(api: EngineApi, path: "/containers/json" | "/networks", label: string, signal?: AbortSignal) {
	const query = { all: "1", filters: JSON.stringify({ label: [label] }) };
	const reply = await engineRequest(api, { method: "GET", path, query, signal });
	if (!reply.ok) throw new EngineUnavailable(reply.why);
	return labelled.parse(reply.value);
}

/** Runs that still have containers or networks on the engine, as their labels tell. */
export async function runsOnEngine(api: EngineApi, signal?: AbortSignal): Promise<readonly Owner[]> {
	const lists = await Promise.all(
		(["/containers/json", "/networks"] as const).map((path) => withLabel(api, path, ownerLabels.run, signal)),
	);
	const runs = new Map<string, Owner>();
	for (const { Labels } of lists.flat()) {
		const { [ownerLabels.run]: run, [ownerLabels.host]: host, [ownerLabels.pid]: pid } = Labels ?? {};
		if (run && host && pid) runs.set(run, { run, host, pid });
	}
	return [...runs.values()];
}

/** What an engine that is busy with a container needs now and then. */

/** Removes containers with their volumes, running or not; what the engine says of those it does not let go of. One that is gone already is well. */
export function removeContainers(
	api: EngineApi,
	ids: readonly string[],
	signal?: AbortSignal,
): Promise<readonly string[]> {
	return removeAll(
		api,
		ids.map((id) => `/containers/${id}`),
		{ force: "1", v: "1" },
		signal,
	);
}

async function removeAll(
	api: EngineApi,
	paths: readonly string[],
	query: Readonly<Record<string, string>>,
	signal?: AbortSignal,
): Promise<readonly string[]> {
	const replies = await Promise.all(paths.map((path) => engineRequest(api, { method: "DELETE", path, query, signal })));
	return replies.flatMap((reply) => (reply.ok || reply.status === 404 ? [] : [reply.why]));
}

/** Removes everything that carries a run's label: containers with their volumes, then networks. Nothing else. Tries for twenty seconds, as the engine may still be busy with them; says what is left then, which the next run will find by its labels. */
export async function removeRun(api: EngineApi, run: string): Promise<readonly string[]> {
	const { cleanup } = retryPolicies;
	const backoff = new Backoff(cleanup, undefined, AbortSignal.timeout(cleanup.totalMs));
	for (;;) {
		const held = await removeContainers(api, await listContainers(api, run));
		const networks = await withLabel(api, "/networks", `${ownerLabels.run}=${run}`);
		const paths = networks.map(({ Id }) => `/networks/${Id}`);
		const kept = await removeAll(api, paths, {});
		if (held.length === 0 && kept.length === 0) return [];
		if (!(await backoff.wait()))
			return [
				...held.slice(-1).map((why) => `containers of ${run}: ${sanitizeLogLine(why)}`),
				...kept.slice(-1).map((why) => `networks of ${run}: ${sanitizeLogLine(why)}`),
			];
	}
}

/** Removes what runs left behind whose process on this host is dead. Returns their names. */
export async function removeLeftovers(api: EngineApi, signal?: AbortSignal): Promise<readonly string[]> {
	const dead = (await runsOnEngine(api, signal)).filter(isOwnerDead);
	for (const { run } of dead) await removeRun(api, run);
	return dead.map(({ run }) => run);
}
