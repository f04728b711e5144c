import type { WriteStream } from "node:tty";
import { createLogUpdate } from "log-update";
import { type ActiveSubject, Activity, formatCurrentWork } from "../../presentation/terminal/activity.ts";
import type { Paint } from "../../presentation/terminal/colors.ts";
import { formatBytes, stepLines } from "../../presentation/terminal/progress-line.ts";
import { formatDuration } from "../../util/format.ts";
import type { ProgressEvent } from "../../util/progress.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import { padRight, textWidth, truncateToWidth } from "../../util/text-width.ts";
import type { Screen } from "./screen.ts";

const frameMs = 100;

/** One line per active subject, rewritten in place. Finished subjects move up and stay. */
export function liveScreen(stream: WriteStream, paint: Paint, now: () => number): Screen {
	// The cursor stays visible, so nothing has to be restored when the process dies.
	const update = createLogUpdate(stream, { showCursor: true });
	const activity = new Activity(now);
	let timer: NodeJS.Timeout | undefined;
	let isOver = false;
	const draw = () => {
		if (isOver) return;
		const width = stream.columns || 80;
		const room = Math.max(1, (stream.rows || 24) - 2);
		const all = shownOf(activity);
		if (all.length === 0) return update.clear();
		const shown = all.slice(0, room).map((subject) => activeLines(subject, now(), width));
		// Output lines are shown if there is room for all of them.
		const isRoomy = all.length * 2 <= room;
		const lines = shown.flatMap(([line, output]) => [
			line,
			...(isRoomy && output !== undefined ? [paint("dim", output)] : []),
		]);
		if (all.length > room) lines.push(`  and ${all.length - room} more`);
		update(lines.join("\n"));
	};
	const stay = (text: string) => {
		update.clear();
		stream.write(`${text}\n`);
		draw();
	};
	return {
		progress: (event) => {
			const ms = activity.record(event);
			const hasEnded = event.state === "done" || event.state === "failed";
			if (hasEnded && event.subject !== undefined)
				stay([endLine(event, ms, paint), ...(event.state === "failed" ? stepLines(event) : [])].join("\n"));
			timer ??= setInterval(draw, frameMs).unref();
		},
		line: stay,
		stop: () => {
			clearInterval(timer);
			timer = undefined;
			isOver = true;
			update.clear();
		},
	};
}

/** Whole stages only while no subject is active. */
function shownOf(activity: Activity): readonly ActiveSubject[] {
	const all = activity.active();
	const subjects = all.filter(({ subject }) => subject !== undefined);
	return subjects.length > 0 ? subjects : all.slice(-1);
}

/** The current work and its last line of output. */
function activeLines(active: ActiveSubject, now: number, width: number): readonly [string, string?] {
	// Some terminals wrap when the last column is written.
	const fit = (text: string) => truncateToWidth(text.trimEnd(), Math.max(2, width - 1));
	const before = `  ${head(active)}  ${formatDuration(now - active.since).padStart(8)}  `;
	const line = fit(`${before}${formatCurrentWork(active, now, width - 1 - textWidth(before))}`);
	const { last } = active.work ?? {};
	return last === undefined ? [line] : [line, fit(`           | ${sanitizeLine(last)}`)];
}

function endLine(event: ProgressEvent, ms: number | undefined, paint: Paint): string {
	const mark = event.state === "done" ? paint("green", "✓") : paint("red", "✗");
	const took = ms === undefined ? "" : formatDuration(ms);
	const text = [sanitizeLine(event.text ?? ""), event.bytes ? formatBytes(event.bytes) : ""].filter(Boolean).join("  ");
	return `${mark} ${head(event)}  ${took.padStart(8)}  ${text}`.trimEnd();
}

const head = ({ stage, subject = "" }: Pick<ProgressEvent, "stage" | "subject">) =>
	`${stage.padEnd(7)}  ${padRight(sanitizeLine(subject), 28)}`;
