import type { RuleFault } from "./expression.ts";

/** The tags of pull requests. No other run writes them. */
const form = /^pr-\d+(?:-|$)/;

/** `pr-7` or, with a text, `pr-7-<text>`: the suffix of a rule `type=ref,event=pr`, or the tag of another rule. */
export function pullRequestTag(number: number, text: string): string {
	const rest = text.replace(/^[._-]+/, "");
	return rest === "" ? `pr-${number}` : `pr-${number}-${rest}`;
}

/** The fault of a rule that gives a tag of pull requests in another run. */
export function pullRequestTagFault(tag: string): RuleFault | undefined {
	if (!form.test(tag)) return undefined;
	return {
		message: `it gives the tag ${tag}, which only a pull request may write`,
		why: "tags pr-<number> and pr-<number>-<text> belong to the pull request of that number",
		fix: "rename the branch or git tag, or give the rule another prefix, such as prefix=branch-",
	};
}
