import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import { Backoff, retryPolicies } from "../../../util/retry.ts";
import { sanitizeLogLine } from "../../../util/sanitize.ts";
import { EngineUnavailable, engineRequest } from "./call.ts";
import { listContainers } from "./containers.ts";

/** The run that a container or network belongs to, and its process. */
export interface Owner {
	readonly run: string;
	readonly host: string;
	readonly pid: string;
}

const ownerLabels = { run: "com.lucid.run", host: "com.lucid.host", pid: "com.lucid.pid" } as const;

/** Labels of a run's containers and networks. */
export function toLabels({ run, host, pid }: Owner): Readonly<Record<string, string>> {
	return { [ownerLabels.run]: run, [ownerLabels.host]: host, [ownerLabels.pid]: pid };
}

/** Identifies this process by pid and start time, since a pid alone is reused. */
export function currentOwner(run: string): Owner {
	return { run, host: thisHost(), pid: `${process.pid}:${startTime(process.pid) ?? ""}` };
}

/** Host name and pid namespace: two runner containers may share one of them, never both. */
function thisHost(): string {
	try {
		return `${hostname()}/${readlinkSync("/proc/self/ns/pid").replace(/\D/g, "")}`;
	} catch {
		return hostname();
	}
}

/** Clock ticks from boot to the process's start (proc(5), field 22); undefined without such a process or /proc. */
function startTime(pid: number): string | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
	} catch {
		return undefined;
	}
}

/** Whether the owner's process has certainly ended. Of another host's nothing is certain. */
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
	const now = startTime(id);
	return start !== undefined && start !== "" && now !== undefined && now !== start;
}

const labelledShape = z.array(z.object({ Id: z.string(), Labels: z.record(z.string(), z.string()).nullish() }));

/** Containers or networks with a label: its name, or `name=value`. */
async function listLabelled(
	api: EngineApi,
	path: "/containers/json" | "/networks",
	label: string,
	signal?: AbortSignal,
) {
	const query = { all: "1", filters: JSON.stringify({ label: [label] }) };
	const reply = await engineRequest(api, { method: "GET", path, query, signal });
	if (!reply.ok) throw new EngineUnavailable(reply.why);
	return labelledShape.parse(reply.value);
}

/** Runs that have containers or networks on the engine, by their labels. */
export async function runsOnEngine(api: EngineApi, signal?: AbortSignal): Promise<readonly Owner[]> {
	const lists = await Promise.all(
		(["/containers/json", "/networks"] as const).map((path) => listLabelled(api, path, ownerLabels.run, signal)),
	);
	const runs = new Map<string, Owner>();
	for (const { Labels } of lists.flat()) {
		const { [ownerLabels.run]: run, [ownerLabels.host]: host, [ownerLabels.pid]: pid } = Labels ?? {};
		if (run && host && pid) runs.set(run, { run, host, pid });
	}
	return [...runs.values()];
}

/** Removes containers and their volumes, running or not. Returns the engine's errors, except for missing ones. */
export function removeContainers(
	api: EngineApi,
	ids: readonly string[],
	signal?: AbortSignal,
): Promise<readonly string[]> {
	const paths = ids.map((id) => `/containers/${id}`);
	return removeAll(api, paths, { force: "1", v: "1" }, signal);
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

/**
 * Removes the containers with their volumes, and the networks, that carry a run's label. Retries for 20 s, since the
 * engine may still be busy with them. Returns what is left.
 */
export async function removeRun(api: EngineApi, run: string): Promise<readonly string[]> {
	const { cleanup } = retryPolicies;
	const backoff = new Backoff(cleanup, undefined, AbortSignal.timeout(cleanup.totalMs));
	for (;;) {
		const containerErrors = await removeContainers(api, await listContainers(api, run));
		const networks = await listLabelled(api, "/networks", `${ownerLabels.run}=${run}`);
		const paths = networks.map(({ Id }) => `/networks/${Id}`);
		const networkErrors = await removeAll(api, paths, {});
		if (containerErrors.length === 0 && networkErrors.length === 0) return [];
		if (!(await backoff.wait()))
			return [
				...containerErrors.slice(-1).map((why) => `containers of ${run}: ${sanitizeLogLine(why)}`),
				...networkErrors.slice(-1).map((why) => `networks of ${run}: ${sanitizeLogLine(why)}`),
			];
	}
}

/** Removes what runs left behind whose process on this host has ended. Returns the names of these runs. */
export async function removeLeftovers(api: EngineApi, signal?: AbortSignal): Promise<readonly string[]> {
	const dead = (await runsOnEngine(api, signal)).filter(isOwnerDead);
	for (const { run } of dead) await removeRun(api, run);
	return dead.map(({ run }) => run);
}
