import { defined } from "../../../util/defined.ts";

/** Of the end of what a step writes, characters. */
const keptLength = 64 << 10;

/** What came with one piece of a step's output. */
export interface StepOutput {
	/** Whole lines, oldest first, without those that are blank. */
	readonly lines: readonly string[];
	/** The last line that can be read now; one that ends in a carriage return will be overwritten, and is in no `lines`. */
	readonly last?: string;
}

/** The lines that a step writes. Its end is kept. A line counts when it has ended: half of one may hold half of a secret, which nobody would recognise. */
export class StepLog {
	/** Bytes as Latin-1: a piece may end inside of a character. */
	#rest = "";
	/** What the line shows that has not ended, and that will be overwritten. */
	#shown: string | undefined;
	readonly #kept: string[] = [];
	#length = 0;
	#dropped = 0;

	write(latin1: string): StepOutput {
		const parts = (this.#rest + latin1).split("\n");
		const rest = parts.pop() ?? "";
		const lines = parts.flatMap((part) => {
			const line = visible(part) ?? this.#shown;
			this.#shown = undefined;
			return line ?? [];
		});
		const cut = rest.lastIndexOf("\r");
		if (cut >= 0) this.#shown = visible(rest.slice(0, cut)) ?? this.#shown;
		this.#rest = rest.slice(cut + 1, cut + 1 + keptLength);
		for (const line of lines) this.#keep(line);
		const last = this.#shown ?? lines.at(-1);
		return { lines, ...defined({ last }) };
	}

	/** The last lines, with the one that has not ended. */
	get lines(): readonly string[] {
		return [...this.#kept, ...[visible(this.#rest) ?? this.#shown ?? []].flat()];
	}

	/** How many lines are not kept. */
	get dropped(): number {
		return this.#dropped;
	}

	#keep(line: string): void {
		this.#kept.push(line.slice(0, keptLength));
		this.#length += line.length;
		while (this.#length > keptLength && this.#kept.length > 1) {
			this.#length -= this.#kept.shift()?.length ?? 0;
			this.#dropped++;
		}
	}
}

/** What of a line stays on a terminal: the last that is written over the same place. */
function visible(latin1: string): string | undefined {
	const last = latin1.split("\r").findLast((part) => part.trim() !== "");
	return last === undefined ? undefined : Buffer.from(last, "latin1").toString("utf8");
}
