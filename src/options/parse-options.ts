import { resolve } from "node:path";
import { parseDuration } from "../model/catalog/values/values.ts";
import type { RunEvent } from "../model/documents/source.ts";
import { type Problem, UserError } from "../util/errors.ts";
import { defaultOutFolder } from "./default-folders.ts";
import { type Option, type OptionKind, options, type StageName } from "./options.ts";

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`
	? `${Head}${Capitalize<Camel<Tail>>}`
	: Name;
type DeclaredOption = (typeof options)[number];
type OrUndefined<O, Value> = O extends { readonly none: string }
	? Value | undefined
	: O extends { readonly default: string }
		? Value
		: Value | undefined;
type ValueOf<O extends DeclaredOption> = O["kind"] extends "flag"
	? boolean
	: O["kind"] extends "list" | "lines"
		? readonly string[]
		: O["kind"] extends "pairs"
			? ReadonlyMap<string, string>
			: O["kind"] extends "number" | "duration"
				? OrUndefined<O, number>
				: O["kind"] extends "event"
					? RunEvent | undefined
					: O extends { readonly choices: readonly (infer Choice)[] }
						? OrUndefined<O, Choice>
						: OrUndefined<O, string>;

/**
 * The parsed options: one property per option, with its default or undefined if it was not given. `out` is always
 * set and absolute; other paths are as typed.
 */
export type StageOptions = { readonly [O in DeclaredOption as Camel<O["name"]>]: ValueOf<O> } & {
	readonly out: string;
};

/** Unparsed values by the option's kebab-case name; undefined if not given. */
export type RawValues = Readonly<Record<string, RawValue>>;
type RawValue = string | readonly string[] | boolean | undefined;

/** Environment and working directory of the process: what options fall back to. */
export interface ProcessEnvironment {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd: string;
}

/** Parses the values of the command line or of an action. Throws one UserError with all invalid values. */
export function parseOptions(raw: RawValues, { env, cwd }: ProcessEnvironment, stage?: StageName): StageOptions {
	const problems: Problem[] = [];
	const parsed: Record<string, unknown> = {};
	for (const option of declarationsFor(stage)) {
		const fallback = (option.env && env[option.env]) || option.default;
		try {
			parsed[camelCase(option.name)] = parse(option, raw[option.name], fallback);
		} catch (cause) {
			if (!(cause instanceof UserError)) throw cause;
			problems.push(...cause.problems);
		}
	}
	if (problems.length > 0) throw new UserError(problems);
	const given = parsed as Omit<StageOptions, "out"> & { readonly out: string | undefined };
	return { ...given, out: given.out ? resolve(cwd, given.out) : defaultOutFolder(env, resolve(cwd, given.catalog)) };
}

/** One declaration for each name: that of the stage if an option is declared for some stages each. */
function declarationsFor(stage: StageName | undefined): Iterable<Option> {
	const all: readonly Option[] = options;
	const own = all.filter(({ stages }) => stage !== undefined && stages.includes(stage));
	return new Map([...all.toReversed(), ...own].map((option) => [option.name, option])).values();
}

export function camelCase(name: string): string {
	return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function parse(option: Option, raw: RawValue, fallback: string | undefined): unknown {
	const isEmpty =
		(typeof raw === "string" && raw.trim() === "") || (Array.isArray(raw) && raw.every((part) => part.trim() === ""));
	if (isEmpty && option.refuseBlank)
		throw invalidOption(option, "the value is empty", {
			why: "an empty value would select everything; GitHub empties job outputs that may contain a secret",
			fix: `omit it for the default (${option.default}), or check the job output that it comes from`,
		});
	const value = raw === undefined || isEmpty ? fallback : raw;
	return parsers[option.kind](option, value === option.none ? undefined : value);
}

type Parser = (option: Option, raw: RawValue) => unknown;

const parsers: Readonly<Record<OptionKind, Parser>> = {
	string: single((_, text) => text),
	path: single((_, text) => text),
	flag: (option, raw) => (typeof raw === "boolean" ? raw : (single(parseFlag)(option, raw) ?? false)),
	list: (_, raw) => toList(raw, /[,\n]/),
	lines: (_, raw) => toList(raw, /\n/),
	number: single(parseNumber),
	duration: single(parseDurationOption),
	choice: single((option, text) => {
		const choice = option.wasFlag ? text.replace(/^true$/i, "on").replace(/^false$/i, "off") : text;
		if (option.choices?.includes(choice)) return choice;
		throw invalidOption(option, `invalid value "${text}"`, { fix: `use one of ${option.choices?.join(", ")}` });
	}),
	pairs: (option, raw) => new Map(toList(raw, /[,\n]/).map((pair) => parsePair(option, pair))),
	event: single((option, text) => {
		const event = parseEvent(text);
		if (event !== undefined) return event;
		const forms = "push:<branch>, tag:<tag>, pull_request:<number>, merge_group:<base>, schedule:<branch>, manual";
		throw invalidOption(option, `invalid event "${text}"`, { fix: `use one of ${forms}` });
	}),
};

/** A parser for one value: the last one, if the option is given several times. */
function single(parseText: (option: Option, text: string) => unknown): Parser {
	return (option, raw) => {
		const text = typeof raw === "string" ? raw : Array.isArray(raw) ? raw.at(-1) : undefined;
		return text === undefined ? undefined : parseText(option, text);
	};
}

function toList(raw: RawValue, separator: RegExp): readonly string[] {
	const parts = typeof raw === "string" ? [raw] : Array.isArray(raw) ? (raw as readonly string[]) : [];
	return parts
		.flatMap((part) => part.split(separator))
		.map((part) => part.trim())
		.filter((part) => part !== "");
}

/** YAML 1.2's booleans, as GitHub's toolkit parses an input. */
function parseFlag(option: Option, text: string): boolean {
	if (/^(true|True|TRUE)$/.test(text.trim())) return true;
	if (/^(false|False|FALSE)$/.test(text.trim())) return false;
	throw invalidOption(option, `"${text.trim()}" is neither true nor false`);
}

function parseNumber(option: Option, text: string): number {
	if (/^[1-9]\d{0,5}$/.test(text.trim())) return Number(text);
	throw invalidOption(option, `"${text}" is not a whole number of at least 1`);
}

function parseDurationOption(option: Option, text: string): number {
	const parsed = parseDuration(text.trim());
	if (!parsed.ok)
		throw invalidOption(option, `${JSON.stringify(text.trim())} is not a duration of at most a day`, {
			fix: "for example 58m or 1h30m",
		});
	if (parsed.value === 0) throw invalidOption(option, "the duration must be more than 0");
	return parsed.value;
}

function parsePair(option: Option, pair: string): readonly [string, string] {
	const at = pair.indexOf("=");
	if (at >= 1 && at < pair.length - 1) return [pair.slice(0, at), pair.slice(at + 1)];
	throw invalidOption(option, `"${pair}" is not a key and a value`, {
		fix: `write ${option.placeholder ?? "key=value"}`,
	});
}

function invalidOption(option: Option, what: string, details: Pick<Problem, "why" | "fix"> = {}): UserError {
	return new UserError({ code: "options/value", message: `${option.name}: ${what}`, ...details });
}

/** Parses `push:main` and the like; undefined if the form is invalid. */
function parseEvent(text: string): RunEvent | undefined {
	const [, kind = "", , rest = ""] = /^([^:]*)(:(.*))?$/s.exec(text) ?? [];
	if (kind === "manual") return rest === "" ? { kind } : { kind, branch: rest };
	if (rest === "") return undefined;
	switch (kind) {
		case "push":
		case "schedule":
			return { kind, branch: rest };
		case "tag":
			return { kind, tag: rest };
		case "merge_group":
			return { kind, base: rest };
		case "pull_request":
			// Tags only use the number. Whether it is a fork is unknown, so it counts as one, with fewer permissions.
			return /^[1-9]\d*$/.test(rest) ? { kind, number: Number(rest), head: "", base: "", fork: true } : undefined;
		default:
			return undefined;
	}
}
