import { defined } from "../../util/defined.ts";
import type { Problem } from "../../util/errors.ts";
import { mayMoveFloatingTags, mayMovePullRequestTags, noGitRevision, type Source } from "../documents/source.ts";
import { validTag } from "./check-tag-rule.ts";
import { type Expression, type ExpressionValues, type RuleFault, renderExpression } from "./expression.ts";
import { type Affix, type Flavor, noFlavor, parseFlavor } from "./flavor.ts";
import { parsePep440, parseSemver, type VersionParts } from "./parse-version.ts";
import { matchTagPattern } from "./tag-pattern.ts";
import { parseTagRule, type TagRule } from "./tag-rule.ts";
import type { TemplateVars } from "./template.ts";

/** The tags of one image in one run. */
export interface ComputedTags {
	/** Written once. By priority, the highest first. */
	readonly immutable: readonly string[];
	/** Moved after smoke. On a pull request its own alone; none in merge queues, of forks, and where the source is on hold. */
	readonly floating: readonly string[];
	/** What is released: the version that the rule with the highest priority made a tag of. Left out where no rule about versions or git tags gave one. */
	readonly version?: string;
	/** Of all tags, those that follow from a version or git tag: `1.2.0`, `1.2`; not `latest`. Left out where there is no version. */
	readonly versioned?: readonly string[];
	/** Rules about the git tag of this run that gave no tag. Left out where there are none. */
	readonly silent?: readonly string[];
	readonly problems: readonly Problem[];
}

const shortLength = 7;

/** The rules of one image, as the catalog has them. */
export interface TagRules {
	readonly immutable: readonly string[];
	readonly floating: readonly string[];
	/** Without it no tag is given that no rule names. */
	readonly flavor?: readonly string[];
}

/**
 * The tags that the rules give for a commit and what happened to it: docker/metadata-action's rules, with three differences.
 * Dates come from the commit unless others were asked for; an illegal tag is a problem, not silently another one; and of a tree with
 * changes that no commit has, or without git, no tag is given that names a commit.
 */
export function computeTags(rules: TagRules, source: Source, vars: TemplateVars = {}): ComputedTags {
	const values = valuesOf(source, vars);
	const read = rules.flavor === undefined ? noFlavor : parseFlavor(rules.flavor);
	const problems: Problem[] = [];
	const silent: string[] = [];
	const flavor = "message" in read ? noFlavor : read;
	if ("message" in read) problems.push({ code: "tags/flavor", ...told("flavor", rules.flavor?.join(" ") ?? "", read) });
	const made = {
		immutable: tagsOf(rules.immutable, { source, values, flavor, problems, silent }),
		floating: tagsOf(rules.floating, { source, values, flavor, problems, silent }),
	};
	const immutable = inOrder(made.immutable);
	const floating = mayMoveFloatingTags(source)
		? inOrder([...made.floating, ...latestOf(flavor, made, values, problems)])
		: inOrder(made.floating.filter(({ isOfPull }) => isOfPull && mayMovePullRequestTags(source)));
	for (const tag of floating.filter((one) => immutable.includes(one))) {
		problems.push({
			code: "tags/both",
			message: `tag ${tag} is written once and moved at the same time`,
			fix: "take one of its rules out of `tags` or `floating`, or set `flavor: [latest=false]`",
		});
	}
	const versions = [...made.immutable, ...(mayMoveFloatingTags(source) ? made.floating : [])].filter(
		({ version }) => version !== undefined,
	);
	const [first] = versions.toSorted((a, b) => b.priority - a.priority);
	const versioned = [...new Set(versions.map(({ tag }) => tag))];
	return {
		...{ immutable, floating, problems },
		...(silent.length > 0 && { silent }),
		...(first?.version !== undefined && { version: first.version, versioned }),
	};
}

/** A tag, and what its rule says besides. */
interface Made {
	readonly tag: string;
	readonly priority: number;
	/** It is of a kind that makes an image the latest, in the eyes of `latest=auto`. */
	readonly release: boolean;
	/** The version that it stands for, in whole. */
	readonly version?: string;
	/** It is a pull request's own. */
	readonly isOfPull: boolean;
}

