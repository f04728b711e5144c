import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Event, noGitRevision, type Source } from "../../src/documents/source.ts";
import { computeTags } from "../../src/tags/tags.ts";

const sha = "4f1c2aa9e0b7d3c5a6f8e1d2c3b4a5968778695a";
const events = {
	main: { kind: "push", branch: "main" },
	feature: { kind: "push", branch: "feature/new #1" },
	v123: { kind: "tag", tag: "v1.2.3" },
	beta: { kind: "tag", tag: "v2.0.8-beta.67" },
	zero: { kind: "tag", tag: "v0.4.1" },
	nested: { kind: "tag", tag: "api/v3.1.0" },
	word: { kind: "tag", tag: "stable" },
	py: { kind: "tag", tag: "1.2.3rc2" },
	pyPost: { kind: "tag", tag: "1.2.3post1" },
	pyDev: { kind: "tag", tag: "1.0dev4" },
	pyLong: { kind: "tag", tag: "V1.02.beta-3" },
	pr: { kind: "pull_request", number: 7, head: "fix", base: "release/2", fork: false },
	queue: { kind: "merge_group", base: "main" },
	night: { kind: "schedule", branch: "main" },
	hand: { kind: "manual", branch: "main" },
	loose: { kind: "manual" },
} satisfies Record<string, Event>;

function source(event: Event, more: Partial<Source> = {}): Source {
	const base = { revision: sha, committedAt: "2025-10-24T15:51:32Z", dirty: false, defaultBranch: "main" };
	return { ...base, event, ...more };
}

