import { z } from "zod";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import { defined } from "../../../util/defined.ts";
import { parseJson } from "../../../util/json.ts";
import { engineRequest } from "./call.ts";

const eventShape = z.object({
	Action: z.string(),
	timeNano: z.number(),
	Actor: z.object({ ID: z.string(), Attributes: z.record(z.string(), z.string()) }),
});

/** How a container's main process ended. */
export interface ContainerExit {
	readonly exitCode: number;
	readonly outOfMemory: boolean;
	/** From the first SIGTERM or SIGKILL to the exit, ms; undefined when it ended by itself. */
	readonly stopMs?: number;
	/** Whether SIGKILL was sent. */
	readonly killed: boolean;
}

export interface ContainerEvents {
	/** Settles when the container exits. */
	waitForExit(id: string): Promise<ContainerExit>;
	/** Undefined while the container has not exited. */
	getExit(id: string): ContainerExit | undefined;
	[Symbol.asyncDispose](): Promise<void>;
}

interface ContainerRecord {
	readonly exited: PromiseWithResolvers<ContainerExit>;
	exit?: ContainerExit;
	firstKill?: number;
	outOfMemory: boolean;
	killed: boolean;
}

export interface EventFilter {
	readonly run: string;
	/** The engine's time, RFC 3339. */
	readonly since: string;
	/** Called when the stream ends early: the engine is gone. */
	readonly onLost: (why: string) => void;
}

/** Follows the engine's events of one run: exits are known at once, with times in milliseconds. */
export function watchEvents(api: EngineApi, { run, since, onLost }: EventFilter): ContainerEvents {
	const records = new Map<string, ContainerRecord>();
	const recordOf = (id: string): ContainerRecord => {
		const existing = records.get(id);
		if (existing !== undefined) return existing;
		const created = { exited: Promise.withResolvers<ContainerExit>(), outOfMemory: false, killed: false };
		records.set(id, created);
		return created;
	};
	const closing = new AbortController();
	const query = {
		// Whole seconds, one early: the label filters out what is not ours.
		since: String(Math.floor(Date.parse(since) / 1000) - 1),
		filters: JSON.stringify({ label: [`com.lucid.run=${run}`], event: ["die", "kill", "oom"] }),
	};
	let rest = "";
	const onData = (chunk: Buffer) => {
		const lines = (rest + chunk.toString()).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) takeEvent(line, recordOf);
	};
	const lost = (why: string) => closing.signal.aborted || onLost(why);
	const stream = engineRequest(api, { method: "GET", path: "/events", query, signal: closing.signal, onData }).then(
		(reply) => lost(`the engine's event stream ended${reply.ok ? "" : `: ${reply.why}`}`),
		(cause: unknown) => lost(cause instanceof Error ? cause.message : String(cause)),
	);
	return {
		waitForExit: (id) => recordOf(id).exited.promise,
		getExit: (id) => recordOf(id).exit,
		[Symbol.asyncDispose]: async () => {
			closing.abort();
			await stream;
		},
	};
}

function takeEvent(line: string, recordOf: (id: string) => ContainerRecord): void {
	const event = eventShape.safeParse(parseJson(line));
	if (!event.success) return;
	const { Action, timeNano, Actor } = event.data;
	const record = recordOf(Actor.ID);
	if (Action === "oom") record.outOfMemory = true;
	if (Action === "kill") {
		record.firstKill ??= timeNano;
		if (Actor.Attributes.signal === "9") record.killed = true;
	}
	if (Action === "die") {
		const { outOfMemory, killed, firstKill } = record;
		const stopMs = firstKill === undefined ? undefined : Math.round((timeNano - firstKill) / 1e6);
		record.exit = { exitCode: Number(Actor.Attributes.exitCode), outOfMemory, killed, ...defined({ stopMs }) };
		record.exited.resolve(record.exit);
	}
}
