import { defined } from "../../util/defined.ts";
import { formatDuration } from "../../util/format.ts";
import type { ByteProgress, Countdown, ProgressEvent, ProgressStage } from "../../util/progress.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import { truncateToWidth } from "../../util/text-width.ts";
import { formatBytes } from "./progress-line.ts";

/** What is known of a subject that is being worked on. Times are those of the clock. */
export interface ActiveSubject {
	/** Of stage and subject. */
	readonly key: string;
	readonly stage: ProgressStage;
	/** Undefined: the stage as a whole. */
	readonly subject?: string;
	readonly since: number;
	/** What is done now; undefined while it waits. */
	readonly work?: CurrentWork;
}

export interface CurrentWork {
	/** A step's name, or what was said of the subject. */
	readonly name: string;
	/** Of a step: when it began. */
	readonly since?: number;
	/** Of a step: its last line of output. */
	readonly last?: string;
	readonly bytes?: ByteProgress;
	/** Of a wait. */
	readonly countdown?: Countdown;
	/** Steps that run beside this one. */
	readonly beside: number;
}

interface Known {
	readonly stage: ProgressStage;
	readonly subject?: string;
	readonly since: number;
	said: CurrentWork | undefined;
	/** Those that run, in the order they began. */
	readonly steps: Map<string, Omit<CurrentWork, "beside">>;
}

export function subjectKey({ stage, subject = "" }: Pick<ProgressEvent, "stage" | "subject">): string {
	return `${stage}\n${subject}`;
}

/** Keeps what goes on at the moment, from what stages tell. */
export class Activity {
	readonly #clock: () => number;
	readonly #known = new Map<string, Known>();

	constructor(clock: () => number) {
		this.#clock = clock;
	}

	/** Takes the next event. Gives how long its subject has been worked on, milliseconds; undefined at its first event. */
	record(event: ProgressEvent): number | undefined {
		const { stage, subject, state, text, step, bytes, countdown } = event;
		const key = subjectKey(event);
		const before = this.#known.get(key);
		const elapsed = before && this.#clock() - before.since;
		if (state === "done" || state === "failed") {
			this.#known.delete(key);
			if (subject === undefined && before !== undefined) this.#dropSince(before.since);
			return elapsed;
		}
		const known: Known = before ?? {
			...{ stage, since: this.#clock(), said: undefined, steps: new Map() },
			...defined({ subject }),
		};
		this.#known.set(key, known);
		// Another try begins without the steps of the one before.
		if (state === "started") known.steps.clear();
		if (step !== undefined) this.#takeStep(known, step);
		else if (text !== undefined || bytes !== undefined)
			known.said = {
				...{ name: text ?? known.said?.name ?? "", beside: 0 },
				...defined({ bytes, countdown }),
			};
		return elapsed;
	}

	/** All that is being worked on, in the order it began; what waits comes last. */
	active(): readonly ActiveSubject[] {
		const all = [...this.#known].map(([key, { stage, subject, since, said, steps }]): ActiveSubject => {
			// The longest one is what the subject waits for.
			const [first] = steps.values();
			const work = first === undefined ? said : { ...first, beside: steps.size - 1 };
			return { ...{ key, stage, since }, ...defined({ subject, work }) };
		});
		return [...all.filter(({ work: now }) => now !== undefined), ...all.filter(({ work: now }) => now === undefined)];
	}

	/** With a stage ends what it had begun: not every subject has an end of its own, such as what a service needs. */
	#dropSince(start: number): void {
		for (const [key, { subject, since }] of this.#known)
			if (subject !== undefined && since >= start) this.#known.delete(key);
	}

	#takeStep({ steps }: Known, { id, name, state, last, bytes }: NonNullable<ProgressEvent["step"]>): void {
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

/** `RUN pip install (18 s)`, `pulling, 120 MB of 1.6 GB`: what is done now, in so many columns. Of a long name the end is left out, never the time. */
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
