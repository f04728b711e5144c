import { posix } from "node:path";
import { type CommandArgument, forEachChild, parse, type SyntaxNode } from "unbash";
import { hasPlaceholder, placeholders, type ShellScope, wordText } from "./word-text.ts";

/** A command of a script, with its words expanded as far as they are known. */
export interface ShellCommand {
	readonly words: readonly string[];
	/** Its working directory, relative to the repository's root. */
	readonly folder: string;
	/** From 1. */
	readonly line: number;
}

/** Maximum number of loop iterations. */
const maxIterations = 500;

/**
 * The commands of a shell script in order. Follows `cd`, expands known variables, unrolls `for` over words, and reads
 * both branches of an `if`. Runs nothing. `script`: the script's folder.
 */
export function readShellCommands(
	source: string,
	options: { readonly script: string; readonly folder: string },
): readonly ShellCommand[] {
	return new ScriptReader(source, options).all();
}

class ScriptReader {
	readonly #source: string;
	readonly #script: string;
	readonly #variables = new Map<string, string>();
	readonly #commands: ShellCommand[] = [];
	#folder: string;
	#iterations = 0;

	constructor(source: string, { script, folder }: { readonly script: string; readonly folder: string }) {
		this.#source = source;
		this.#script = script;
		this.#folder = folder;
	}

	all(): readonly ShellCommand[] {
		this.#visit(parse(this.#source));
		return this.#commands;
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
					if (++this.#iterations > maxIterations) return;
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
			for (const assignment of assigned) this.#assign(assignment);
			return;
		}
		const name = wordText(node.name, this.#scope);
		if (/^(?:export|declare|local|readonly|typeset)$/.test(name)) {
			for (const arg of node.args) this.#assign(arg);
			return;
		}
		const words = node.args.map((arg) => this.#text(arg));
		if (name === "cd" || name === "pushd") this.#folder = this.#moved(words.findLast((word) => !word.startsWith("-")));
		else if (name === "popd") this.#folder = ".";
		else {
			const line = this.#source.slice(0, node.pos).split("\n").length;
			this.#commands.push({ words: [name, ...words], folder: this.#folder, line });
		}
	}

	#assign(arg: CommandArgument): void {
		if (arg.type !== "Assignment") return;
		this.#variables.set(arg.name, arg.value.type === "Word" ? wordText(arg.value, this.#scope) : placeholders.other);
	}

	#text(arg: CommandArgument): string {
		if (arg.type === "Word") return wordText(arg, this.#scope);
		return arg.value.type === "Word" ? `${arg.name}=${wordText(arg.value, this.#scope)}` : arg.text;
	}

	/** A `cd` out of the repository, or to an absolute path, most likely goes to the repository's root. */
	#moved(to: string | undefined): string {
		if (to === undefined || to.startsWith("/") || to.startsWith("~") || hasPlaceholder(to)) return ".";
		const moved = posix.normalize(posix.join(this.#folder, to)).replace(/\/$/, "");
		return moved === ".." || moved.startsWith("../") ? "." : moved;
	}
}
