import type { Expression, RuleFault } from "./expression.ts";
import { parseTagRule, type TagRule } from "./tag-rule.ts";

/** A tag by the distribution specification. */
export const validTag = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;

/** What is wrong with a rule, whatever commit it will be used on; undefined when it can be used. */
export function checkTagRule(text: string): RuleFault | undefined {
	const rule = parseTagRule(text);
	return "message" in rule ? rule : (wrongText(rule) ?? wrongWhole(rule));
}

/** Texts of a rule that no tag could hold, wherever they come to stand in it. */
function wrongText(rule: TagRule): RuleFault | undefined {
	const { prefix = [], suffix = [] } = rule;
	const [first] = prefix;
	for (const part of [...prefix, ...bodyOf(rule), ...suffix]) {
		if (part.kind !== "text") continue;
		const start = part === first && /^[.-]/.test(part.text);
		if (start || /[^a-zA-Z0-9._-]/.test(part.text) || part.text.length > 128) return illegal(part.text);
	}
	return undefined;
}

/** A raw rule without expressions is a tag already, unless the flavor puts something to it. */
function wrongWhole(rule: TagRule): RuleFault | undefined {
	if (rule.kind !== "raw") return undefined;
	const parts = [...(rule.prefix ?? []), ...rule.value, ...(rule.suffix ?? [])];
	const texts = parts.map((part) => (part.kind === "text" ? part.text : undefined));
	if (texts.includes(undefined)) return undefined;
	const tag = texts.join("");
	return validTag.test(tag) ? undefined : illegal(tag);
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

function illegal(text: string): RuleFault {
	const why =
		text.length > 128
			? `it has ${text.length} characters, 128 are allowed`
			: 'a tag holds letters, digits and "_", ".", "-", and begins with neither "." nor "-"';
	return { message: `no tag can hold "${text}"`, why, fix: "write it with the letters a tag may have" };
}
