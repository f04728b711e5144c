import type { Expression, RuleFault } from "./expression.ts";
import { pullRequestTagFault } from "./pull-request-tags.ts";
import { reservedForm, whyReserved } from "./reserved-tags.ts";
import { parseTagRule, type TagRule } from "./tag-rule.ts";

export const maxTagLength = 128;

/** A valid tag by the OCI distribution specification. */
export const validTag = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;

/** The fault of a rule that is invalid for every commit; undefined if there is none. */
export function checkTagRule(text: string): RuleFault | undefined {
	const rule = parseTagRule(text);
	return "message" in rule ? rule : (findInvalidText(rule) ?? checkLiteralTag(rule) ?? checkReserved(rule));
}

/** Checks the literal parts of a rule for characters that no tag may contain. */
function findInvalidText(rule: TagRule): RuleFault | undefined {
	const { prefix = [], suffix = [] } = rule;
	const [first] = prefix;
	for (const part of [...prefix, ...bodyOf(rule), ...suffix]) {
		if (part.kind !== "text") continue;
		const start = part === first && /^[.-]/.test(part.text);
		if (start || /[^a-zA-Z0-9._-]/.test(part.text) || part.text.length > maxTagLength) return invalidText(part.text);
	}
	return undefined;
}

/** Checks the form of a rule's tags, with `x` for each expression. The flavor's affixes are checked with the flavor. */
function checkReserved(rule: TagRule): RuleFault | undefined {
	const body = bodyOf(rule);
	const unknown = { kind: "text", text: "x" } as const;
	return reservedFault([...(rule.prefix ?? []), ...(body.length === 0 ? [unknown] : body), ...(rule.suffix ?? [])]);
}

/** The fault of an expression whose value has a reserved form, with any value of its variables. */
export function reservedFault(parts: Expression): RuleFault | undefined {
	const reserved = reservedForm(parts.map((part) => (part.kind === "text" ? part.text : "x")).join(""));
	if (reserved === undefined) return undefined;
	return { message: `its tags have the form ${reserved.text}`, why: whyReserved(reserved), fix: "use another name" };
}

/** Checks a raw rule without expressions: it is a complete tag, except for the flavor. */
function checkLiteralTag(rule: TagRule): RuleFault | undefined {
	if (rule.kind !== "raw") return undefined;
	const parts = [...(rule.prefix ?? []), ...rule.value, ...(rule.suffix ?? [])];
	const texts = parts.map((part) => (part.kind === "text" ? part.text : undefined));
	if (texts.includes(undefined)) return undefined;
	const tag = texts.join("");
	return validTag.test(tag) ? pullRequestTagFault(tag) : invalidText(tag);
}

function bodyOf(rule: TagRule): Expression {
	switch (rule.kind) {
		case "raw":
			return rule.value;
		case "schedule":
		case "semver":
		case "pep440":
			return rule.pattern;
		default:
			return [];
	}
}

function invalidText(text: string): RuleFault {
	const fix = text.length > maxTagLength ? "shorten it" : "use only these characters";
	return { message: `a tag cannot contain "${text}"`, why: whyInvalid(text), fix };
}

/** Why a text is not a valid tag. */
export function whyInvalid(text: string): string {
	return text.length > maxTagLength
		? `it has ${text.length} characters, a tag has at most ${maxTagLength}`
		: 'a tag consists of letters, digits, "_", "." and "-", and does not start with "." or "-"';
}
