import { resolve } from "node:path";
import { parseDuration } from "../model/catalog/values/values.ts";
import type { RunEvent } from "../model/documents/source.ts";
import { type Problem, UserError } from "../util/errors.ts";
import { defaultOutFolder } from "./default-folders.ts";
import { type Option, type OptionKind, options } from "./options.ts";
import { parseEvent } from "./parse-event.ts";

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
export type StageOptions = { readonly [O in DeclaredOption as Camel<O["name"]>]: ValueOf<O> } & { readonly out: string };

/** Unparsed values by the option's kebab-case name; undefined if not given. */
export type RawValues = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** Environment and working directory of the process: what options fall back to. */
export interface ProcessEnvironment {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd: string;
}

/** Parses the values of the command line or of an action. Throws one UserError with all invalid values. */
export function parseOptions(raw: RawValues, { env, cwd }: ProcessEnvironment): StageOptions {
	const problems: Problem[] = [];
	const parsed: Record<string, unknown> = {};
	for (const option of options as readonly Option[]) {
		const otherwise = (option.env && env[option.env]) || option.default;
		try {
			parsed[camelCase(option.name)] = parse(option, raw[option.name], otherwise);
		} catch (cause) {
			if (!(cause instanceof UserError)) throw cause;
			problems.push(...cause.problems);
		}
	}
	if (problems.length > 0) throw new UserError(problems);
	const given = parsed as Omit<StageOptions, "out"> & { readonly out: string | undefined };
	return { ...given, out: given.out ? resolve(cwd, given.out) : defaultOutFolder(env, resolve(cwd, given.catalog)) };
}

export function camelCase(name: string): string {
	return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

type RawValue = string | readonly string[] | boolean | undefined;

function parse(option: Option, said: RawValue, otherwise: string | undefined): unknown {
	const blank =
		(typeof said === "string" && said.trim() === "") ||
		(Array.isArray(said) && said.every((part) => part.trim() === ""));
	if (blank && option.refuseBlank)
		throw invalidOption(option, "is empty", {
			why: "an empty value would select everything; GitHub empties job outputs that may contain a secret",
			fix: `omit it for the default (${option.default}), or check the job output that it comes from`,
		});
	const value = said === undefined || blank ? otherwise : said;
	return parsers[option.kind](option, value === option.none ? undefined : value);
}

const parsers: Readonly<Record<OptionKind, (option: Option, said: RawValue) => unknown>> = {
	string: (_, said) => text(said),
	path: (_, said) => text(said),
	flag: parseFlag,
	list: (_, said) => toList(said, /[,\n]/),
	lines: (_, said) => toList(said, /\n/),
	number: parseNumber,
	duration: parseDurationOption,
	choice: parseChoice,
	pairs: parsePairs,
	event: (option, said) => {
		const value = text(said);
		if (value === undefined) return undefined;
		const event = parseEvent(value);
		if (event === undefined)
			throw invalidOption(option, `"${value}" is not a valid event`, {
				fix: "use one of push:<branch>, tag:<tag>, pull_request:<number>, merge_group:<base>, schedule:<branch>, manual",
			});
		return event;
	},
};

const text = (said: RawValue): string | undefined =>
	typeof said === "string" ? said : Array.isArray(said) ? said.at(-1) : undefined;

function toList(said: RawValue, parting: RegExp): readonly string[] {
	const parts = typeof said === "string" ? [said] : Array.isArray(said) ? (said as readonly string[]) : [];
	return parts
		.flatMap((part) => part.split(parting))
		.map((part) => part.trim())
		.filter((part) => part !== "");
}

/** YAML 1.2's booleans, as GitHub's toolkit parses an input. */
function parseFlag(option: Option, said: RawValue): boolean {
	if (typeof said === "boolean") return said;
	const value = text(said)?.trim();
	if (value === undefined) return false;
	if (/^(true|True|TRUE)$/.test(value)) return true;
	if (/^(false|False|FALSE)$/.test(value)) return false;
	throw invalidOption(option, `"${value}" is neither true nor false`, {});
}

function parseNumber(option: Option, said: RawValue): number | undefined {
	const value = text(said);
	if (value === undefined) return undefined;
	if (!/^[1-9]\d{0,5}$/.test(value.trim())) throw invalidOption(option, `"${value}" is not a whole number of at least 1`, {});
	return Number(value);
}

function parseDurationOption(option: Option, said: RawValue): number | undefined {
	const value = text(said)?.trim();
	if (value === undefined) return undefined;
	const read = parseDuration(value);
	if (!read.ok)
		throw invalidOption(option, `${JSON.stringify(value)} is not a duration of at most a day`, {
			fix: "for example 58m or 1h30m",
		});
	if (read.value === 0) throw invalidOption(option, "must be more than 0", {});
	return read.value;
}

function parseChoice(option: Option, said: RawValue): string | undefined {
	const value = text(said);
	if (value === undefined || option.choices?.includes(value)) return value;
	throw invalidOption(option, `"${value}" is not a valid value`, { fix: `use one of ${option.choices?.join(", ")}` });
}

function parsePairs(option: Option, said: RawValue): ReadonlyMap<string, string> {
	return new Map(
		toList(said, /[,\n]/).map((pair) => {
			const cut = pair.indexOf("=");
			if (cut < 1 || cut === pair.length - 1)
				throw invalidOption(option, `"${pair}" is not a key and a value`, { fix: `write ${option.placeholder ?? "key=value"}` });
			return [pair.slice(0, cut), pair.slice(cut + 1)];
		}),
	);
}

function invalidOption(option: Option, what: string, rest: Pick<Problem, "why" | "fix">): UserError {
	return new UserError({ code: "options/value", message: `${option.name} ${what}`, ...rest });
}
