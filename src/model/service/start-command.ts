import { posix } from "node:path";
import { shellCommands } from "../requirements/shell-words.ts";

/** The program that a command line starts. */
export interface StartedProgram {
	readonly program: string;
	/** The script of an interpreter: absolute, or relative to the working directory. */
	readonly script?: string;
	/** Shells fail on scripts with Windows line breaks. */
	readonly isShell: boolean;
}

const shells = /^(?:ba|da|a|k|z|mk)?sh$/;
const pythons = /^(?:python|pypy)[\d.]*$/;
/** Programs that run the command after their own options and `--`. */
const wrappers = /^(?:tini|tini-static|dumb-init|catatonit|exec|env|nice|nohup|setsid|su-exec|gosu|chronic)$/;

/** The program and script of a command in exec form; undefined if they are not certain. */
export function parseStartCommand(all: readonly string[]): StartedProgram | undefined {
	const words = withoutWrappers(all);
	const [program, ...args] = words;
	if (program === undefined || program === "" || program.includes("$")) return undefined;
	const name = posix.basename(program);
	const isShell = shells.test(name);
	if (isShell) {
		const at = args.findIndex((word) => !word.startsWith("-"));
		const options = args.slice(0, at < 0 ? args.length : at);
		// -o takes an argument.
		if (options.some((word) => /^-[a-zA-Z]*[so]/.test(word))) return { program, isShell };
		// -c runs a command line; its program is certain only if the shell does nothing else.
		if (options.some((word) => /^-[a-zA-Z]*c/.test(word)))
			return at < 0 ? undefined : parseShellStartCommand(args[at] ?? "");
		return withScript({ program, isShell }, args[at]);
	}
	if (pythons.test(name)) {
		const task = pythonTarget(args);
		return withScript({ program, isShell }, task?.kind === "file" ? task.name : undefined);
	}
	if (name === "node") {
		const first = args[0] ?? "";
		// Node resolves `server` to server.js or server/index.js.
		return withScript({ program, isShell }, /^[^-].*\.[cm]?[jt]s$/.test(first) ? first : undefined);
	}
	if (name === "java") return withScript({ program, isShell }, args[args.indexOf("-jar") + 1 || args.length]);
	if (/^(?:ruby|perl|php|Rscript|lua)$/.test(name))
		return withScript({ program, isShell }, args[0]?.startsWith("-") ? undefined : args[0]);
	return { program, isShell };
}

const withScript = (started: StartedProgram, script: string | undefined): StartedProgram =>
	script === undefined || script === "" || /[$*?`]/.test(script) ? started : { ...started, script };

/** The same for a shell command: the first program, if no command before it changes its lookup. */
export function parseShellStartCommand(text: string): StartedProgram | undefined {
	if (/^\s*(?:if|for|while|until|case|select|function|\{|\[)/.test(text) || /[`]|\$\(|<<|>/.test(text))
		return undefined;
	for (const words of shellCommands(text)) {
		if (/^(?:set|export|umask|ulimit|echo|printf|sleep|:)$/.test(words[0] ?? "")) continue;
		return parseStartCommand(words.slice(words.findIndex((word) => !/^\w+=/.test(word))));
	}
	return undefined;
}

function withoutWrappers(words: readonly string[]): readonly string[] {
	const [first = "", ...rest] = words;
	const name = posix.basename(first);
	if (!wrappers.test(name)) return words;
	const end = rest.indexOf("--");
	// Without `--`, only wrappers without option arguments are certain.
	const plain = /^(?:su-exec|gosu)$/.test(name) ? rest.slice(1) : rest;
	const own = end >= 0 ? rest.slice(end + 1) : plain.slice(plain.findIndex((word) => !/^\w+=/.test(word)));
	return end < 0 && plain[0]?.startsWith("-") ? [] : withoutWrappers(own);
}

/** The module or file that Python runs. */
export function pythonTarget(
	args: readonly string[],
): { readonly kind: "module" | "file"; readonly name: string } | undefined {
	const withValue = new Set(["-W", "-X", "--check-hash-based-pycs"]);
	for (let i = 0; i < args.length; i++) {
		const word = args[i] ?? "";
		const next = args[i + 1];
		if (word === "-m") return next === undefined ? undefined : { kind: "module", name: next };
		const joined = /^-[a-ln-zA-Z]*m(.*)$/s.exec(word);
		if (joined && !word.startsWith("--") && !/^-[WX]/.test(word) && !/c/.test(word))
			return (joined[1] || next) === undefined ? undefined : { kind: "module", name: joined[1] || (next ?? "") };
		if (/^-[a-zA-Z]*c/.test(word) || word === "-") return undefined;
		if (withValue.has(word)) i++;
		else if (!word.startsWith("-")) return { kind: "file", name: word };
	}
	return undefined;
}
