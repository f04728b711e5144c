import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Docker } from "../docker/docker.ts";
import { call, lastLine } from "./engine.ts";
import { harmless } from "./harmless.ts";

/** Whose run a container or network belongs to. */
export interface Owner {
	readonly run: string;
	readonly host: string;
	readonly pid: string;
}

const ownerLabels = { run: "com.lucid.run", host: "com.lucid.host", pid: "com.lucid.pid" } as const;

/** An owner as what containers and networks carry. */
export function labelsOf({ run, host, pid }: Owner): Readonly<Record<string, string>> {
	return { [ownerLabels.run]: run, [ownerLabels.host]: host, [ownerLabels.pid]: pid };
}

/** Says which process made a run, in a way that outlives the process: a pid alone is used again, with its start time it is not. */
export function ownerOf(run: string): Owner {
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
export function isDead({ host, pid }: Omit<Owner, "run">): boolean {
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

/** Runs that still have containers or networks on the engine, as their labels tell. */
export async function runsOnEngine(docker: Docker, signal?: AbortSignal): Promise<readonly Owner[]> {
	const format = Object.values(ownerLabels)
		.map((label) => `{{.Label "${label}"}}`)
		.join("\t");
	const lists = [
		["ps", "--all"],
		["network", "ls"],
	];
	const runs = new Map<string, Owner>();
	for (const list of lists) {
		const args = [...list, "--format", format, `--filter=label=${ownerLabels.run}`];
		const { stdout } = await call(docker, args, signal && { signal });
		for (const line of stdout.split("\n")) {
			const [run, host, pid] = line.split("\t");
			if (run && host && pid) runs.set(run, { run, host, pid });
		}
	}
	return [...runs.values()];
}

const fine = { exitCode: 0, stderr: "" };
/** What an engine that is busy with a container needs now and then. */
const patienceMs = 20_000;

/** Removes everything that carries a run's label: containers with their volumes, then networks. Nothing else. Tries for twenty seconds, as the engine may still be busy with them; says what is left then, which the next run will find by its labels. */
export async function removeRun(docker: Docker, run: string): Promise<readonly string[]> {
	const begun = performance.now();
	const filter = `--filter=label=${ownerLabels.run}=${run}`;
	const ids = async (args: readonly string[]) => {
		const { stdout } = await call(docker, [...args, "--quiet", filter]);
		return stdout.split("\n").filter((id) => id !== "");
	};
	for (let pause = 250; ; pause *= 2) {
		const containers = await ids(["ps", "--all"]);
		const removed =
			containers.length > 0 ? await call(docker, ["rm", "--force", "--volumes", "--", ...containers]) : fine;
		const networks = await ids(["network", "ls"]);
		const freed = networks.length > 0 ? await call(docker, ["network", "rm", "--", ...networks]) : fine;
		if (removed.exitCode === 0 && freed.exitCode === 0) return [];
		if (performance.now() - begun + pause > patienceMs)
			return [
				...(removed.exitCode === 0 ? [] : [`containers of ${run}: ${harmless(lastLine(removed.stderr))}`]),
				...(freed.exitCode === 0 ? [] : [`networks of ${run}: ${harmless(lastLine(freed.stderr))}`]),
			];
		await sleep(pause);
	}
}

/** Removes what runs left behind whose process on this host is dead. Returns their names. */
export async function removeLeftovers(docker: Docker, signal?: AbortSignal): Promise<readonly string[]> {
	const dead = (await runsOnEngine(docker, signal)).filter(isDead);
	for (const { run } of dead) await removeRun(docker, run);
	return dead.map(({ run }) => run);
}