/** What a rule is applied to, and where faults are put. */
interface Applied {
	readonly source: Source;
	readonly values: ExpressionValues;
	readonly flavor: Flavor;
	readonly problems: Problem[];
	readonly silent: string[];
}

/** Services mostly share their rules: each is read once. */
const known = new Map<string, TagRule | RuleFault>();

function tagsOf(rules: readonly string[], { source, values, flavor, problems, silent }: Applied): readonly Made[] {
	const found: Made[] = [];
	for (const text of rules) {
		const rule = known.get(text) ?? parseTagRule(text);
		known.set(text, rule);
		const tag = "message" in rule ? { fault: rule } : tagOf(rule, source, values, flavor);
		if (tag === undefined) {
			const isOfTag = source.event.kind === "tag" && source.hold === undefined;
			if (isOfTag && !("message" in rule) && isExpected(rule, values)) silent.push(text);
			continue;
		}
		if (typeof tag === "object") problems.push({ code: "tags/rule", ...told("tag rule", text, tag.fault) });
		else if (!validTag.test(tag)) problems.push(illegal(text, tag));
		else {
			const { priority } = rule as TagRule;
			const version = releasedBy(rule as TagRule, source, values);
			const release = isRelease(rule as TagRule, source, values);
			const isOfPull = !("message" in rule) && rule.kind === "ref" && rule.event === "pr";
			found.push({ tag, priority, release, isOfPull, ...defined({ version }) });
		}
	}
	return found;
}

/** By priority, the highest first; each once. */
function inOrder(made: readonly Made[]): readonly string[] {
	return [...new Set([...made].sort((a, b) => b.priority - a.priority).map(({ tag }) => tag))];
}

/** The tag `latest` that a flavor adds, as a floating one. With `auto` the tag of the highest priority decides. */
function latestOf(
	{ latest, prefix, suffix }: Flavor,
	made: { readonly immutable: readonly Made[]; readonly floating: readonly Made[] },
	values: ExpressionValues,
	problems: Problem[],
): readonly Made[] {
	const [first] = [...made.immutable, ...made.floating].sort((a, b) => b.priority - a.priority);
	if (first === undefined || latest === "false" || (latest === "auto" && !first.release)) return [];
	const affix = ({ onLatest, text }: Affix) => (onLatest ? renderExpression(text, values) : "");
	const [before, after] = [affix(prefix), affix(suffix)];
	if (before === undefined || after === undefined) return [];
	const tag = `${before}latest${after}`;
	if (validTag.test(tag)) return [{ tag, priority: Number.NEGATIVE_INFINITY, release: false, isOfPull: false }];
	problems.push(illegal("flavor", tag));
	return [];
}

/** Whether a rule takes its tag from the git tag of this run. */
function isAboutGitTag(rule: TagRule): boolean {
	switch (rule.kind) {
		case "semver":
		case "pep440":
		case "match":
			return rule.value === undefined;
		case "ref":
			return rule.event === "tag";
		case "raw":
			return rule.value.some((part) => part.kind === "name" && part.name === "tag");
		default:
			return false;
	}
}

/** On a run of a git tag such a rule is there to give one, unless it is switched off. */
function isExpected(rule: TagRule, values: ExpressionValues): boolean {
	return isAboutGitTag(rule) && renderExpression(rule.enable, values) === "true";
}

/** The version that a rule made its tag of: whole, without prefix and suffix, and without the `v` of a git tag. */
function releasedBy(rule: TagRule, source: Source, values: ExpressionValues): string | undefined {
	if (rule.kind === "semver" || rule.kind === "pep440") {
		const parts = partsOf(rule, source, values);
		return parts === undefined || "fault" in parts ? undefined : parts.version;
	}
	if (rule.kind !== "match" && !isAboutGitTag(rule)) return undefined;
	const core = coreOf(rule, source, values);
	return typeof core === "string" ? core.replace(/^v(?=\d)/, "") : undefined;
}

