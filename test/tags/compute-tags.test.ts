import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { noGitRevision, type RunEvent } from "../../src/model/documents/source.ts";
import { checkTagRule } from "../../src/model/tags/check-tag-rule.ts";
import { computeTags } from "../../src/model/tags/compute-tags.ts";
import { defined } from "../../src/util/defined.ts";
import { events, flavors, source, table } from "./table.ts";

describe("a tag rule gives", () => {
	for (const [event, rule, expected] of table) {
		test(`${rule} on ${event}: ${expected.join(", ") || "nothing"}`, () => {
			const vars = { name: "api", phase: "3" };
			const { immutable, problems } = computeTags({ immutable: [rule], floating: [] }, source(events[event]), vars);
			assert.deepEqual([immutable, problems], [expected, []]);
		});
	}
});

describe("a flavor", () => {
	for (const [event, rules, flavor, expected] of flavors) {
		test(`${flavor.join(" ")} with ${rules.join(" ")} on ${event}: ${expected.join(", ") || "nothing"}`, () => {
			const result = computeTags({ immutable: rules, floating: [], flavor }, source(events[event]));
			assert.deepEqual([...result.immutable, ...result.floating], expected);
			assert.deepEqual(result.problems, []);
		});
	}

	test("that is missing adds no tag", () => {
		const rules = { immutable: ["type=semver,pattern={{version}}"], floating: [] };
		const { immutable, floating } = computeTags(rules, source(events.v123));
		assert.deepEqual([immutable, floating], [["1.2.3"], []]);
	});

	test("uses both lists for latest=auto, and adds prefix and suffix to the tags of both", () => {
		const rules = {
			immutable: ["type=sha,prefix="],
			floating: ["type=semver,pattern={{major}}"],
			flavor: ["latest=auto", "suffix=-arm64,onlatest=true"],
		};
		const { immutable, floating } = computeTags(rules, source(events.v123));
		assert.deepEqual([immutable, floating], [["4f1c2aa-arm64"], ["1-arm64", "latest-arm64"]]);
	});

	for (const [flavor, message] of [
		["latest=yes", /latest is "yes"/],
		["latest", /unknown flavor field "latest"/],
		["infix=x", /unknown flavor field "infix=x"/],
		["onlatest=true", /onlatest has no prefix or suffix/],
		["prefix=x,onlatest=maybe", /onlatest is "maybe"/],
		["prefix={{brnach}}", /unknown expression \{\{brnach\}\}/],
	] as const)
		test(`that is invalid is a problem: ${flavor}`, () => {
			const { problems } = computeTags({ immutable: ["one"], floating: [], flavor: [flavor] }, source(events.main));
			assert.match(problems.map((one) => one.message).join(), message);
		});

	test("with an invalid latest is a problem that names the tag", () => {
		const flavor = ["latest=true,prefix=-,onlatest=true"];
		const { problems } = computeTags({ immutable: ["one,prefix="], floating: [], flavor }, source(events.main));
		assert.match(problems.map((one) => one.message).join(), /rule "flavor" gives the invalid tag "-latest"/);
	});
});

test("the date option replaces the commit's date, also without git; commit_date stays", () => {
	const rules = {
		immutable: ["{{date 'YYYYMMDD'}}", "c-{{commit_date 'YYYYMMDD'}}"],
		floating: [],
	};
	const date = "2026-01-02T03:04:05Z";
	assert.deepEqual(computeTags(rules, source(events.main, { date })).immutable, ["20260102", "c-20251024"]);
	const without = source(events.hand, { date, revision: noGitRevision });
	assert.deepEqual(computeTags(rules, without).immutable, ["20260102"]);
});

