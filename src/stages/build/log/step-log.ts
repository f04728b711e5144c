import { defined } from "../../../util/defined.ts";

/** Kept output per step, in characters from its end. */
const keptLength = 64 << 10;

/** The result of one chunk of a step's output. */
export interface StepOutput {
	/** Complete lines, oldest first, without blank ones. */
	readonly lines: readonly string[];
	/** The last readable line; one that ends in a carriage return will be overwritten and is not in `lines`. */
	readonly last?: string;
}

/** The end of a step's output, in complete lines: half of one may hold half of a secret, which is not redacted. */
export class StepLog {
	/** Bytes as Latin-1: a chunk may end inside of a character. */
	#rest = "";
	/** Visible text of the incomplete line, which will be overwritten. */
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

	/** The last lines, including the incomplete one. */
	get lines(): readonly string[] {
		return [...this.#kept, ...[visible(this.#rest) ?? this.#shown ?? []].flat()];
	}

	/** Number of lines that are not kept. */
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

/** The visible part of a line on a terminal: the last text between carriage returns. */
function visible(latin1: string): string | undefined {
	const last = latin1.split("\r").findLast((part) => part.trim() !== "");
	return last === undefined ? undefined : Buffer.from(last, "latin1").toString("utf8");
}