/** Event, rule, the tags it gives. */
const table: readonly (readonly [keyof typeof events, string, readonly string[]])[] = [
	// sha
	["main", "type=sha", ["sha-4f1c2aa"]],
	["main", "type=sha,prefix=", ["4f1c2aa"]],
	["main", "type=sha,format=long", [`sha-${sha}`]],
	["main", "type=sha,prefix=,format=short", ["4f1c2aa"]],
	["main", "type=sha,prefix=,suffix=-arm64", ["4f1c2aa-arm64"]],
	["main", "type=sha,prefix={{branch}}-", ["main-4f1c2aa"]],
	["v123", "type=sha,prefix={{branch}}-", []],
	["pr", "type=sha", ["sha-4f1c2aa"]],
	["queue", "type=sha", ["sha-4f1c2aa"]],
	["loose", "type=sha", ["sha-4f1c2aa"]],
	// raw
	["main", "latest-arm64", ["latest-arm64"]],
	["main", "type=raw,latest", ["latest"]],
	["main", "type=raw,value=latest", ["latest"]],
	["main", "  type=raw , value=latest ", ["latest"]],
	["main", '"type=raw","value=1.0"', ["1.0"]],
	["main", "type=raw,value=build-{{branch}}-{{sha}}", ["build-main-4f1c2aa"]],
	["feature", "type=raw,value=build-{{branch}}", ["build-feature-new-1"]],
	["main", "type=raw,value={{tag}}", []],
	["v123", "type=raw,value={{tag}}-arm64", ["v1.2.3-arm64"]],
	["nested", "type=raw,value={{tag}}", ["api-v3.1.0"]],
	["pr", "type=raw,value=to-{{base_ref}}", ["to-release-2"]],
	["queue", "type=raw,value=to-{{base_ref}}", ["to-main"]],
	["main", "type=raw,value=to-{{base_ref}}", []],
	["main", "type=raw,value={{name}}-{{phase}}", ["api-3"]],
	["main", "type=raw,value={{revision}}", [sha]],
	["main", "type=raw,value={{short_revision}}", ["4f1c2aa"]],
	// dates: the commit's, whatever the clock says
	["main", "type=raw,value=latest-{{date 'YYYYMMDD-HHmmss'}}", ["latest-20251024-155132"]],
	["main", "type=raw,value={{date 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}", ["20251025-005132"]],
	["main", 'type=raw,value={{date "YYYYMMDD" tz="America/New_York"}}', ["20251024"]],
	["main", "type=raw,value={{commit_date 'YYYY.MM.DD'}}", ["2025.10.24"]],
	["main", "type=raw,value={{ date }}", ["20251024-155132"]],
	["main", "type=raw,value={{date 'X'}}", ["1761321092"]],
	["main", "type=raw,value={{date 'YYYY[w]ww'}}", ["2025w43"]],
	// enable
	["main", "latest,enable={{is_default_branch}}", ["latest"]],
	["feature", "latest,enable={{is_default_branch}}", []],
	["v123", "latest,enable={{is_default_branch}}", []],
	["feature", "dev,enable={{is_not_default_branch}}", ["dev"]],
	["main", "latest,enable=true", ["latest"]],
	["main", "latest,enable=false", []],
	// schedule
	["night", "type=schedule", ["nightly"]],
	["main", "type=schedule", []],
	["night", "type=schedule,pattern={{date 'YYYYMMDD'}}", ["20251024"]],
	["night", "type=schedule,prefix=on-,pattern=nightly", ["on-nightly"]],
	// semver
	["v123", "type=semver,pattern={{version}}", ["1.2.3"]],
	["v123", "type=semver,pattern={{raw}}", ["v1.2.3"]],
	["v123", "type=semver,pattern={{major}}.{{minor}}", ["1.2"]],
	["v123", "type=semver,pattern=v{{major}}", ["v1"]],
	["v123", "type=semver,pattern={{minor}}", ["2"]],
	["v123", "type=semver,pattern={{patch}}", ["3"]],
	["v123", "type=semver,prefix=r,suffix=-arm64,pattern={{version}}", ["r1.2.3-arm64"]],
	["beta", "type=semver,pattern={{version}}", ["2.0.8-beta.67"]],
	["beta", "type=semver,pattern={{raw}}", ["v2.0.8-beta.67"]],
	["beta", "type=semver,pattern={{major}}.{{minor}}", ["2.0.8-beta.67"]],
	["zero", "type=semver,pattern={{major}}.{{minor}}", ["0.4"]],
	["nested", "type=semver,pattern={{version}}", []],
	["nested", "type=semver,pattern={{version}},match=api/v(.*)$", ["3.1.0"]],
	["v123", "type=semver,pattern={{version}},match=api/v(.*)$", []],
	["word", "type=semver,pattern={{version}}", []],
	["main", "type=semver,pattern={{version}}", []],
	["main", "type=semver,pattern={{major}},value=v4.5.6", ["4"]],
	// pep440
	["v123", "type=pep440,pattern={{version}}", ["1.2.3"]],
	["py", "type=pep440,pattern={{version}}", ["1.2.3rc2"]],
	["py", "type=pep440,pattern={{major}}.{{minor}}", ["1.2.3rc2"]],
	["pyPost", "type=pep440,pattern={{major}}.{{minor}}", ["1.2.3.post1"]],
	["pyPost", "type=pep440,pattern={{raw}}", ["1.2.3post1"]],
	["pyDev", "type=pep440,pattern={{major}}", ["1.0.dev4"]],
	["pyLong", "type=pep440,pattern={{version}}", ["1.2b3"]],
	["v123", "type=pep440,pattern={{major}}.{{minor}}", ["1.2"]],
	["word", "type=pep440,pattern={{version}}", []],
	// match
	["v123", "type=match,pattern=\\d.\\d.\\d", ["1.2.3"]],
	["beta", "type=match,pattern=v(.*),group=1", ["2.0.8-beta.67"]],
	["beta", "type=match,pattern=/V(\\d.\\d)/i,group=1", ["2.0"]],
	["nested", "type=match,pattern=api/v(.*)", ["api-v3.1.0"]],
	["v123", '"type=match","pattern=v(\\d{1,2}).*",group=1', ["1"]],
	["word", "type=match,pattern=v(.*),group=1", []],
	["v123", "type=match,pattern=v(.*),group=2", []],
	["main", "type=match,pattern=v(.*),group=1,value=v9", ["9"]],
	["main", "type=match,pattern=v(.*)", []],
	// edge
	["main", "type=edge", ["edge"]],
	["night", "type=edge", ["edge"]],
	["feature", "type=edge", []],
	["feature", "type=edge,branch=feature/new #1", ["edge"]],
	["v123", "type=edge", []],
	// ref
	["main", "type=ref,event=branch", ["main"]],
	["feature", "type=ref,event=branch", ["feature-new-1"]],
	["hand", "type=ref,event=branch", ["main"]],
	["loose", "type=ref,event=branch", []],
	["pr", "type=ref,event=branch", []],
	["queue", "type=ref,event=branch", []],
	["v123", "type=ref,event=tag", ["v1.2.3"]],
	["nested", "type=ref,event=tag", ["api-v3.1.0"]],
	["main", "type=ref,event=tag", []],
	["pr", "type=ref,event=pr", ["pr-7"]],
	["pr", "type=ref,event=pr,prefix=review-", ["review-7"]],
	["main", "type=ref,event=pr", []],
];

describe("a tag rule gives", () => {
	for (const [event, rule, expected] of table) {
		test(`${rule} on ${event}: ${expected.join(", ") || "nothing"}`, () => {
			const vars = { name: "api", phase: "3" };
			const result = computeTags({ immutable: [rule], floating: [] }, source(events[event]), vars);
			assert.deepEqual(result, { immutable: expected, floating: [], problems: [] });
		});
	}
});

