import { defined } from "../../util/defined.ts";
import type { RunEvent, Source } from "../documents/source.ts";
import { computeTags } from "./compute-tags.ts";
import { parseTagRule, type TagRule } from "./tag-rule.ts";
import type { TemplateVars } from "./template.ts";

/** A tag that a rule gives to several commits. */
export interface SharedTag {
	readonly tag: string;
	/** What gets it: `each commit of a pull request`. */
	readonly who: string;
	/** `fixed`: every run gets the same tag. */
	readonly kind: "fixed" | "moving";
}

/** Commits of the same minute: only a date with seconds distinguishes them. */
const commits = [
	{ revision: "1111111111111111111111111111111111111111", committedAt: "2026-03-02T10:00:10Z" },
	{ revision: "2222222222222222222222222222222222222222", committedAt: "2026-03-02T10:00:40Z" },
] as const;
const later = { revision: "3333333333333333333333333333333333333333", committedAt: "2027-11-30T23:59:59Z" };

type EventPair = { readonly who: string; readonly events: readonly [RunEvent, RunEvent] };
const sameEventTwice = (who: string, event: RunEvent): EventPair => ({ who, events: [event, event] });
const gitTags = (first: string, second: string): EventPair => ({
	who: `the git tags ${first} and ${second}`,
	events: [
		{ kind: "tag", tag: first },
		{ kind: "tag", tag: second },
	],
});

function eventPairsFor(rule: TagRule, { name = "" }: TemplateVars): readonly EventPair[] {
	const branch = rule.kind === "edge" ? (rule.branch ?? "main") : "main";
	return [
		sameEventTwice("each commit of a branch", { kind: "push", branch }),
		sameEventTwice("each commit of a branch", { kind: "push", branch: "feature" }),
		sameEventTwice("each scheduled run", { kind: "schedule", branch: "main" }),
		sameEventTwice("each commit of a pull request", {
			kind: "pull_request",
			number: 7,
			head: "fix",
			base: "main",
			fork: false,
		}),
		sameEventTwice("each run of a merge queue", { kind: "merge_group", base: "main" }),
		...["", "v", `${name}/v`, `${name}-v`, `${name}@`, `@acme/${name}@`].flatMap((prefix) => [
			gitTags(`${prefix}1.2.3`, `${prefix}1.2.4`),
			gitTags(`${prefix}1.2.3`, `${prefix}1.3.0`),
		]),
	];
}

/**
 * A tag that a rule gives to two different commits, so that it cannot be immutable. Found by applying the rule to pairs
 * of commits. Undefined if each commit or version gets its own tag, and for an invalid rule.
 */
export function findSharedTag(
	text: string,
	flavor: readonly string[] | undefined,
	vars: TemplateVars,
): SharedTag | undefined {
	const rule = parseTagRule(text);
	if ("message" in rule) return undefined;
	const tagOf = (event: RunEvent, commit: typeof later) => {
		const source: Source = { ...commit, event, dirty: false, defaultBranch: "main" };
		return computeTags({ immutable: [text], floating: [], ...defined({ flavor }) }, source, vars).immutable[0];
	};
	const pairs = eventPairsFor(rule, vars).map(({ who, events: [first, second] }) => {
		const tags = [tagOf(first, commits[0]), tagOf(second, commits[1])] as const;
		const isDated = tags[0] !== tagOf(first, later);
		return {
			who: isDated ? timeWords(rule) : who,
			tags,
			isDated,
			isOfPull: first.kind === "pull_request",
			isShared: tags[0] !== undefined && tags[0] === tags[1],
		};
	});
	const shared = pairs.find(({ isShared }) => isShared);
	const tag = shared?.tags[0];
	if (shared === undefined || tag === undefined) return undefined;
	// In a pull request it has the number before it.
	const isFixed = pairs
		.filter(({ isOfPull }) => !isOfPull)
		.every(({ tags, isDated }) => tags[0] === tag && tags[1] === tag && !isDated);
	return { tag, who: isFixed ? "every commit" : shared.who, kind: isFixed ? "fixed" : "moving" };
}

const timeWords = ({ kind }: TagRule) => `${kind === "schedule" ? "scheduled runs" : "commits"} of about the same time`;
