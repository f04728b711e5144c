import { plural } from "../../util/format.ts";
import type { Progress, ProgressEvent, StepProgress } from "../../util/progress.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import { truncateToWidth } from "../../util/text-width.ts";
import { type ActiveSubject, Activity, formatCountdown, formatCurrentWork, subjectKey } from "./activity.ts";
import { progressLine, stepLines } from "./progress-line.ts";

/** `auto`: finished work, and now and then what runs. `plain`: every step and output line. */
export type LogMode = "auto" | "plain";

export interface LogOptions {
	readonly mode: LogMode;
	readonly write: (line: string) => void;
	/** Milliseconds of a monotonic clock. */
	readonly now: () => number;
	/** Writes lines folded below a title, if the log supports it. */
	readonly fold?: (title: string, lines: readonly string[]) => void;
	/** Running work is shown after this silence, in milliseconds. */
	readonly silenceMs?: number;
	/** Calls `call` every `ms` milliseconds until the returned function is called. */
	readonly every?: (ms: number, call: () => void) => () => void;
}

const every: NonNullable<LogOptions["every"]> = (ms, call) => {
	const timer = setInterval(call, ms).unref();
	return () => clearInterval(timer);
};

/** A run in a log: nothing is rewritten, and running work is shown at least every ten seconds. */
export interface LogView extends Disposable {
	readonly progress: Progress;
	/** Writes a separate line. */
	readonly line: (text: string) => void;
}

/** Plus the time between two checks, less than ten seconds. */
const usualSilenceMs = 8_000;
const looksPerSilence = 16;
/** Per check; the rest is counted. */
const mostSubjects = 10;
/** BuildKit itself stops at 2 MiB per step. */
const mostLines = 2_000;

export function logView(options: LogOptions): LogView {
	const { mode, write, now, fold, silenceMs = usualSilenceMs } = options;
	const activity = new Activity(now);
	/** When a subject was last written. */
	const shown = new Map<string, number>();
	/** The last text of a subject, to drop repetitions. */
	const texts = new Map<string, string>();
	let latest = now();
	const say = (text: string) => {
		latest = now();
		write(text);
	};
	const steps = new StepLines(say);
	const look = () => {
		if (mode === "plain") steps.flush();
		const all = activity.active();
		const silentMs = ({ key, since }: ActiveSubject) => now() - (shown.get(key) ?? since);
		const subjects = all.filter(({ subject }) => subject !== undefined);
		const due = subjects.some((active) => silentMs(active) >= silenceMs);
		// Subjects that are almost due come along, so that lines stay together.
		const dueSoon = due ? subjects.filter((active) => silentMs(active) >= silenceMs / 2) : [];
		const stages = now() - latest >= silenceMs ? all.filter(({ subject }) => subject === undefined) : [];
		const lines = dueSoon.length > 0 ? dueSoon : stages.slice(-1);
		for (const active of lines.slice(0, mostSubjects))
			say(progressLine({ ...active, text: runningText(active, now()) }, "running", now() - active.since));
		if (lines.length > mostSubjects) say(`         and ${lines.length - mostSubjects} more`);
		for (const { key } of lines) shown.set(key, now());
	};
	const cancel = (options.every ?? every)(silenceMs / looksPerSilence, look);
	const end = (event: ProgressEvent, elapsed: number | undefined) => {
		const title = progressLine(event, event.state, elapsed);
		// `plain` already showed everything; failures are not folded.
		const isFolded = fold !== undefined && mode === "auto" && event.steps?.some(({ state }) => state !== "failed");
		latest = now();
		if (isFolded) fold(title, stepLines(event, "all"));
		else write(title);
		for (const line of stepLines(event, fold || mode === "plain" ? "only failed" : "failed")) write(line);
	};
	return {
		progress: (event) => {
			const key = subjectKey(event);
			const elapsed = activity.record(event);
			if (event.state === "done" || event.state === "failed") {
				steps.flush();
				shown.delete(key);
				texts.delete(key);
				if (event.subject !== undefined) end(event, elapsed);
			} else if ((mode === "plain" || isWait(event, now())) && event.subject !== undefined) {
				if (event.state === "started") texts.delete(key);
				const before = latest;
				if (event.step !== undefined) steps.take({ ...event, step: event.step });
				else if (event.text !== undefined && texts.get(key) !== event.text) {
					texts.set(key, event.text);
					say(progressLine({ ...event, text: textWithCountdown(event, now()) }, "running", elapsed));
				}
				if (latest !== before) shown.set(key, latest);
			}
		},
		line: say,
		[Symbol.dispose]: () => {
			cancel();
			steps.flush();
		},
	};
}

