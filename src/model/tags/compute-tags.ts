import { defined } from "../../util/defined.ts";
import type { Problem } from "../../util/errors.ts";
import { mayMoveFloatingTags, mayMovePullRequestTags, noGitRevision, type Source } from "../documents/source.ts";
import { type Expression, type ExpressionValues, type RuleFault, renderExpression } from "./expression.ts";
import { type Affix, type Flavor, noFlavor, parseFlavor } from "./flavor.ts";
import { parsePep440, parseSemver, type VersionParts } from "./parse-version.ts";
import { pullRequestTag, pullRequestTagFault } from "./pull-request-tags.ts";
import { matchTagPattern } from "./tag-pattern.ts";
import { describeFault, mayBeWritten, sanitize, unusableTag } from "./tag-problems.ts";
import { parseTagRule, type TagRule } from "./tag-rule.ts";
import type { TemplateVars } from "./template.ts";

/** The tags of one image in one run. */
export interface ComputedTags {
	/** Written once. Sorted by priority, highest first. */
	readonly immutable: readonly string[];
	/** Moved after smoke. A pull request only moves its own; forks, merge queues and sources on hold move none. */
	readonly floating: readonly string[];
	/** The version of the rule with the highest priority. Undefined if no rule about versions or git tags gave a tag. */
	readonly version?: string;
	/** The tags that come from a version or git tag: `1.2.0`, `1.2`, not `latest`. Undefined without a version. */
	readonly versioned?: readonly string[];
	/** Rules about the git tag of this run that gave no tag. Undefined if there are none. */
	readonly silent?: readonly string[];
	readonly problems: readonly Problem[];
}

const shortLength = 7;

/** The rules of one image in the catalog. */
export interface TagRules {
	readonly immutable: readonly string[];
	readonly floating: readonly string[];
	/** Without it, only rules give tags. */
	readonly flavor?: readonly string[];
}

/**
 * Computes the tags of an image for a commit and event. The rules are docker/metadata-action's, with four differences:
 * dates come from the commit unless another date is set; an invalid tag is a problem instead of being changed; a tree
 * with uncommitted changes, or without git, gets no tag that names a commit; and all tags of a pull request have the
 * form `pr-<number>` or `pr-<number>-<text>`, which no other run may write.
 */
export function computeTags(rules: TagRules, source: Source, vars: TemplateVars = {}): ComputedTags {
	const values = expressionValues(source, vars);
	const parsedFlavor = rules.flavor === undefined ? noFlavor : parseFlavor(rules.flavor);
	const problems: Problem[] = [];
	const silent: string[] = [];
	const flavor = "message" in parsedFlavor ? noFlavor : parsedFlavor;
	if ("message" in parsedFlavor)
		problems.push({ code: "tags/flavor", ...describeFault("flavor", rules.flavor?.join(" ") ?? "", parsedFlavor) });
	const context = { source, values, flavor, problems, silent };
	const immutableTags = applyRules(rules.immutable, context);
	const floatingTags = applyRules(rules.floating, context);
	const immutable = sortByPriority(immutableTags);
	const mayFloat = mayMoveFloatingTags(source);
	const floating = mayFloat
		? sortByPriority([...floatingTags, ...flavorLatest([...immutableTags, ...floatingTags], context)])
		: sortByPriority(floatingTags.filter(({ isOfPull }) => isOfPull && mayMovePullRequestTags(source)));
	for (const tag of floating.filter((name) => immutable.includes(name))) {
		problems.push({
			code: "tags/both",
			message: `tag ${tag} is both immutable and floating`,
			fix: "remove one of its rules from `tags` or `floating`, or set `flavor: [latest=false]`",
		});
	}
	const versionTags = [...immutableTags, ...(mayFloat ? floatingTags : [])].filter(
		({ version }) => version !== undefined,
	);
	const [first] = versionTags.toSorted((a, b) => b.priority - a.priority);
	const versioned = [...new Set(versionTags.map(({ tag }) => tag))];
	return {
		...{ immutable, floating, problems },
		...(silent.length > 0 && { silent }),
		...(first?.version !== undefined && { version: first.version, versioned }),
	};
}

/** A tag, with the properties of its rule. */
interface RuleTag {
	readonly tag: string;
	readonly priority: number;
	/** Whether `latest=auto` adds `latest` for it. */
	readonly release: boolean;
	/** The whole version that it comes from. */
	readonly version?: string;
	/** Whether it is the tag of a pull request. */
	readonly isOfPull: boolean;
}

/** What rules are applied to, and where faults are collected. */
interface TagContext {
	readonly source: Source;
	readonly values: ExpressionValues;
	readonly flavor: Flavor;
	readonly problems: Problem[];
	readonly silent: string[];
}

