import { execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** One finished process: seconds from start to end, and its peak memory in MB. */
export interface Sample {
	readonly seconds: number;
	readonly megabytes: number;
	readonly stdout: string;
}

/**
 * Runs a program to its end. Memory is what the kernel says of it as it ends, by a wrapper in the shell that the figure
 * does not include.
 */
export async function once(
	argv: readonly [string, ...string[]],
	options: {
		readonly cwd: string;
		readonly env?: Readonly<Record<string, string>>;
		/** Those that count as success; without them, 0. */
		readonly exitCodes?: readonly number[];
		readonly stderr?: "shown" | "dropped";
	},
): Promise<Sample> {
	const { cwd, env, exitCodes = [0], stderr = "shown" } = options;
	const file = path.join(tmpdir(), `lucid-bench-${process.pid}-${Math.random().toString(36).slice(2)}`);
	const [program, ...args] = argv;
	const started = performance.now();
	const { code, stdout } = await new Promise<{ code: number | null; stdout: string }>((resolve, reject) => {
		const child = spawn("/usr/bin/time", ["-f", "%M", "-o", file, program, ...args], {
			cwd,
			env: { ...process.env, ...env },
			stdio: ["ignore", "pipe", stderr === "shown" ? "inherit" : "ignore"],
		});
		const chunks: Buffer[] = [];
		child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
		child.on("error", reject);
		child.on("close", (ended) => resolve({ code: ended, stdout: Buffer.concat(chunks).toString() }));
	});
	const seconds = (performance.now() - started) / 1000;
	const kilobytes = Number((await readFile(file, "utf8")).trim().split("\n").at(-1));
	await rm(file);
	if (code === null || !exitCodes.includes(code)) throw new Error(`${argv.join(" ")} ended with ${code}`);
	return { seconds, megabytes: kilobytes / 1024, stdout };
}

/**
 * The programs in turn, `runs` times each after one that does not count, so that a drift of the machine affects all.
 */
export async function inTurn<Name extends string>(
	programs: Readonly<Record<Name, () => Promise<Sample>>>,
	runs: number,
): Promise<Readonly<Record<Name, readonly Sample[]>>> {
	const samples = Object.fromEntries(Object.keys(programs).map((name) => [name, []])) as unknown as Record<
		Name,
		Sample[]
	>;
	for (let round = 0; round <= runs; round++)
		for (const name of Object.keys(programs) as Name[]) {
			const sample = await programs[name]();
			if (round > 0) samples[name].push(sample);
		}
	return samples;
}

/** One turn of another, and what ours took beside it: the mean of the turns before and after it. Seconds. */
export interface Turn {
	readonly theirs: number;
	readonly ours: number;
}

/**
 * Others in the given order, each turn between two of ours: a machine that drifts from one turn to the next drifts for
 * both.
 */
export async function between(
	ours: () => Promise<number>,
	others: readonly (readonly [name: string, turn: () => Promise<number>])[],
): Promise<{ readonly own: readonly number[]; readonly others: Readonly<Record<string, readonly Turn[]>> }> {
	let before = await ours();
	const own = [before];
	const turns: Record<string, Turn[]> = {};
	for (const [name, turn] of others) {
		const theirs = await turn();
		const after = await ours();
		own.push(after);
		turns[name] ??= [];
		turns[name].push({ theirs, ours: (before + after) / 2 });
		console.log(`${name}: ${theirs.toFixed(2)} s, between ${before.toFixed(2)} and ${after.toFixed(2)} s of ours`);
		before = after;
	}
	return { own, others: turns };
}

/** Others of which each turn takes minutes: all of them between two turns of ours, beside the mean of the two. */
export async function around(
	ours: () => Promise<number>,
	others: readonly (readonly [name: string, turn: () => Promise<number>])[],
): Promise<Awaited<ReturnType<typeof between>>> {
	const before = await ours();
	const seconds: (readonly [name: string, theirs: number])[] = [];
	for (const [name, turn] of others) seconds.push([name, await turn()]);
	const after = await ours();
	const beside = (before + after) / 2;
	const turns = seconds.map(([name, theirs]) => [name, [{ theirs, ours: beside }]] as const);
	for (const [name, theirs] of seconds) console.log(`${name}: ${theirs.toFixed(2)} s, ${beside.toFixed(2)} s of ours`);
	return { own: [before, after], others: Object.fromEntries(turns) };
}

/** The same turns, so many times over. */
export const repeat = <T>(times: number, turns: readonly T[]): readonly T[] =>
	Array.from({ length: times }).flatMap(() => turns);

/** A turn of what takes so little that one go says little: the median of several. Seconds. */
export async function medianOf(goes: number, one: () => Promise<number>): Promise<number> {
	const seconds: number[] = [];
	for (let go = 0; go < goes; go++) seconds.push(await one());
	return median(seconds);
}

export function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * Seconds of processor time that all processes seen from here have taken so far, those that ended and were waited for
 * included (proc(5), fields 14 to 17). Beside the private engine that is the engine, its containers and us, and nothing
 * else of the machine.
 */
export function processorSeconds(): number {
	let ticks = 0;
	for (const name of readdirSync("/proc")) {
		if (!/^\d+$/.test(name)) continue;
		try {
			const stat = readFileSync(`/proc/${name}/stat`, "utf8");
			const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
			for (const field of fields.slice(11, 15)) ticks += Number(field);
		} catch {
			// It has just ended.
		}
	}
	return ticks / 100;
}

/**
 * Waits until the machine is idle: writes are on the disk, and the engine has cleaned up, which continues for
 * seconds after a build. So no turn pays for the one before. At most half a minute.
 */
export async function settle(): Promise<void> {
	execFileSync("sync");
	for (let quiet = 0, tries = 0; quiet < 2 && tries < 120; tries++) {
		const before = processorSeconds();
		await sleep(250);
		// Two ticks of the clock: what idle daemons take.
		quiet = processorSeconds() - before <= 0.025 ? quiet + 1 : 0;
	}
}

/** How long something takes, and its processor time spread over all processors: it cannot take less. Seconds. */
export async function costOf<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number; least: number }> {
	await settle();
	const [started, before] = [performance.now(), processorSeconds()];
	const result = await work();
	const least = (processorSeconds() - before) / availableParallelism();
	return { result, seconds: (performance.now() - started) / 1000, least };
}