/** Waits are reported when they begin, except short ones within a stage. */
const isWait = ({ stage, countdown }: ProgressEvent, clock: number): boolean =>
	stage === "waiting" || (countdown !== undefined && countdown.until - clock > shortMs);
const shortMs = 2_000;

/** The text of an event with its countdown. */
const textWithCountdown = ({ text = "", countdown }: ProgressEvent, clock: number): string =>
	countdown === undefined ? text : `${text}; ${formatCountdown(countdown, clock)}`;

/** `RUN pip install (18 s): Collecting uvicorn` */
function runningText(active: ActiveSubject, clock: number): string {
	const { last } = active.work ?? {};
	const text = formatCurrentWork(active, clock, 100);
	return last === undefined ? text : `${text}: ${truncateToWidth(sanitizeLine(last.trim()), 120)}`;
}

interface Shown {
	/** Numbered as in BuildKit's own log. */
	readonly number: number;
	/** The subject that writes the lines of a shared step. */
	readonly key: string;
	lines: number;
}

/** Steps like BuildKit's plain progress, prefixed with the subject: `build api #7 [2/3] RUN make`. */
class StepLines {
	readonly #say: (text: string) => void;
	readonly #shown = new Map<string, Shown>();
	/** By subject and step: the line to print if the step does not continue. */
	readonly #ends = new Map<string, string>();
	readonly #begun = new Set<string>();

	constructor(say: (text: string) => void) {
		this.#say = say;
	}

	take(event: ProgressEvent & { readonly step: StepProgress }): void {
		const { stage, subject = "", step } = event;
		const { id, name, state, durationMs = 0, lines = [] } = step;
		const key = subjectKey(event);
		const shown = this.#shown.get(id) ?? { number: this.#shown.size + 1, key, lines: 0 };
		this.#shown.set(id, shown);
		const head = `${stage.padEnd(7)}  ${sanitizeLine(subject)}  #${shown.number}`;
		const own = `${key}\n${id}`;
		if (!this.#begun.has(own)) this.#say(`${head} ${sanitizeLine(name)}`);
		this.#begun.add(own);
		this.#ends.delete(own);
		if (shown.key === key) this.#write(shown, head, lines);
		if (state === "running") return;
		const dropped = shown.lines - mostLines;
		const left = dropped > 0 && shown.key === key ? `; ${plural(dropped, "line")} not shown` : "";
		const word =
			state === "cached" ? "CACHED" : `${state === "failed" ? "ERROR" : "DONE"} ${(durationMs / 1000).toFixed(1)}s`;
		this.#ends.set(own, `${head} ${word}${left}`);
	}

	/** Called now and then: BuildKit reports the end of a pull many times. */
	flush(): void {
		for (const text of this.#ends.values()) this.#say(text);
		this.#ends.clear();
	}

	#write(shown: Shown, head: string, lines: readonly string[]): void {
		for (const line of lines) {
			shown.lines++;
			if (shown.lines <= mostLines) this.#say(`${head} | ${sanitizeLine(line.slice(0, 4_000))}`);
			else if (shown.lines === mostLines + 1)
				this.#say(`${head} | ... more than ${mostLines} lines: the rest is not shown`);
		}
	}
}
