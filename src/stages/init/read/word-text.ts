import type { Word, WordPart } from "unbash";

/** Replace parts of a word that only a running shell knows. The character does not occur in files. */
export const placeholders = {
	sha: "\u0001sha\u0001",
	date: "\u0001date\u0001",
	version: "\u0001version\u0001",
	other: "\u0001?\u0001",
} as const;

export const hasPlaceholder = (text: string): boolean => text.includes("\u0001");

/** Known variables and folders at a word. Paths are relative to the repository's root. */
export interface ShellScope {
	readonly variables: ReadonlyMap<string, string>;
	readonly folder: string;
	/** The script's folder. */
	readonly script: string;
}

/** A word without quotes, with known variables expanded. Runs nothing. */
export function wordText(word: Word, scope: ShellScope): string {
	return word.parts === undefined ? word.value : word.parts.map((part) => partText(part, scope)).join("");
}

function partText(part: WordPart, scope: ShellScope): string {
	switch (part.type) {
		case "Literal":
		case "SingleQuoted":
		case "AnsiCQuoted":
			return part.value;
		case "DoubleQuoted":
		case "LocaleString":
			return part.parts.map((inner) => partText(inner, scope)).join("");
		case "SimpleExpansion":
			return setTo(part.text.slice(1), scope) ?? openValue(part.text.slice(1));
		case "ParameterExpansion": {
			const { parameter, operation, prefix } = part;
			if (prefix !== undefined) return placeholders.other;
			const value = setTo(parameter, scope);
			if (operation === undefined) return value ?? openValue(parameter);
			if (operation.type !== "Default") return placeholders.other;
			const { operator, operand } = operation;
			if (/[-=]$/.test(operator)) return value !== undefined && value !== "" ? value : wordText(operand, scope);
			return operator.endsWith("?") ? (value ?? openValue(parameter)) : placeholders.other;
		}
		case "CommandExpansion":
			return resultOf(part.text, scope);
		default:
			return "text" in part && part.type === "Glob" ? part.text : placeholders.other;
	}
}

function setTo(name: string, { variables, folder }: ShellScope): string | undefined {
	return variables.get(name) ?? (name === "PWD" ? folder : undefined);
}

/** A placeholder for the likely kind of an unknown variable, by its name. */
function openValue(name: string): string {
	if (/sha|commit|revision|git_ref|vcs_ref/i.test(name)) return placeholders.sha;
	if (/date|time/i.test(name)) return placeholders.date;
	return /version|release/i.test(name) ? placeholders.version : placeholders.other;
}

/** The result of a command substitution, or a placeholder for its kind. */
function resultOf(text: string, { folder, script }: ShellScope): string {
	const inner = text.replace(/^\$\(|^`|\)$|`$/g, "").trim();
	if (inner === "pwd") return folder;
	if (/^git rev-parse --show-toplevel/.test(inner)) return ".";
	const own = /dirname\s+(?:--\s+)?"?\$(?:0|\{?BASH_SOURCE)/.test(inner);
	if (own) {
		const below = /^cd\s+.*dirname[^)]*\)"?((?:\/[\w.-]+)*)"?\s*(?:>\s*\/dev\/null\s*(?:2>&1)?\s*)?&&\s*pwd/.exec(
			inner,
		)?.[1];
		if (below !== undefined) return `${script}${below}`;
		return /^dirname/.test(inner) ? script : placeholders.other;
	}
	if (/\bgit\s+(?:rev-parse|log|show)\b/.test(inner)) return placeholders.sha;
	if (/\bgit\s+describe\b/.test(inner)) return placeholders.version;
	return /^date\b/.test(inner) ? placeholders.date : placeholders.other;
}

export const withoutTag = (image: string): string => image.replace(/@.*$/, "").replace(/:[^/:]*$/, "");
