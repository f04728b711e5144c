import { defined } from "../../util/defined.ts";
import type { Problem } from "../../util/errors.ts";
import { maxTagLength, validTag, whyInvalid } from "./check-tag-rule.ts";
import type { RuleFault } from "./expression.ts";
import { reservedForm, whyReserved } from "./reserved-tags.ts";

/** A branch or git tag as part of an image tag: `feature/x` -> `feature-x`. */
export function sanitize(ref: string): string {
	return ref.replace(/\//g, "-").replace(/[^a-zA-Z0-9._-]+/g, "-");
}

/** The message of a faulty rule or flavor. */
export function describeFault(what: string, text: string, { message, why, fix }: RuleFault): Omit<Problem, "code"> {
	return { message: `${what} ${JSON.stringify(text)}: ${message}`, ...defined({ why, fix }) };
}

/** Whether a tag is valid, and not one that this program writes for itself. */
export const mayBeWritten = (tag: string) => validTag.test(tag) && reservedForm(tag) === undefined;

/** A rule that gives an invalid or reserved tag. */
export function unusableTag(rule: string, tag: string): Problem {
	const reserved = reservedForm(tag);
	if (reserved !== undefined)
		return {
			code: "tags/reserved",
			message: `rule ${JSON.stringify(rule)} gives the tag ${JSON.stringify(tag.slice(0, 140))}`,
			why: whyReserved(reserved),
			fix: "give it a prefix with type=..,prefix=, or extract a part of it with type=match",
		};
	const shown = JSON.stringify(tag.length > 140 ? `${tag.slice(0, 137)}…` : tag);
	return {
		code: "tags/illegal",
		message: `rule ${JSON.stringify(rule)} gives the invalid tag ${shown}`,
		why: whyInvalid(tag),
		fix: suggestTag(tag),
	};
}

/** The fix of an invalid tag, with its form after docker/metadata-action's sanitizing and truncation. */
function suggestTag(tag: string): string {
	const sanitized = sanitize(tag)
		.replace(/^[.-]+/, "")
		.slice(0, maxTagLength);
	const fix = "extract a part of it with type=match or with match= of type=semver, or set another tag with type=raw";
	return sanitized === "" ? fix : `${fix}; docker/metadata-action would change it to ${JSON.stringify(sanitized)}`;
}