describe("a rule that cannot work is a problem that names it:", () => {
	const wrong: readonly (readonly [string, string, RegExp])[] = [
		["a tag with a leading dash", "type=raw,value=-rf", /"type=raw,value=-rf" gives "-rf"/],
		["a tag of 129 characters", `type=raw,value=${"a".repeat(129)}`, /which is no tag/],
		["a character that no tag has", "type=raw,value=a b", /gives "a b"/],
		["a literal slash is not made a dash", "type=raw,value=a/b", /gives "a\/b"/],
		["a command", "type=raw,value=$(id)", /which is no tag/],
		["an unknown type", "type=semantic", /there is no type semantic/],
		["an unknown attribute", "type=sha,fromat=long", /no attribute fromat/],
		["an attribute of another type", "type=sha,pattern=x", /no attribute pattern/],
		["an attribute said twice", "type=sha,prefix=a,prefix=b", /prefix is said twice/],
		["an unknown expression", "type=raw,value={{brnach}}", /\{\{brnach\}\} stands for nothing/],
		["a version where there is none", "type=raw,value={{major}}", /\{\{major\}\} stands for nothing/],
		["an expression of GitHub's", `latest,enable=$${"{{ github.ref }}"}`, /GitHub's expressions/],
		["an expression that is never closed", "type=raw,value={{sha", /never closed/],
		["a time zone that is none", "type=raw,value={{date 'YYYY' tz='Mars'}}", /Mars is no time zone/],
		["a date with other words", "type=raw,value={{date YYYY}}", /cannot be read/],
		["enable with another word", "latest,enable=yes", /enable is "yes"/],
		["a priority that is no number", "latest,priority=high", /priority high/],
		["semver without a pattern", "type=semver", /needs pattern/],
		["semver of a value that is no version", "type=semver,pattern={{version}},value=one", /one is no version/],
		["an expression that is no regular one", "type=match,pattern=(", /no regular expression/],
		["another event", "type=ref,event=release", /there is no event release/],
		["ref without an event", "type=ref", /needs event/],
		["another format", "type=sha,format=medium", /there is no format medium/],
		["half a rule", "prefix=", /neither a type nor a value/],
		["nothing", "", /empty rule/],
		["a quote that is never closed", '"type=sha', /quote is never closed/],
	];
	for (const [name, rule, message] of wrong) {
		test(name, () => {
			const { immutable, problems } = computeTags({ immutable: [rule, "ok"], floating: [] }, source(events.main));
			assert.deepEqual(immutable, ["ok"], "the other rules still work");
			assert.equal(problems.length, 1);
			assert.match(problems[0]?.message ?? "", message);
		});
	}
});

describe("tags of a run", () => {
	test("come by priority, the highest first, and each once", () => {
		const rules = ["type=sha", "one", "type=semver,pattern={{version}}", "one", "top,priority=1000", "low,priority=-1"];
		const { immutable } = computeTags({ immutable: rules, floating: [] }, source(events.v123));
		assert.deepEqual(immutable, ["top", "1.2.3", "one", "sha-4f1c2aa", "low"]);
	});

	for (const event of ["pr", "queue"] as const) {
		test(`move nothing on ${event}`, () => {
			const { immutable, floating } = computeTags(
				{ immutable: ["type=sha"], floating: ["latest"] },
				source(events[event]),
			);
			assert.deepEqual([immutable, floating], [["sha-4f1c2aa"], []]);
		});
	}

	for (const [what, more] of [
		["a tree with changes that no commit has", { dirty: true }],
		["a tree without git", { revision: noGitRevision, committedAt: "1970-01-01T00:00:00Z" }],
	] as const) {
		test(`never name a commit for ${what}`, () => {
			const rules = ["type=sha", "{{sha}}", "{{revision}}", "at-{{date 'YYYY'}}", "type=raw,value={{short_revision}}"];
			const result = computeTags({ immutable: rules, floating: ["latest"] }, source(events.hand, more));
			assert.deepEqual(result, { immutable: [], floating: ["latest"], problems: [] });
		});
	}

	test("may not be written once and moved at the same time", () => {
		const { problems } = computeTags({ immutable: ["latest"], floating: ["latest"] }, source(events.main));
		assert.deepEqual(
			problems.map(({ code }) => code),
			["tags/both"],
		);
	});

	test("without a known default branch are none of it", () => {
		const { revision, committedAt, dirty, event } = source(events.main);
		const rules = ["type=edge", "latest,enable={{is_default_branch}}", "main"];
		const { immutable } = computeTags({ immutable: rules, floating: [] }, { revision, committedAt, dirty, event });
		assert.deepEqual(immutable, ["main"]);
	});
});
