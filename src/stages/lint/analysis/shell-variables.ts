import type { Instruction } from "../../../model/dockerfile/dockerfile.ts";

/** `$NAME`, `${NAME}`; not `${NAME:-otherwise}`, which expects that it may be unset. */
const use = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:[#%/^,:][^-+=?}][^}]*)?\})/g;

/**
 * Variables that a RUN in shell form reads and does not set. None if it sources other scripts.
 */
export function shellVariables({ rest, heredocs }: Pick<Instruction, "rest" | "heredocs">): readonly string[] {
	// Only a heredoc that is the command itself is expanded by the shell.
	const bodies = heredocs.map(({ content }) => content);
	const text = [rest, ...bodies].join("\n");
	if (/(?:^|[\s;&|(])(?:\.|source|eval)\s/.test(text)) return [];
	const plain = withoutSingleQuotes([rest, ...(/^\s*<</.test(rest) ? bodies : [])].join("\n"));
	const names = new Set<string>();
	for (const [all, bare, braced] of plain.matchAll(use)) {
		const name = bare ?? braced ?? "";
		if (all !== "" && !setsIt(text, name)) names.add(name);
	}
	return [...names];
}

/** Removes single-quoted and escaped text, which the shell does not expand. */
function withoutSingleQuotes(text: string): string {
	let plain = "";
	let quote: string | undefined;
	for (let at = 0; at < text.length; at++) {
		const char = text[at] ?? "";
		if (quote !== "'" && char === "\\") at++;
		else if (quote === "'") quote = char === "'" ? undefined : quote;
		else {
			if (char === quote) quote = undefined;
			else if (quote === undefined && (char === "'" || char === '"')) quote = char;
			if (quote !== "'") plain += char;
		}
	}
	return plain;
}

function setsIt(text: string, name: string): boolean {
	return new RegExp(`(?:^|[^\\w$])${name}\\+?=|\\b(?:for|read|declare|local|export)\\s(?:[^;\\n]*\\s)?${name}\\b`).test(
		text,
	);
}
