import { type Expression, parseExpression, type RuleFault } from "./expression.ts";
import { countGroups, parseTagPattern, type TagPattern } from "./tag-pattern.ts";

interface TagRuleBase {
	/** As written in the catalog. */
	readonly text: string;
	readonly enable: Expression;
	readonly priority: number;
	/** Undefined if not attributes: then the flavor's applies. */
	readonly prefix?: Expression;
	readonly suffix?: Expression;
}

/** A parsed rule: an entry of docker/metadata-action's `tags`. */
export type TagRule = TagRuleBase &
	(
		| { readonly kind: "schedule"; readonly pattern: Expression }
		| {
				readonly kind: "semver" | "pep440";
				readonly pattern: Expression;
				/** Whether the pattern is just `{{raw}}`. */
				readonly raw: boolean;
				readonly value?: Expression;
				readonly match?: TagPattern;
		  }
		| { readonly kind: "match"; readonly pattern: TagPattern; readonly group: number; readonly value?: Expression }
		| { readonly kind: "edge"; readonly branch?: string }
		| { readonly kind: "ref"; readonly event: "branch" | "tag" | "pr" }
		| { readonly kind: "raw"; readonly value: Expression }
		| { readonly kind: "sha"; readonly format: "short" | "long" }
	);

/** Names that any expression may use, besides dates. */
const globalNames = [
	...["branch", "tag", "sha", "short_sha", "base_ref", "is_default_branch", "is_not_default_branch"],
	...["name", "phase", "project", "revision", "short_revision"],
];
const versionNames = ["raw", "version", "major", "minor", "patch"];

/** Default priority and specific attributes of each type. */
const types: Readonly<Record<TagRule["kind"], { readonly priority: number; readonly attributes: readonly string[] }>> =
	{
		schedule: { priority: 1000, attributes: ["pattern"] },
		semver: { priority: 900, attributes: ["pattern", "value", "match"] },
		pep440: { priority: 900, attributes: ["pattern", "value", "match"] },
		match: { priority: 800, attributes: ["pattern", "group", "value"] },
		edge: { priority: 700, attributes: ["branch"] },
		ref: { priority: 600, attributes: ["event"] },
		raw: { priority: 200, attributes: ["value"] },
		sha: { priority: 100, attributes: ["format"] },
	};
const commonAttributes = ["type", "enable", "priority", "prefix", "suffix"];

/** Parses a rule: attributes as CSV (`type=sha,prefix=,format=long`), or a bare value that is the tag itself. */
export function parseTagRule(text: string): TagRule | RuleFault {
	const fields = splitFields(text.trim());
	if (!Array.isArray(fields)) return fields;
	const attributes = readAttributes(fields);
	if (!(attributes instanceof Map)) return attributes;
	const kind = attributes.get("type") ?? "raw";
	if (!attributes.has("type") && !attributes.has("value")) {
		const fix = "start it with type=, and quote it in [ ]: there a comma separates items";
		return { message: "the rule has neither a type nor a value", fix };
	}
	if (!isKind(kind)) return { message: `unknown type ${kind}`, fix: `use one of ${Object.keys(types).join(", ")}` };
	const { priority, attributes: own } = types[kind];
	const unknown = [...attributes.keys()].find((key) => !commonAttributes.includes(key) && !own.includes(key));
	if (unknown !== undefined)
		return {
			message: `type=${kind} has no attribute ${unknown}`,
			fix: `use one of ${[...own, ...commonAttributes.slice(1)].join(", ")}`,
		};
	const priorityText = attributes.get("priority") ?? `${priority}`;
	if (!/^-?\d{1,9}$/.test(priorityText)) return { message: `priority ${priorityText} is not a whole number` };
	const prefix = attributes.get("prefix") ?? defaultPrefix(kind, attributes.get("event"));
	const suffix = attributes.get("suffix");
	return catchRuleFault((expression) => {
		const common = {
			text,
			priority: Number(priorityText),
			enable: expression(attributes.get("enable") ?? "true"),
			...(prefix !== undefined && { prefix: expression(prefix) }),
			...(suffix !== undefined && { suffix: expression(suffix) }),
		};
		return parseKind(kind, common, attributes, expression);
	});
}

/** Parses the expression of a flavor's prefix or suffix. */
export function parseAffix(text: string): Expression | RuleFault {
	return parseExpression(text, globalNames);
}

/** Carries the first fault out of nested parsing. */
class RuleFaultError extends Error {
	readonly fault: RuleFault;
	constructor(fault: RuleFault) {
		super(fault.message);
		this.fault = fault;
	}
}

type ParseExpression = (text: string, names?: readonly string[]) => Expression;

function catchRuleFault(make: (expression: ParseExpression) => TagRule): TagRule | RuleFault {
	try {
		return make((text, names = []) => {
			const expression = parseExpression(text, [...names, ...globalNames]);
			if ("message" in expression) throw new RuleFaultError(expression);
			return expression;
		});
	} catch (error) {
		if (error instanceof RuleFaultError) return error.fault;
		throw error;
	}
}

