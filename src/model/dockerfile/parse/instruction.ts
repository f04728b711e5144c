import { type Heredoc, parseHeredocStart } from "./lines.ts";
import {
	type InstructionFlag,
	type KeyValue,
	parseJsonWords,
	parseKeyValues,
	splitAtSpaces,
	splitInstruction,
	splitQuotedWords,
	toKeyValue,
} from "./split-words.ts";

/** One instruction of a Dockerfile, not expanded. */
export interface Instruction {
	/** Upper case. */
	readonly keyword: string;
	/** The keyword as written. */
	readonly written: string;
	readonly flags: readonly InstructionFlag[];
	/** The text after keyword and flags. */
	readonly rest: string;
	/** COPY, ADD, VOLUME, FROM, EXPOSE: arguments. RUN, CMD, ENTRYPOINT, SHELL, HEALTHCHECK: words, or one text. */
	readonly args: readonly string[];
	/** ARG, ENV, LABEL. */
	readonly pairs: readonly KeyValue[];
	readonly form: "json" | "shell";
	readonly heredocs: readonly Heredoc[];
	readonly line: number;
	readonly endLine: number;
	readonly raw: string;
	/** Comments directly above. */
	readonly comments: readonly string[];
	/** Why the instruction cannot be analyzed; then the whole context counts. */
	readonly unclear?: string;
}

export type ParsedInstruction = Pick<
	Instruction,
	"keyword" | "written" | "flags" | "rest" | "args" | "pairs" | "form" | "unclear"
>;

type Shape = "list" | "command" | "pairs" | "names" | "text" | "words" | "health" | "trigger";

/** How the arguments of each instruction are split, and its flags (`*`: repeatable, `?`: the value is optional). */
const shapes: Readonly<Record<string, { readonly shape: Shape; readonly flags: string }>> = {
	ADD: { shape: "list", flags: "chown chmod link? keep-git-dir? checksum unpack? exclude*" },
	ARG: { shape: "names", flags: "" },
	CMD: { shape: "command", flags: "" },
	COPY: { shape: "list", flags: "chown from chmod link? exclude* parents?" },
	ENTRYPOINT: { shape: "command", flags: "" },
	ENV: { shape: "pairs", flags: "" },
	EXPOSE: { shape: "words", flags: "" },
	FROM: { shape: "words", flags: "platform" },
	HEALTHCHECK: { shape: "health", flags: "interval timeout start-period start-interval retries" },
	LABEL: { shape: "pairs", flags: "" },
	MAINTAINER: { shape: "text", flags: "" },
	ONBUILD: { shape: "trigger", flags: "" },
	RUN: { shape: "command", flags: "mount* network security device*" },
	SHELL: { shape: "command", flags: "" },
	STOPSIGNAL: { shape: "text", flags: "" },
	USER: { shape: "text", flags: "" },
	VOLUME: { shape: "list", flags: "" },
	WORKDIR: { shape: "text", flags: "" },
};

export const instructionKeywords: readonly string[] = Object.keys(shapes);

/** Parses one instruction without its heredocs. A string is the error message. */
export function parseInstruction(line: string, escapeChar: "\\" | "`"): ParsedInstruction | string {
	const { keyword: written, flags, rest } = splitInstruction(line, escapeChar);
	const keyword = written.toUpperCase();
	const base = { keyword, written, flags, rest, args: [], pairs: [], form: "shell" } as const;
	const definition = shapes[keyword];
	if (definition === undefined) return { ...base, unclear: `unknown instruction ${written}` };
	const checked = checkFlags(flags, definition.flags);
	if ("message" in checked) return checked.message;
	const { unclear } = checked;
	const parsed = unclear === undefined ? base : { ...base, unclear: `${keyword} ${unclear}` };
	if (rest === "" && keyword !== "RUN" && keyword !== "CMD" && keyword !== "ENTRYPOINT")
		return `${keyword} requires at least one argument`;
	switch (definition.shape) {
		case "pairs": {
			const pairs = parseKeyValues(rest, keyword, escapeChar);
			return typeof pairs === "string" ? pairs : { ...parsed, pairs };
		}
		case "names":
			return { ...parsed, pairs: splitQuotedWords(rest, escapeChar).map(toKeyValue) };
		case "text":
			return { ...parsed, args: [rest] };
		case "words":
			return checkFrom({ ...parsed, args: splitAtSpaces(rest) });
		case "trigger":
			return checkTrigger(parsed, escapeChar);
		case "health":
			return parseHealth(parsed);
		case "list":
		case "command": {
			const json = parseJsonWords(rest);
			if (json === "mixed") return "when using JSON array syntax, arrays must be comprised of strings only";
			if (json !== undefined) return checkList({ ...parsed, args: json, form: "json" });
			if (keyword === "SHELL") return "SHELL requires the arguments to be in JSON form";
			const args = definition.shape === "list" ? splitAtSpaces(rest) : rest === "" ? [] : [rest];
			return checkList({ ...parsed, args });
		}
		default:
			return definition.shape satisfies never;
	}
}