/** Versions that are not pre-releases, git tags, and what a pattern finds in one. */
function isRelease(rule: TagRule, source: Source, values: ExpressionValues): boolean {
	switch (rule.kind) {
		case "semver":
		case "pep440": {
			const parts = partsOf(rule, source, values);
			return parts !== undefined && !("fault" in parts) && !parts.special;
		}
		case "match":
			return true;
		case "ref":
			return rule.event === "tag";
		default:
			return false;
	}
}

type Found = string | undefined | { readonly fault: { readonly message: string; readonly fix?: string } };

function tagOf(rule: TagRule, source: Source, values: ExpressionValues, flavor: Flavor): Found {
	const enabled = renderExpression(rule.enable, values);
	if (enabled === "false" || enabled === undefined) return undefined;
	if (enabled !== "true")
		return { fault: { message: `enable is ${JSON.stringify(enabled)}`, fix: "it must come to true or false" } };
	const core = coreOf(rule, source, values);
	if (core === undefined || core === "" || typeof core === "object") return core || undefined;
	const affix = (which: "prefix" | "suffix"): Expression => rule[which] ?? flavor[which].text;
	const [prefix, suffix] = [renderExpression(affix("prefix"), values), renderExpression(affix("suffix"), values)];
	return prefix === undefined || suffix === undefined ? undefined : `${prefix}${core}${suffix}`;
}

/** The tag without prefix and suffix; undefined where the rule does not apply. */
function coreOf(rule: TagRule, source: Source, values: ExpressionValues): Found {
	const { event, hold } = source;
	if (hold !== undefined && !namesTheRun(rule)) return undefined;
	const branch = branchOf(source);
	switch (rule.kind) {
		case "schedule":
			return event.kind === "schedule" ? renderExpression(rule.pattern, values) : undefined;
		case "semver":
		case "pep440":
			return versionOf(rule, source, values);
		case "match": {
			const text = given(rule.value, source, values);
			const found = text === undefined ? undefined : matchTagPattern(text, rule.pattern, values)?.[rule.group];
			return found === undefined ? undefined : sanitize(found);
		}
		case "edge":
			return branch !== undefined && branch === (rule.branch ?? source.defaultBranch) ? "edge" : undefined;
		case "ref":
			if (rule.event === "branch") return branch === undefined ? undefined : sanitize(branch);
			if (rule.event === "tag") return event.kind === "tag" ? sanitize(event.tag) : undefined;
			return event.kind === "pull_request" && event.number !== undefined ? `${event.number}` : undefined;
		case "raw":
			return renderExpression(rule.value, values);
		case "sha":
			return renderExpression([{ kind: "name", name: rule.format === "long" ? "revision" : "sha" }], values);
		default:
			return rule satisfies never;
	}
}

function versionOf(rule: VersionRule, source: Source, values: ExpressionValues): Found {
	const parts = partsOf(rule, source, values);
	if (parts === undefined || "fault" in parts) return parts;
	const { raw, special, version, major, minor, patch } = parts;
	if (special) return sanitize(rule.raw ? raw : version);
	const names = { ...values.names, raw: sanitize(raw), version: sanitize(version), major, minor, patch };
	return renderExpression(rule.pattern, { ...values, names });
}

/**
 * Whether a run that is on hold may have the tag of a rule: not a version, and not a tag that is the same in every run. Written once, both would be
 * taken from the run that they belong to.
 */
function namesTheRun(rule: TagRule): boolean {
	if (["semver", "pep440", "match"].includes(rule.kind) || (rule.kind === "ref" && rule.event === "tag")) return false;
	if (rule.kind !== "raw") return true;
	const parts = [...(rule.prefix ?? []), ...rule.value, ...(rule.suffix ?? [])];
	return parts.some((part) => part.kind === "date" || (part.kind === "name" && !sameInEveryRun.includes(part.name)));
}

const sameInEveryRun = ["name", "phase", "project", "is_default_branch", "is_not_default_branch"];

