import { posix } from "node:path";
import { type CommandArgument, forEachChild, parse, type SyntaxNode } from "unbash";
import { hasPlaceholder, placeholders, type ShellScope, wordText } from "./word-text.ts";

/** One command as a script has it, its words resolved as far as they are written there. */
export interface ShellCommand {
	readonly words: readonly string[];
	/** Where it would run, from the repository's root; undefined: somewhere else on the machine. */
	readonly folder: string;
	/** Counted from 1. */
	readonly line: number;
}

/** More turns of loops than this are no list of images. */
const mostTurns = 500;

/**
 * All commands of a shell script, in order: `cd` is followed, variables that are set to a text are filled in, `for` over words is unrolled, both
 * branches of an `if` are read. Nothing is run. `script`: the folder it lies in.
 */
export function readShellCommands(
	source: string,
	options: { readonly script: string; readonly folder: string },
): readonly ShellCommand[] {
	return new Reader(source, options).all();
}

class Reader {
	readonly #source: string;
	readonly #script: string;
	readonly #variables = new Map<string, string>();
	readonly #found: ShellCommand[] = [];
	#folder: string;
	#turns = 0;

	constructor(source: string, { script, folder }: { readonly script: string; readonly folder: string }) {
		this.#source = source;
		this.#script = script;
		this.#folder = folder;
	}

	all(): readonly ShellCommand[] {
		this.#visit(parse(this.#source));
		return this.#found;
	}

	get #scope(): ShellScope {
		return { variables: this.#variables, folder: this.#folder, script: this.#script };
	}

	#visit(node: SyntaxNode): void {
		switch (node.type) {
			case "Command":
				this.#command(node);
				return;
			case "Subshell": {
				const before = this.#folder;
				forEachChild(node, (child) => this.#visit(child));
				this.#folder = before;
				return;
			}
			case "For": {
				const words = (node.wordlist ?? []).flatMap((word) => wordText(word, this.#scope).split(/\s+/).filter(Boolean));
				for (const word of words.length > 0 ? words : [placeholders.other]) {
					if (++this.#turns > mostTurns) return;
					const before = this.#folder;
					this.#variables.set(node.name.value, word);
					this.#visit(node.body);
					this.#folder = before;
				}
				return;
			}
			default:
				forEachChild(node, (child) => this.#visit(child));
		}
	}

	#command(node: SyntaxNode & { readonly type: "Command" }): void {
		const assigned = node.prefix.filter((part) => part.type === "Assignment");
		if (node.name === undefined) {
			for (const one of assigned) this.#assign(one);
			return;
		}
		const name = wordText(node.name, this.#scope);
		if (/^(?:export|declare|local|readonly|typeset)$/.test(name)) {
			for (const one of node.args) this.#assign(one);
			return;
		}
		const words = node.args.map((one) => this.#text(one));
		if (name === "cd" || name === "pushd") this.#folder = this.#moved(words.findLast((word) => !word.startsWith("-")));
		else if (name === "popd") this.#folder = ".";
		else {
			const line = this.#source.slice(0, node.pos).split("\n").length;
			this.#found.push({ words: [name, ...words], folder: this.#folder, line });
		}
	}

	#assign(one: CommandArgument): void {
		if (one.type !== "Assignment") return;
		this.#variables.set(one.name, one.value.type === "Word" ? wordText(one.value, this.#scope) : placeholders.other);
	}

	#text(one: CommandArgument): string {
		if (one.type === "Word") return wordText(one, this.#scope);
		return one.value.type === "Word" ? `${one.name}=${wordText(one.value, this.#scope)}` : one.text;
	}

	/** Whoever leaves the repository for a place on their own machine most likely goes to its root. */
	#moved(to: string | undefined): string {
		if (to === undefined || to.startsWith("/") || to.startsWith("~") || hasPlaceholder(to)) return ".";
		const moved = posix.normalize(posix.join(this.#folder, to)).replace(/\/$/, "");
		return moved === ".." || moved.startsWith("../") ? "." : moved;
	}
}