function parseKind(
	kind: TagRule["kind"],
	common: TagRuleBase,
	attributes: ReadonlyMap<string, string>,
	expression: ParseExpression,
): TagRule {
	const value = attributes.get("value") === undefined ? {} : { value: expression(attributes.get("value") ?? "") };
	switch (kind) {
		case "schedule":
			return { kind, ...common, pattern: expression(attributes.get("pattern") || "nightly") };
		case "semver":
		case "pep440": {
			const pattern = requireAttribute(attributes, kind, "pattern", "{{version}}");
			const match = attributes.get("match");
			return {
				...{ kind, ...common, ...value },
				pattern: expression(pattern, versionNames),
				raw: /^\{\{\s*raw\s*\}\}$/.test(pattern),
				...(match && { match: parsePatternWithGroup(match, 1, expression) }),
			};
		}
		case "match": {
			const group = attributes.get("group") ?? "0";
			if (!/^\d{1,2}$/.test(group)) throw new RuleFaultError({ message: `group ${group} is not a number` });
			const pattern = parsePatternWithGroup(
				requireAttribute(attributes, kind, "pattern", "v(.*)"),
				Number(group),
				expression,
			);
			return { kind, ...common, ...value, pattern, group: Number(group) };
		}
		case "edge": {
			const branch = attributes.get("branch");
			return { kind, ...common, ...(branch && { branch }) };
		}
		case "ref": {
			const event = requireAttribute(attributes, kind, "event", "branch");
			if (event !== "branch" && event !== "tag" && event !== "pr")
				throw new RuleFaultError({ message: `unknown event ${event}`, fix: "use branch, tag or pr" });
			return { kind, ...common, event };
		}
		case "raw":
			return { kind, ...common, value: expression(requireAttribute(attributes, kind, "value", "latest")) };
		case "sha": {
			const format = attributes.get("format") || "short";
			if (format !== "short" && format !== "long")
				throw new RuleFaultError({ message: `unknown format ${format}`, fix: "use short or long" });
			return { kind, ...common, format };
		}
		default:
			return kind satisfies never;
	}
}

function requireAttribute(attributes: ReadonlyMap<string, string>, kind: string, key: string, example: string): string {
	const value = attributes.get(key);
	if (value) return value;
	throw new RuleFaultError({ message: `type=${kind} needs ${key}`, fix: `for example type=${kind},${key}=${example}` });
}

/** Parses a pattern with a group: without that group the rule could never give a tag. */
function parsePatternWithGroup(text: string, group: number, expression: ParseExpression): TagPattern {
	const pattern = parseTagPattern(text, (part) => expression(part));
	let groups: number;
	try {
		groups = countGroups(pattern);
	} catch (error) {
		const fix = "patterns match in linear time, so they have neither lookaheads nor back-references";
		throw new RuleFaultError({ message: `invalid regular expression ${text}: ${(error as Error).message}`, fix });
	}
	if (groups >= group) return pattern;
	const fix = "put the part for the tag in parentheses, for example api/v(.*)";
	throw new RuleFaultError({ message: `${text} has no group ${group}, so the rule can never give a tag`, fix });
}

function defaultPrefix(kind: TagRule["kind"], event: string | undefined): string | undefined {
	if (kind === "sha") return "sha-";
	return kind === "ref" && event === "pr" ? "pr-" : undefined;
}

function readAttributes(fields: readonly string[]): Map<string, string> | RuleFault {
	const result = new Map<string, string>();
	for (const field of fields) {
		const [, key, value] = /^([A-Za-z0-9_-]+)=(.*)$/s.exec(field) ?? [];
		// A field without a key is the value of a raw rule: `latest`, `type=raw,latest`.
		const [name, text] = key === undefined ? ["value", field] : [key.toLowerCase(), (value ?? "").trim()];
		if (result.has(name)) return { message: `duplicate attribute ${name}` };
		if (key === undefined && (result.get("type") ?? "raw") !== "raw")
			return { message: `${field} has no attribute name` };
		result.set(name, text);
	}
	return result;
}

/** Splits a line of CSV. A quoted field may contain commas and doubled quotes. */
export function splitFields(text: string): string[] | RuleFault {
	const fields: string[] = [];
	let at = 0;
	while (at <= text.length) {
		const rest = text.slice(at);
		const [all, quoted, plain] = /^\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/.exec(rest) ?? [rest, undefined, rest];
		const field = quoted === undefined ? (plain ?? "").trim() : quoted.replaceAll('""', '"');
		if (quoted === undefined && field.startsWith('"')) return { message: "a quote is not closed" };
		if (field === "") return { message: text === "" ? "an empty rule" : "an empty field between commas" };
		fields.push(field);
		at += all.length + 1;
	}
	return fields;
}

function isKind(text: string): text is TagRule["kind"] {
	return Object.hasOwn(types, text);
}