type VersionRule = Extract<TagRule, { kind: "semver" | "pep440" }>;

/** The version that such a rule is about, taken apart. */
function partsOf(
	rule: VersionRule,
	source: Source,
	values: ExpressionValues,
): (VersionParts & { readonly raw: string }) | Exclude<Found, string> {
	const whole = given(rule.value, source, values);
	const raw = whole === undefined || rule.match === undefined ? whole : matchTagPattern(whole, rule.match, values)?.[1];
	if (raw === undefined) return undefined;
	const parts = (rule.kind === "semver" ? parseSemver : parsePep440)(raw);
	if (parts !== undefined) return { ...parts, raw };
	// A git tag that is not a version is just another tag; a value in the catalog that is none is a mistake.
	return rule.value === undefined ? undefined : { fault: { message: `${raw} is not a version by ${rule.kind}` } };
}

/** The rule's own value, else the git tag that was pushed. */
function given(
	value: Parameters<typeof renderExpression>[0] | undefined,
	{ event }: Source,
	values: ExpressionValues,
): string | undefined {
	if (value !== undefined) return renderExpression(value, values);
	return event.kind === "tag" ? event.tag : undefined;
}

function branchOf({ event }: Source): string | undefined {
	return event.kind === "push" || event.kind === "schedule" || event.kind === "manual" ? event.branch : undefined;
}

function valuesOf(source: Source, vars: TemplateVars): ExpressionValues {
	const { event, defaultBranch } = source;
	const branch = branchOf(source);
	const base = "base" in event ? event.base : undefined;
	// What names a commit must be that commit and nothing else.
	const committed = !source.dirty && source.revision !== noGitRevision;
	const revision = committed ? source.revision : undefined;
	const isDefault = branch !== undefined && branch === defaultBranch;
	return {
		date: source.date ?? (committed ? source.committedAt : undefined),
		commitDate: committed ? source.committedAt : undefined,
		names: {
			...{ name: vars.name, phase: vars.phase, project: vars.project },
			branch: branch === undefined ? undefined : sanitize(branch),
			tag: event.kind === "tag" && source.hold === undefined ? sanitize(event.tag) : undefined,
			base_ref: base === undefined ? undefined : sanitize(base),
			sha: revision?.slice(0, shortLength),
			short_sha: revision?.slice(0, shortLength),
			revision,
			short_revision: revision?.slice(0, shortLength),
			is_default_branch: `${isDefault}`,
			is_not_default_branch: `${!isDefault}`,
		},
	};
}

/** A branch or git tag as part of a tag: `feature/x` -> `feature-x`. */
function sanitize(ref: string): string {
	return ref.replace(/\//g, "-").replace(/[^a-zA-Z0-9._-]+/g, "-");
}

function told(what: string, text: string, { message, fix }: { readonly message: string; readonly fix?: string }) {
	return { message: `${what} ${JSON.stringify(text)}: ${message}`, ...defined({ fix }) };
}

function illegal(rule: string, tag: string): Problem {
	const shown = JSON.stringify(tag.length > 140 ? `${tag.slice(0, 137)}…` : tag);
	const long = tag.length > 128;
	return {
		code: "tags/illegal",
		message: `the rule ${JSON.stringify(rule)} gives ${shown}, which is not a tag`,
		why: long
			? `it has ${tag.length} characters, 128 are allowed`
			: 'a tag holds letters, digits and "_", ".", "-", and begins with neither "." nor "-"',
		fix: fitting(tag),
	};
}

/** A tag as near to an illegal one as docker/metadata-action's sanitising makes it, and not longer than a tag may be. */
function fitting(tag: string): string {
	const near = sanitize(tag)
		.replace(/^[.-]+/, "")
		.slice(0, 128);
	const rule = "take a part of it with type=match or type=semver and match=, or name another tag with type=raw";
	return near === "" ? rule : `${rule}; made to fit as docker/metadata-action does, it is ${JSON.stringify(near)}`;
}