/** Services mostly share their rules: each is parsed once. */
const ruleCache = new Map<string, TagRule | RuleFault>();

function applyRules(rules: readonly string[], context: TagContext): readonly RuleTag[] {
	const { source, values, problems, silent } = context;
	const report = (text: string, fault: RuleFault) =>
		problems.push({ code: "tags/rule", ...describeFault("tag rule", text, fault) });
	const tags: RuleTag[] = [];
	for (const text of rules) {
		const rule = ruleCache.get(text) ?? parseTagRule(text);
		ruleCache.set(text, rule);
		if ("message" in rule) {
			report(text, rule);
			continue;
		}
		const plain = tagOf(rule, context);
		const tag = typeof plain === "string" && mayBeWritten(plain) ? ownTag(plain, rule, context) : plain;
		if (tag === undefined) {
			const isOfTag = source.event.kind === "tag" && source.hold === undefined;
			if (isOfTag && isExpected(rule, values)) silent.push(text);
		} else if (typeof tag === "object") report(text, tag.fault);
		else if (!mayBeWritten(tag)) problems.push(unusableTag(text, tag));
		else
			tags.push({
				...{ tag, priority: rule.priority, release: isRelease(rule, source, values) },
				isOfPull: isOfPull(rule),
				...defined({ version: releasedVersion(rule, source, values) }),
			});
	}
	return tags;
}

/**
 * In a pull request, the tag in the form that only that pull request may write; undefined if its number is not proven.
 * In any other run, a fault for a tag of that form.
 */
function ownTag(tag: string, rule: TagRule, { source, values, flavor }: TagContext): TagResult {
	const { event, hold } = source;
	if (event.kind !== "pull_request") {
		const fault = pullRequestTagFault(tag);
		return fault === undefined ? tag : { fault };
	}
	if (event.number === undefined || hold !== undefined) return undefined;
	const suffix = () => renderExpression(rule.suffix ?? flavor.suffix.text, values) ?? "";
	return pullRequestTag(event.number, isOfPull(rule) ? suffix() : tag);
}

const isOfPull = (rule: TagRule) => rule.kind === "ref" && rule.event === "pr";

/** Sorted by priority, highest first, without duplicates. */
function sortByPriority(tags: readonly RuleTag[]): readonly string[] {
	return [...new Set(tags.toSorted((a, b) => b.priority - a.priority).map(({ tag }) => tag))];
}

/** The floating tag `latest` of a flavor. With `auto` the tag with the highest priority decides. */
function flavorLatest(tags: readonly RuleTag[], { flavor, values, problems }: TagContext): readonly RuleTag[] {
	const { latest, prefix, suffix } = flavor;
	const [first] = tags.toSorted((a, b) => b.priority - a.priority);
	if (first === undefined || latest === "false" || (latest === "auto" && !first.release)) return [];
	const affix = ({ onLatest, text }: Affix) => (onLatest ? renderExpression(text, values) : "");
	const [before, after] = [affix(prefix), affix(suffix)];
	if (before === undefined || after === undefined) return [];
	const tag = `${before}latest${after}`;
	const fault = pullRequestTagFault(tag);
	if (fault !== undefined) problems.push({ code: "tags/rule", ...describeFault("flavor", tag, fault) });
	else if (mayBeWritten(tag)) return [{ tag, priority: Number.NEGATIVE_INFINITY, release: false, isOfPull: false }];
	else problems.push(unusableTag("flavor", tag));
	return [];
}

/** Whether a rule takes its tag from the run's git tag. */
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

/** Whether a rule should give a tag in a run for a git tag. */
function isExpected(rule: TagRule, values: ExpressionValues): boolean {
	return isAboutGitTag(rule) && renderExpression(rule.enable, values) === "true";
}

/** The whole version in a rule's tag, without prefix, suffix and the `v` of a git tag. */
function releasedVersion(rule: TagRule, source: Source, values: ExpressionValues): string | undefined {
	if (rule.kind === "semver" || rule.kind === "pep440") {
		const parts = versionPartsOf(rule, source, values);
		return parts === undefined || "fault" in parts ? undefined : parts.version;
	}
	if (rule.kind !== "match" && !isAboutGitTag(rule)) return undefined;
	const core = coreOf(rule, source, values);
	return typeof core === "string" ? core.replace(/^v(?=\d)/, "") : undefined;
}

