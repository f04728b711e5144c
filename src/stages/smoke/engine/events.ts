import { z } from "zod";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
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
	/** Milliseconds from the first SIGTERM or SIGKILL to the end; undefined when it ended by itself. */
	readonly stopMs?: number;
	/** True when it had to be killed. */
	readonly killed: boolean;
}

export interface ContainerEvents {
	/** Settles when the container with this id ends; never, when it does not. */
	waitForExit(id: string): Promise<ContainerExit>;
	/** The same, as far as it is known now. */
	getExit(id: string): ContainerExit | undefined;
	[Symbol.asyncDispose](): Promise<void>;
}

interface Watched {
	readonly ended: PromiseWithResolvers<ContainerExit>;
	exit?: ContainerExit;
	firstKill?: number;
	outOfMemory: boolean;
	killed: boolean;
}

export interface EventFilter {
	readonly run: string;
	/** The engine's time, RFC 3339. */
	readonly since: string;
	/** The stream ended early: the engine is gone. */
	readonly onLost: (why: string) => void;
}

/** Follows the engine's events of one run, so that an exit is known at once and to the millisecond. */
export function watchEvents(api: EngineApi, { run, since, onLost: lost }: EventFilter): ContainerEvents {
	const watched = new Map<string, Watched>();
	const of = (id: string): Watched => {
		const known = watched.get(id);
		if (known !== undefined) return known;
		const fresh: Watched = { ended: Promise.withResolvers<ContainerExit>(), outOfMemory: false, killed: false };
		watched.set(id, fresh);
		return fresh;
	};
	const closing = new AbortController();
	const query = {
		// In whole seconds, and one before: the label tells what is ours.
		since: String(Math.floor(Date.parse(since) / 1000) - 1),
		filters: JSON.stringify({ label: [`com.lucid.run=${run}`], event: ["die", "kill", "oom"] }),
	};
	let rest = "";
	const onData = (chunk: Buffer) => {
		const lines = (rest + chunk.toString()).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) take(line, of);
	};
	const stream = engineRequest(api, { method: "GET", path: "/events", query, signal: closing.signal, onData }).then(
		(reply) => closing.signal.aborted || lost(`the engine's event stream ended${reply.ok ? "" : `: ${reply.why}`}`),
		(cause: unknown) => closing.signal.aborted || lost(cause instanceof Error ? cause.message : String(cause)),
	);
	return {
		waitForExit: (id) => of(id).ended.promise,
		getExit: (id) => of(id).exit,
		[Symbol.asyncDispose]: async () => {
			closing.abort();
			await stream;
		},
	};
}

function take(line: string, of: (id: string) => Watched): void {
	const event = eventShape.safeParse(parseJson(line));
	if (!event.success) return;
	const { Action, timeNano, Actor } = event.data;
	const entry = of(Actor.ID);
	if (Action === "oom") entry.outOfMemory = true;
	if (Action === "kill") {
		entry.firstKill ??= timeNano;
		if (Actor.Attributes.signal === "9") entry.killed = true;
	}
	if (Action === "die") {
		entry.exit = {
			exitCode: Number(Actor.Attributes.exitCode),
			outOfMemory: entry.outOfMemory,
			...(entry.firstKill !== undefined && { stopMs: Math.round((timeNano - entry.firstKill) / 1e6) }),
			killed: entry.killed,
		};
		entry.ended.resolve(entry.exit);
	}
}
