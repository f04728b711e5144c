import { z } from "zod";
import type { Docker } from "../docker/docker.ts";
import { json } from "./engine.ts";

const eventShape = z.object({
	Action: z.string(),
	timeNano: z.number(),
	Actor: z.object({ ID: z.string(), Attributes: z.record(z.string(), z.string()) }),
});

/** How a container's main process ended. */
export interface Exit {
	readonly exitCode: number;
	readonly outOfMemory: boolean;
	/** Milliseconds from the first SIGTERM or SIGKILL to the end; undefined when it ended by itself. */
	readonly stopMs?: number;
	/** True when it had to be killed. */
	readonly killed: boolean;
}

export interface Events {
	/** Settles when the container with this id ends; never, when it does not. */
	exitOf(id: string): Promise<Exit>;
	/** The same, as far as it is known now. */
	exitedAs(id: string): Exit | undefined;
	[Symbol.asyncDispose](): Promise<void>;
}

interface Watched {
	readonly ended: PromiseWithResolvers<Exit>;
	exit?: Exit;
	firstKill?: number;
	outOfMemory: boolean;
	killed: boolean;
}

export interface Watch {
	readonly run: string;
	/** The engine's time, RFC 3339. */
	readonly since: string;
	/** No run lasts longer; it ends the stream of one that was killed. */
	readonly forMs: number;
	/** The stream ended early: the engine is gone. */
	readonly lost: (why: string) => void;
}

/** Follows `docker events` of one run, so that an exit is known at once and to the millisecond. */
export function watchEvents(docker: Docker, { run, since, forMs, lost }: Watch): Events {
	const until = new Date(Date.parse(since) + forMs).toISOString();
	const watched = new Map<string, Watched>();
	const of = (id: string): Watched => {
		const known = watched.get(id);
		if (known !== undefined) return known;
		const fresh: Watched = { ended: Promise.withResolvers<Exit>(), outOfMemory: false, killed: false };
		watched.set(id, fresh);
		return fresh;
	};
	const closing = new AbortController();
	const stream = docker(
		[
			...[
				"events",
				"--format",
				"{{json .}}",
				`--since=${since}`,
				`--until=${until}`,
				`--filter=label=com.lucid.run=${run}`,
			],
			...["--filter=event=die", "--filter=event=kill", "--filter=event=oom"],
		],
		{ signal: closing.signal, graceMs: 1_000, discard: true, onLine: (line) => take(line, of) },
	).then(
		({ exitCode }) => closing.signal.aborted || lost(`the engine's event stream ended (exit ${exitCode})`),
		(cause: unknown) => lost(cause instanceof Error ? cause.message : String(cause)),
	);
	return {
		exitOf: (id) => of(id).ended.promise,
		exitedAs: (id) => of(id).exit,
		[Symbol.asyncDispose]: async () => {
			closing.abort();
			await stream;
		},
	};
}

function take(line: string, of: (id: string) => Watched): void {
	const event = eventShape.safeParse(json(line));
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