/** Versions that are not pre-releases, git tags, and matches of a pattern in one. */
function isRelease(rule: TagRule, source: Source, values: ExpressionValues): boolean {
	switch (rule.kind) {
		case "semver":
		case "pep440": {
			const parts = versionPartsOf(rule, source, values);
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

type TagResult = string | undefined | { readonly fault: RuleFault };

function tagOf(rule: TagRule, { source, values, flavor }: TagContext): TagResult {
	const enabled = renderExpression(rule.enable, values);
	if (enabled === "false" || enabled === undefined) return undefined;
	if (enabled !== "true")
		return { fault: { message: `enable is ${JSON.stringify(enabled)}`, fix: "it must be true or false" } };
	const core = coreOf(rule, source, values);
	if (core === undefined || core === "" || typeof core === "object") return core || undefined;
	const affix = (which: "prefix" | "suffix"): Expression => rule[which] ?? flavor[which].text;
	const [prefix, suffix] = [renderExpression(affix("prefix"), values), renderExpression(affix("suffix"), values)];
	return prefix === undefined || suffix === undefined ? undefined : `${prefix}${core}${suffix}`;
}

/** The tag without prefix and suffix; undefined if the rule does not apply. */
function coreOf(rule: TagRule, source: Source, values: ExpressionValues): TagResult {
	const { event, hold } = source;
	if (hold !== undefined && !namesTheRun(rule)) return undefined;
	// Also one with `value=`, which is the same in every run: a pull request is not a release.
	if (event.kind === "pull_request" && isVersion(rule)) return undefined;
	const branch = branchOf(source);
	switch (rule.kind) {
		case "schedule":
			return event.kind === "schedule" ? renderExpression(rule.pattern, values) : undefined;
		case "semver":
		case "pep440":
			return versionOf(rule, source, values);
		case "match": {
			const text = ruleInput(rule.value, source, values);
			const match = text === undefined ? undefined : matchTagPattern(text, rule.pattern, values);
			const part = match?.[rule.group];
			return part === undefined ? undefined : sanitize(part);
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

function versionOf(rule: VersionRule, source: Source, values: ExpressionValues): TagResult {
	const parts = versionPartsOf(rule, source, values);
	if (parts === undefined || "fault" in parts) return parts;
	const { raw, special, version, major, minor, patch } = parts;
	if (special) return sanitize(rule.raw ? raw : version);
	const names = { ...values.names, raw: sanitize(raw), version: sanitize(version), major, minor, patch };
	return renderExpression(rule.pattern, { ...values, names });
}

/**
 * Whether a run on hold may write the tag of a rule. It may not write a version, nor a tag that is the same in every
 * run: these belong to another run.
 */
function namesTheRun(rule: TagRule): boolean {
	if (isVersion(rule) || (rule.kind === "ref" && rule.event === "tag")) return false;
	if (rule.kind !== "raw") return true;
	const parts = [...(rule.prefix ?? []), ...rule.value, ...(rule.suffix ?? [])];
	return parts.some((part) => part.kind === "date" || (part.kind === "name" && !sameInEveryRun.includes(part.name)));
}

const isVersion = ({ kind }: TagRule) => kind === "semver" || kind === "pep440" || kind === "match";

const sameInEveryRun = ["name", "phase", "project", "is_default_branch", "is_not_default_branch"];

type VersionRule = Extract<TagRule, { kind: "semver" | "pep440" }>;

/** The parts of the version that a rule is about. */
function versionPartsOf(
	rule: VersionRule,
	source: Source,
	values: ExpressionValues,
): (VersionParts & { readonly raw: string }) | Exclude<TagResult, string> {
	const text = ruleInput(rule.value, source, values);
	const match = text === undefined || rule.match === undefined ? undefined : matchTagPattern(text, rule.match, values);
	const raw = rule.match === undefined ? text : match?.[1];
	if (raw === undefined) return undefined;
	const parts = (rule.kind === "semver" ? parseSemver : parsePep440)(raw);
	if (parts !== undefined) return { ...parts, raw };
	// A git tag may be something else than a version; a value in the catalog may not.
	return rule.value === undefined ? undefined : { fault: { message: `${raw} is not a valid ${rule.kind} version` } };
}

/** The rule's own value, else the pushed git tag. */
function ruleInput(value: Expression | undefined, { event }: Source, values: ExpressionValues): string | undefined {
	if (value !== undefined) return renderExpression(value, values);
	return event.kind === "tag" ? event.tag : undefined;
}

function branchOf({ event }: Source): string | undefined {
	return event.kind === "push" || event.kind === "schedule" || event.kind === "manual" ? event.branch : undefined;
}

function expressionValues(source: Source, vars: TemplateVars): ExpressionValues {
	const { event, defaultBranch } = source;
	const branch = branchOf(source);
	const base = "base" in event ? event.base : undefined;
	// A tag that names a commit must be built from exactly that commit.
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