/** A missing value or a duplicate flag is an error. An unknown flag may belong to a newer engine. */
function checkFlags(
	flags: readonly InstructionFlag[],
	allowed: string,
): { readonly message: string } | { readonly unclear: string | undefined } {
	const kinds = new Map(allowed.split(" ").map((name) => [name.replace(/[*?]$/, ""), name.at(-1)]));
	const seen = new Set<string>();
	let unclear: string | undefined;
	for (const { name, value } of flags) {
		if (!kinds.has(name) || name === "") {
			if (allowed === "") return { message: `unknown flag: --${name}` };
			unclear ??= `has the unknown flag --${name}`;
			continue;
		}
		const kind = kinds.get(name);
		if (seen.has(name) && kind !== "*") return { message: `duplicate flag specified: --${name}` };
		if ((value === undefined && kind !== "?") || (value === "" && kind === "?"))
			return { message: `missing a value on flag: --${name}` };
		if (kind === "?" && value !== undefined && !/^(true|false)$/i.test(value))
			return { message: `expecting boolean value for flag --${name}, not: ${value}` };
		seen.add(name);
	}
	return { unclear };
}

function checkFrom(parsed: ParsedInstruction): ParsedInstruction | string {
	const [, as, name] = parsed.args;
	if (parsed.keyword !== "FROM" || parsed.args.length === 1) return parsed;
	if (parsed.args.length !== 3 || as?.toLowerCase() !== "as") return "FROM requires either one or three arguments";
	if (!/^[a-z][a-z0-9-_.]*$/.test(name?.toLowerCase() ?? ""))
		return `invalid name for build stage: "${name}", name can't start with a number or contain symbols`;
	return parsed;
}

function checkList(parsed: ParsedInstruction): ParsedInstruction | string {
	if (parsed.keyword !== "COPY" && parsed.keyword !== "ADD") return parsed;
	if (parsed.args.length < 2)
		return `${parsed.keyword} requires at least two arguments, but only one was provided: the destination is missing`;
	return parseHeredocStart(parsed.args.at(-1) ?? "") === undefined
		? parsed
		: `${parsed.keyword} cannot accept a heredoc as a destination`;
}

function checkTrigger(parsed: ParsedInstruction, escapeChar: "\\" | "`"): ParsedInstruction | string {
	if (/^ONBUILD(?:\s|$)/i.test(parsed.rest)) return "chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed";
	const inner = parseInstruction(parsed.rest, escapeChar);
	if (typeof inner === "string") return inner;
	if (inner.keyword === "FROM" || inner.keyword === "MAINTAINER")
		return `${inner.keyword} isn't allowed as an ONBUILD trigger`;
	return inner.unclear === undefined ? parsed : { ...parsed, unclear: inner.unclear };
}

/** `args` is the command, empty for NONE. */
function parseHealth(parsed: ParsedInstruction): ParsedInstruction | string {
	const [, type = "", command = ""] = /^(\S+)\s*(.*)$/s.exec(parsed.rest) ?? [];
	if (type.toUpperCase() === "NONE") return command === "" ? parsed : "HEALTHCHECK NONE takes no arguments";
	if (type.toUpperCase() !== "CMD") return `unknown type "${type}" in HEALTHCHECK (try CMD)`;
	const json = parseJsonWords(command);
	if (json === "mixed") return "when using JSON array syntax, arrays must be comprised of strings only";
	if (command === "" || json?.length === 0) return "missing command after HEALTHCHECK CMD";
	return json === undefined ? { ...parsed, args: [command] } : { ...parsed, args: json, form: "json" };
}

/** Whether heredoc bodies may follow the instruction. */
export function acceptsHeredocs(parsed: ParsedInstruction, escapeChar: "\\" | "`"): boolean {
	if (parsed.keyword === "ONBUILD") {
		const inner = parseInstruction(parsed.rest, escapeChar);
		return typeof inner !== "string" && acceptsHeredocs(inner, escapeChar);
	}
	return ["ADD", "COPY", "RUN"].includes(parsed.keyword) && parsed.form === "shell";
}

export const flagValue = ({ flags }: Instruction, flag: string): string | undefined =>
	flags.find(({ name }) => name === flag)?.value;

export const flagValues = ({ flags }: Instruction, flag: string): readonly string[] =>
	flags.flatMap(({ name, value }) => (name === flag && value !== undefined ? [value] : []));

/** Whether a boolean flag is on. */
export const isFlagOn = ({ flags }: Instruction, flag: string): boolean =>
	flags.some(({ name, value }) => name === flag && value?.toLowerCase() !== "false");
