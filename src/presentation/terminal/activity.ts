import { defined } from "../../util/defined.ts";
import { formatDuration } from "../../util/format.ts";
import type { ByteProgress, Countdown, ProgressEvent, ProgressStage } from "../../util/progress.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import { truncateToWidth } from "../../util/text-width.ts";
import { formatBytes } from "./progress-line.ts";

/** A subject that is being worked on. Times are in milliseconds of the clock. */
export interface ActiveSubject {
	/** Stage and subject. */
	readonly key: string;
	readonly stage: ProgressStage;
	/** Undefined: the stage as a whole. */
	readonly subject?: string;
	readonly since: number;
	/** Undefined while it waits. */
	readonly work?: CurrentWork;
}

export interface CurrentWork {
	/** A step's name, or the last text about the subject. */
	readonly name: string;
	/** Start of the step. */
	readonly since?: number;
	/** Last line of the step's output. */
	readonly last?: string;
	readonly bytes?: ByteProgress;
	/** Of a wait. */
	readonly countdown?: Countdown;
	/** Number of other steps running. */
	readonly beside: number;
}

interface Tracked {
	readonly stage: ProgressStage;
	readonly subject?: string;
	readonly since: number;
	lastText: CurrentWork | undefined;
	/** Running steps, in order of their start. */
	readonly steps: Map<string, Omit<CurrentWork, "beside">>;
}

export function subjectKey({ stage, subject = "" }: Pick<ProgressEvent, "stage" | "subject">): string {
	return `${stage}\n${subject}`;
}

/** Tracks current work from progress events. */
export class Activity {
	readonly #clock: () => number;
	readonly #tracked = new Map<string, Tracked>();

	constructor(clock: () => number) {
		this.#clock = clock;
	}

	/** Records an event. Returns how long its subject has been active, in ms; undefined for its first event. */
	record(event: ProgressEvent): number | undefined {
		const { stage, subject, state, text, step, bytes, countdown } = event;
		const key = subjectKey(event);
		const before = this.#tracked.get(key);
		const elapsed = before && this.#clock() - before.since;
		if (state === "done" || state === "failed") {
			this.#tracked.delete(key);
			if (subject === undefined && before !== undefined) this.#dropSince(before.since);
			return elapsed;
		}
		const tracked: Tracked = before ?? {
			...{ stage, since: this.#clock(), lastText: undefined, steps: new Map() },
			...defined({ subject }),
		};
		this.#tracked.set(key, tracked);
		// A retry begins without the steps of the attempt before.
		if (state === "started") tracked.steps.clear();
		if (step !== undefined) this.#takeStep(tracked, step);
		else if (text !== undefined || bytes !== undefined)
			tracked.lastText = {
				...{ name: text ?? tracked.lastText?.name ?? "", beside: 0 },
				...defined({ bytes, countdown }),
			};
		return elapsed;
	}

	/** Everything active, in order of start; waiting subjects last. */
	active(): readonly ActiveSubject[] {
		const all = [...this.#tracked].map(([key, { stage, subject, since, lastText, steps }]): ActiveSubject => {
			// The oldest step is what the subject waits for.
			const [first] = steps.values();
			const work = first === undefined ? lastText : { ...first, beside: steps.size - 1 };
			return { ...{ key, stage, since }, ...defined({ subject, work }) };
		});
		return [...all.filter(({ work: now }) => now !== undefined), ...all.filter(({ work: now }) => now === undefined)];
	}

	/** The end of a stage ends its subjects too: some, such as needs, have no end event. */
	#dropSince(start: number): void {
		for (const [key, { subject, since }] of this.#tracked)
			if (subject !== undefined && since >= start) this.#tracked.delete(key);
	}

	#takeStep({ steps }: Tracked, { id, name, state, last, bytes }: NonNullable<ProgressEvent["step"]>): void {
		if (state !== "running") {
			steps.delete(id);
			return;
		}
		const { since = this.#clock(), ...before } = steps.get(id) ?? {};
		const news = { ...defined({ last, bytes }) };
		steps.set(id, { ...before, ...news, name: name, since });
	}
}

/** `retrying in 57 s`, `giving up in 1 min 3 s`. */
export function formatCountdown({ until, next }: Countdown, clock: number): string {
	const seconds = Math.max(0, Math.ceil((until - clock) / 1000));
	return `${next === "retry" ? "retrying" : "giving up"} in ${seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1000)}`;
}

/** `RUN pip install (18 s)`, `pulling, 120 MB of 1.6 GB`: cuts the name to fit `columns`, never the time. */
export function formatCurrentWork({ subject, work: now }: ActiveSubject, clock: number, columns: number): string {
	if (now === undefined) return subject === undefined ? "" : "waiting";
	const { name: what, since, bytes, countdown, beside } = now;
	const rest = [
		bytes === undefined ? "" : `, ${formatBytes(bytes)}`,
		since === undefined ? "" : ` (${formatDuration(clock - since)})`,
		countdown === undefined ? "" : `; ${formatCountdown(countdown, clock)}`,
		beside > 0 ? ` and ${beside} more` : "",
	].join("");
	return `${truncateToWidth(sanitizeLine(what), Math.max(2, columns - rest.length))}${rest}`;
}
