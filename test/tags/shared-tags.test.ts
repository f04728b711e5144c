import assert from "node:assert/strict";
import { test } from "node:test";
import { findSharedTag } from "../../src/model/tags/shared-tags.ts";

const found = (rule: string, flavor?: readonly string[]) => {
	const shared = findSharedTag(rule, flavor, { name: "api", project: "shop", phase: "1" });
	return shared && `${shared.kind}: ${shared.who}: ${shared.tag}`;
};

test("a rule that gives the same tag to two commits of a branch, pull request, day or version line is found, with that tag", () => {
	const table = {
		"type=ref,event=pr": "moving: each commit of a pull request: pr-7",
		"type=ref,event=branch": "moving: each commit of a branch: main",
		"type=edge": "moving: each commit of a branch: edge",
		"type=edge,branch=dev": "moving: each commit of a branch: edge",
		latest: "fixed: every commit: latest",
		"type=raw,value=1.0.0": "fixed: every commit: 1.0.0",
		"type=semver,pattern={{version}},value=1.2.0": "fixed: every commit: 1.2.0",
		"latest,enable={{is_default_branch}}": "moving: each commit of a branch: latest",
		"type=raw,value=dev,enable={{is_not_default_branch}}": "moving: each commit of a branch: dev",
		"type=raw,value={{branch}}": "moving: each commit of a branch: main",
		"type=raw,value=to-{{base_ref}}": "moving: each commit of a pull request: pr-7-to-main",
		"type=schedule": "moving: each scheduled run: nightly",
		"type=schedule,pattern={{date 'YYYYMMDD'}}": "moving: scheduled runs of about the same time: 20260302",
		"type=raw,value=b-{{date 'YYYYMMDD-HHmm'}}": "moving: commits of about the same time: b-20260302-1000",
		"type=semver,pattern={{major}}.{{minor}}": "moving: the git tags 1.2.3 and 1.2.4: 1.2",
		"type=semver,pattern={{major}}.{{minor}},match=^{{name}}/v(.*)$":
			"moving: the git tags api/v1.2.3 and api/v1.2.4: 1.2",
		"type=pep440,pattern={{major}}": "moving: the git tags 1.2.3 and 1.2.4: 1",
		"type=match,pattern=v(\\d+),group=1": "moving: the git tags v1.2.3 and v1.2.4: 1",
	};
	assert.deepEqual(Object.fromEntries(Object.keys(table).map((rule) => [rule, found(rule)])), table);
});

test("a rule that gives each commit or version its own tag is not", () => {
	for (const rule of [
		"type=sha",
		"type=sha,prefix=,format=long",
		"type=semver,pattern={{version}}",
		"type=semver,pattern={{major}}.{{minor}}.{{patch}}",
		"type=semver,pattern={{raw}},match=^@acme/{{name}}@(.*)$",
		"type=pep440,pattern={{version}}",
		"type=match,pattern=v(.*),group=1",
		"type=ref,event=tag",
		"type=ref,event=pr,suffix=-{{sha}}",
		"type=raw,value=release-{{tag}}",
		"type=raw,value={{branch}}-{{sha}}",
		"type=raw,value=build-{{date 'YYYYMMDD-HHmmss'}}",
		"type=schedule,pattern={{date 'YYYYMMDD'}}-{{short_sha}}",
		"latest,enable=false",
		"type=nonsense",
	])
		assert.equal(found(rule), undefined, rule);
	assert.equal(found("type=ref,event=branch", ["suffix=-{{sha}}"]), undefined, "a flavor may tell the commits apart");
});