describe("an invalid rule is a problem that names it:", () => {
	const wrong: readonly (readonly [string, string, RegExp])[] = [
		["a tag with a leading dash", "type=raw,value=-rf", /"type=raw,value=-rf" gives the invalid tag "-rf"/],
		["a tag of 129 characters", `type=raw,value=${"a".repeat(129)}`, /gives the invalid tag/],
		["a character that no tag has", "type=raw,value=a b", /gives the invalid tag "a b"/],
		["a literal slash is not made a dash", "type=raw,value=a/b", /gives the invalid tag "a\/b"/],
		["a command", "type=raw,value=$(id)", /gives the invalid tag/],
		["an unknown type", "type=semantic", /unknown type semantic/],
		["an unknown attribute", "type=sha,fromat=long", /no attribute fromat/],
		["an attribute of another type", "type=sha,pattern=x", /no attribute pattern/],
		["a duplicate attribute", "type=sha,prefix=a,prefix=b", /duplicate attribute prefix/],
		["an unknown expression", "type=raw,value={{brnach}}", /unknown expression \{\{brnach\}\}/],
		["a version in a rule without one", "type=raw,value={{major}}", /unknown expression \{\{major\}\}/],
		["a GitHub expression", `latest,enable=$${"{{ github.ref }}"}`, /GitHub's expressions/],
		["an expression that is not closed", "type=raw,value={{sha", /not closed/],
		["an unknown time zone", "type=raw,value={{date 'YYYY' tz='Mars'}}", /unknown time zone Mars/],
		["a date with other words", "type=raw,value={{date YYYY}}", /invalid expression/],
		["enable with another word", "latest,enable=yes", /enable is "yes"/],
		["a priority that is not a number", "latest,priority=high", /priority high/],
		["semver without a pattern", "type=semver", /needs pattern/],
		[
			"semver of a value that is not a version",
			"type=semver,pattern={{version}},value=one",
			/one is not a valid semver version/,
		],
		["a group that the pattern does not have", "type=match,pattern=v(.*),group=2", /has no group 2, so .* never/],
		["match without a group", "type=semver,pattern={{version}},match=api/v.*", /has no group 1, so .* never/],
		[
			"an unknown name in match",
			"type=semver,pattern={{version}},match={{nam}}@(.*)",
			/unknown expression \{\{nam\}\}/,
		],
		["an invalid regular expression", "type=match,pattern=(", /invalid regular expression/],
		["another event", "type=ref,event=release", /unknown event release/],
		["ref without an event", "type=ref", /needs event/],
		["another format", "type=sha,format=medium", /unknown format medium/],
		["half a rule", "prefix=", /neither a type nor a value/],
		["nothing", "", /empty rule/],
		["a quote that is not closed", '"type=sha', /quote is not closed/],
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
	test("are sorted by priority, highest first, without duplicates", () => {
		const rules = ["type=sha", "one", "type=semver,pattern={{version}}", "one", "top,priority=1000", "low,priority=-1"];
		const { immutable } = computeTags({ immutable: rules, floating: [] }, source(events.v123));
		assert.deepEqual(immutable, ["top", "1.2.3", "one", "sha-4f1c2aa", "low"]);
	});

	for (const [event, tag] of [
		["pr", "pr-7-sha-4f1c2aa"],
		["queue", "sha-4f1c2aa"],
	] as const) {
		test(`move nothing on ${event}`, () => {
			const { immutable, floating } = computeTags(
				{ immutable: ["type=sha"], floating: ["latest"] },
				source(events[event]),
			);
			assert.deepEqual([immutable, floating], [[tag], []]);
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

	test("may not be both immutable and floating", () => {
		const { problems } = computeTags({ immutable: ["latest"], floating: ["latest"] }, source(events.main));
		assert.deepEqual(
			problems.map(({ code }) => code),
			["tags/both"],
		);
	});

	test("without a known default branch are not those of the default branch", () => {
		const { revision, committedAt, dirty, event } = source(events.main);
		const rules = ["type=edge", "latest,enable={{is_default_branch}}", "main"];
		const { immutable } = computeTags({ immutable: rules, floating: [] }, { revision, committedAt, dirty, event });
		assert.deepEqual(immutable, ["main"]);
	});
});

describe("the version of a release", () => {
	const released = (tag: string, immutable: readonly string[], floating: readonly string[] = [], name = "api") => {
		const rules = { immutable, floating };
		const found = computeTags(rules, source({ kind: "tag", tag }), { name, project: "acme" });
		assert.deepEqual(found.problems, []);
		return [found.version, found.versioned, found.silent];
	};
	const semver = "type=semver,pattern={{version}}";
	for (const [tag, match] of [
		["@acme/api@1.2.0", "^@acme/{{name}}@(.*)$"],
		["@acme/api@1.2.0", "^@{{project}}/{{name}}@(.*)$"],
		["api@1.2.0", "^{{name}}@(.*)$"],
		["api/v1.2.0", "^{{name}}/v(.*)$"],
		["api-v1.2.0", "^{{name}}-v(.*)$"],
		["API-v1.2.0", "/^{{name}}-v(.*)$/i"],
	] as const) {
		test(`of the git tag ${tag} by match=${match} is 1.2.0, and nothing of another service`, () => {
			const rule = `${semver},match=${match}`;
			assert.deepEqual(released(tag, [rule]), ["1.2.0", ["1.2.0"], undefined]);
			assert.deepEqual(released(tag, [rule], [], "web"), [undefined, undefined, [rule]]);
			const pattern = `type=match,group=1,pattern=${match}`;
			assert.deepEqual(released(tag, [pattern]), ["1.2.0", ["1.2.0"], undefined]);
		});
	}

	test("is not that of another component with the same ending", () => {
		const rule = `${semver},match={{name}}@(.*)`;
		assert.deepEqual(released("web-api@1.2.0", [rule]), [undefined, undefined, [rule]]);
		assert.deepEqual(released("web-api@1.2.0", [rule], [], "web-api"), ["1.2.0", ["1.2.0"], undefined]);
		assert.deepEqual(
			released("a+b@1.2.0", [rule], [], "a+b"),
			["1.2.0", ["1.2.0"], undefined],
			"not a regular expression",
		);
	});

	test("is the whole version of the rule with the highest priority, regardless of its tag", () => {
		assert.deepEqual(released("v1.2.3", [`${semver},prefix=r`], ["type=semver,pattern={{major}}", "latest"]), [
			...["1.2.3", ["r1.2.3", "1"]],
			undefined,
		]);
		assert.deepEqual(released("v1.2.3", ["type=sha"], ["type=semver,pattern={{major}}.{{minor}}"])[0], "1.2.3");
		assert.deepEqual(released("v1.2.3", ["type=ref,event=tag"]), ["1.2.3", ["v1.2.3"], undefined]);
		assert.deepEqual(released("v1.2.3", ["type=raw,value={{tag}}-arm64"])[1], ["v1.2.3-arm64"]);
		assert.deepEqual(released("v1.2.3", ["type=sha", "latest"]), [undefined, undefined, undefined]);
	});

	test("is undefined on a branch, unless the catalog sets the version", () => {
		const on = (rule: string) => computeTags({ immutable: [rule], floating: [] }, source(events.main)).version;
		assert.equal(on(semver), undefined);
		assert.equal(on(`${semver},value=1.4.0`), "1.4.0");
	});
});

test("a pull request moves only its own tag; a fork's, and one on hold, moves none", () => {
	const rules = {
		immutable: ["type=sha"],
		floating: ["latest", "type=ref,event=pr", "type=ref,event=branch", "edge-{{sha}}"],
	};
	const floating = (...args: Parameters<typeof source>) => computeTags(rules, source(...args)).floating;
	assert.deepEqual(floating(events.pr), ["pr-7"]);
	assert.deepEqual(floating({ ...events.pr, fork: true }), []);
	assert.deepEqual(floating(events.pr, { fromFork: true }), []);
	assert.deepEqual(floating(events.pr, { hold: { why: "w", fix: "f" } }), []);
	assert.deepEqual(floating(events.queue), []);
	assert.ok(!floating(events.main).includes("pr-7"));
});

test("a pull request writes no version, and nothing at all without a proven number", () => {
	const rules = {
		immutable: ["type=sha", "type=ref,event=pr", "type=semver,pattern={{version}},value=1.3.0"],
		floating: ["type=ref,event=pr,suffix=-newest"],
	};
	const proven = computeTags(rules, source(events.pr));
	assert.deepEqual(proven, { immutable: ["pr-7", "pr-7-sha-4f1c2aa"], floating: ["pr-7-newest"], problems: [] });
	const { number: _, ...unnumbered } = events.pr;
	const hold = { why: "w", fix: "f" };
	for (const unknown of [source(unnumbered), source(events.pr, { hold })])
		assert.deepEqual(computeTags(rules, unknown), { immutable: [], floating: [], problems: [] });
});

test("an invalid tag is invalid in a pull request too, although a number before it would make it valid", () => {
	const { problems } = computeTags({ immutable: ["type=raw,value=-rf"], floating: [] }, source(events.pr));
	assert.match(problems[0]?.message ?? "", /gives the invalid tag "-rf"/);
});

describe("only a pull request writes tags of pull requests:", () => {
	const cases: readonly (readonly [what: string, event: RunEvent, rule: string, flavor?: readonly string[]])[] = [
		["a branch named pr-7", { kind: "push", branch: "pr-7" }, "type=ref,event=branch"],
		["a branch named pr-7/x", { kind: "push", branch: "pr-7/x" }, "type=ref,event=branch"],
		["a git tag named pr-7-x", { kind: "tag", tag: "pr-7-x" }, "type=ref,event=tag"],
		["a match of a git tag", { kind: "tag", tag: "v-pr-12" }, "type=match,pattern=v-(.*),group=1"],
		["a prefix", events.main, "type=sha,prefix=pr-7-"],
		["a date", events.main, "type=raw,value={{date '[pr-7]'}}"],
		["a flavor", events.main, "one,prefix=", ["latest=true", "prefix=pr-7-,onlatest=true"]],
		["a merge queue", events.queue, "type=raw,value=pr-7-{{sha}}"],
	];
	for (const [what, event, rule, flavor] of cases)
		test(`${what} is a problem with a fix, under tags and floating`, () => {
			for (const key of ["immutable", "floating"] as const) {
				const rules = { immutable: [], floating: [], [key]: [rule], ...defined({ flavor }) };
				const { immutable, floating, problems } = computeTags(rules, source(event));
				assert.deepEqual(
					[...immutable, ...floating].filter((tag) => tag.startsWith("pr-")),
					[],
				);
				assert.match(problems[0]?.message ?? "", /it gives the tag pr-\d+\S*, which only a pull request may write/);
				assert.match(problems[0]?.fix ?? "", /rename the branch or git tag/);
			}
		});

	test("a tag in the catalog is reported when the catalog is read", () => {
		assert.match(checkTagRule("type=raw,value=pr-7")?.message ?? "", /only a pull request may write/);
		assert.equal(checkTagRule("type=raw,value=pr-seven"), undefined);
	});
});
