import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { applyDefaultBranch } from "../../src/model/catalog/apply-default-branch.ts";
import { loadCatalog } from "../../src/model/catalog/load.ts";
import { unknownPaths } from "../../src/model/catalog/resolve-context.ts";
import type { RunEvent } from "../../src/model/documents/source.ts";
import type { Catalog, Service } from "../../src/model/service/service.ts";
import { matchesBranch } from "../../src/stages/shared/release-branch.ts";
import { defined } from "../../src/util/defined.ts";

const load = (text: string, registry?: string): Catalog =>
	loadCatalog({
		...{ file: "lucid.yml", root: "/repository", paths: unknownPaths, ...defined({ registry }) },
		text: `version: 1\n${text}`,
	});

const pull: RunEvent = { kind: "pull_request", number: 7, head: "fix", base: "main", fork: false };
const push: RunEvent = { kind: "push", branch: "feature" };

const onMain = `project: shop
registry: r.test/acme
publish_on: ["release/*"]
defaults:
  tags: ["type=sha,prefix="]
  floating: ["latest,enable={{is_default_branch}}"]
  copies: ["mirror.test/acme/{{name}}"]
services:
  api: { context: api }
  web: { context: web, image: acme/web, flavor: [latest=false] }
`;
const apply = (text: string, event: RunEvent = pull, main: string | "none" = onMain, registry?: string) =>
	applyDefaultBranch(
		load(text, registry),
		{ branch: "main", catalog: main === "none" ? undefined : load(main, registry) },
		event,
	);
const serviceOf = ({ services }: Catalog, name: string): Service =>
	services.find((service) => service.name === name) ?? assert.fail(`there is no ${name}`);
const settingsOf = ({ image, copies, tags, floating, flavor }: Service) =>
	defined({ image, copies, tags, floating, flavor });
const remarksOf = ({ remarks = [] }: Catalog) => remarks.map(({ severity, message }) => `${severity}: ${message}`);

describe("in a run that is not on the default branch", () => {
	for (const [setting, text] of [
		["tags", onMain.replace('tags: ["type=sha,prefix="]', 'tags: ["type=raw,value=v1.3.0"]')],
		["floating", onMain.replace('floating: ["latest,enable={{is_default_branch}}"]', "floating: [latest]")],
		["copies", onMain.replace("mirror.test/acme", "public.test/mallory")],
		["image", onMain.replace("r.test/acme", "evil.test/mallory")],
		["image", onMain.replace("project: shop", "project: shop\nimage: other/{{name}}")],
		["flavor", onMain.replace("context: api }", "context: api, flavor: [latest=true] }")],
		["tags", onMain.replace("context: api }", 'context: api, tags: ["v1.3.0"] }')],
	] as const)
		test(`the default branch decides on \`${setting}\`, and a note lists it: ${text.split("\n").find((line) => !onMain.includes(line))}`, () => {
			const run = apply(text);
			for (const name of ["api", "web"])
				assert.deepEqual(settingsOf(serviceOf(run, name)), settingsOf(serviceOf(load(onMain), name)));
			assert.match(
				remarksOf(run).join("\n"),
				new RegExp(`^note: the catalog of main decides what is published.*\`${setting}\` of api`),
			);
			assert.equal(run.remarks?.[0]?.fix, "merge the change into main: it takes effect after the merge");
		});

	test("what builds a service, and the name that Dockerfiles use, come from the run's own catalog", () => {
		const text = onMain
			.replace("context: api }", "context: src/api, args: { A: b } }")
			.replace("r.test/acme", "new.test/x");
		const own = load(text);
		const { image: _, ...rest } = serviceOf(apply(text), "api");
		const { image: __, ...expected } = serviceOf(own, "api");
		assert.deepEqual(rest, expected);
		assert.equal(rest.declaredImage, "new.test/x/api");
	});

	test("the same settings cause no remark", () => {
		const run = apply(onMain);
		assert.deepEqual([run.remarks, run.services], [[], load(onMain).services]);
	});

	test("a changed publish_on is reported", () => {
		assert.match(remarksOf(apply(onMain.replace("release/*", "**"))).join(), /come from there: `publish_on`/);
	});

	test("reuse and publish_on are those of the default branch; a changed or new reuse is reported", () => {
		const main = `reuse: { from: protected }\n${onMain}`;
		const run = apply(main.replace("protected", "any").replace("release/*", "**"), push, main);
		assert.deepEqual([run.reuse, run.publishOn], [{ from: "protected", keys: [] }, ["release/*"]]);
		assert.match(remarksOf(run).join(), /come from there: `publish_on`; `reuse`/);
		assert.deepEqual(apply(main, push, main).remarks, []);
		assert.match(remarksOf(apply(main, push, onMain)).join(), /come from there: `reuse`/);
		assert.equal(apply(main, push, onMain).reuse, undefined);
		assert.equal(applyDefaultBranch(load(main), { branch: "main", catalog: undefined }, push).reuse, undefined);
	});

	test("services that changed in the same settings share a line, and a long list is shortened", () => {
		const many = (floating: string) =>
			`project: shop\nservices:\n${Array.from({ length: 12 }, (_, i) => `  s${i}: { floating: [${floating}] }\n`).join("")}`;
		assert.match(
			remarksOf(apply(many("newest"), push, many("latest"))).join(),
			/: `floating` of s0, s1, s2, s3, s4, s5, s6, s7 and 4 more$/,
		);
	});

	test("{{project}} and {{phase}} in tags of the default branch are its own", () => {
		const main = `project: shop
phases: { base: {} }
services:
  api: { phase: base, context: api, tags: ["{{project}}-{{ phase }}-{{sha}}"], floating: ["{{phase}}"] }
  web: { context: web, tags: ["{{sha}}"], floating: ["{{phase}}-x", "newest"] }
`;
		const own = main
			.replace("project: shop", "project: v1-3-0")
			.replace("{ base: {} }", "{ latest: {} }")
			.replace("phase: base", "phase: latest")
			.replace("{ context: web", "{ phase: latest, context: web");
		const run = apply(own, push, main);
		const [api, web] = [serviceOf(run, "api"), serviceOf(run, "web")];
		assert.deepEqual([api.tags, api.floating], [["shop-base-{{sha}}"], ["base"]]);
		assert.deepEqual([web.tags, web.floating], [["{{sha}}"], ["newest"]], "without a phase the rule gives no tag");
		assert.equal(api.phase, "latest", "it still groups the services of this run");
	});
});

describe("a service that the default branch does not have", () => {
	const added = `${onMain}  search: { context: search }\n`;

	test("gets content tags only, in the default branch's registry and without copies", () => {
		const run = apply(added.replace("r.test/acme", "evil.test/x"), push);
		assert.deepEqual(settingsOf(serviceOf(run, "search")), { image: "r.test/acme/search", tags: [], floating: [] });
		assert.match(remarksOf(run).at(-1) ?? "", /^note: search is not in the catalog of main yet: only content tags are/);
	});

	test("has its own rules in a pull request, all of whose tags have its number", () => {
		const run = apply(added);
		const { copies: _, ...expected } = settingsOf(serviceOf(load(added), "search"));
		assert.deepEqual(settingsOf(serviceOf(run, "search")), expected);
		assert.match(remarksOf(run).join(), /search is not in .*: only content tags and tags pr-7 are written/);
		const { number: _number, ...unnumbered } = pull;
		assert.match(remarksOf(apply(added, unnumbered)).join(), /GitHub does not give the number of the pull request/);
	});

	test("keeps the path of its own image, and not the host", () => {
		for (const [image, expected] of [
			["other/search", "r.test/acme/other/search"],
			["evil.test/mallory/search", "r.test/acme/mallory/search"],
		]) {
			const run = apply(`${onMain}  search: { context: search, image: ${image} }\n`);
			assert.equal(serviceOf(run, "search").image, expected);
		}
	});

	test("keeps a host that the default branch's template has", () => {
		const template = 'project: shop\nregistry: r.test\nimage: "own.test/acme/{{name}}"\nservices:\n  api: {}\n';
		const run = apply(`${template}  search: { context: search }\n`, pull, template);
		assert.equal(serviceOf(run, "search").image, "own.test/acme/search");
	});

	test("goes to the registry of the option, if that overrides the catalog's", () => {
		const run = apply(added.replace("r.test/acme", "evil.test/x"), pull, onMain, "127.0.0.1:5000/try");
		assert.deepEqual(
			run.services.map(({ image }) => image),
			["127.0.0.1:5000/try/api", "127.0.0.1:5000/try/acme/web", "127.0.0.1:5000/try/search"],
		);
	});

	for (const [what, text] of [
		["image", `${onMain.replace("context: api }", "context: api, image: elsewhere/api }")}  evil: { image: api }\n`],
		["copy", `${onMain.replace("mirror.test", "own.test")}  evil: { image: mirror.test/acme/api }\n`],
		["image of another new service", `${onMain}  evil: { image: a.test/x }\n  worse: { image: b.test/x }\n`],
	] as const)
		test(`is blocked at its line if it has the ${what === "copy" ? "image" : what} of another service (${what})`, () => {
			const main = what === "copy" ? onMain.replace("mirror.test/acme", "r.test/acme/acme") : onMain;
			const run = apply(text, pull, main);
			const evil = serviceOf(run, "evil");
			const [problem] = evil.problems ?? [];
			assert.equal(problem?.code, "catalog/duplicate-image");
			assert.match(
				problem?.message ?? "",
				/^evil has the image of (api|worse), "r\.test\/acme\/\S+", in the catalog of main$/,
			);
			assert.deepEqual(problem?.at, evil.at);
			assert.ok((problem?.at?.line ?? 0) > 10);
			assert.equal(serviceOf(run, "api").problems, undefined);
		});

	test("may have the image of a service that it replaces", () => {
		const run = apply(onMain.replace("api: { context: api }", "gateway: { context: api, image: api }"));
		const { image, problems } = serviceOf(run, "gateway");
		assert.deepEqual([image, problems], ["r.test/acme/api", undefined]);
	});

	test("is any service, if the default branch has no catalog", () => {
		const run = apply(onMain, push, "none");
		assert.deepEqual(
			run.services.map(settingsOf),
			["r.test/acme/api", "r.test/acme/acme/web"].map((image) => ({ image, tags: [], floating: [] })),
		);
		assert.deepEqual(run.remarks, []);
	});
});

test("a pattern of publish_on matches whole branch names, `*` without a slash", () => {
	const table: readonly (readonly [string, string, boolean])[] = [
		["release/*", "release/1.2", true],
		["release/*", "release/", true],
		["release/*", "release/a/b", false],
		["release/*", "prerelease/1", false],
		["release/*", "release", false],
		["release/**", "release/a/b", true],
		["**", "a/b", true],
		["*", "a/b", false],
		["*-lts", "v1-lts", true],
		["*-lts", "v1-lts2", false],
		["v*.x", "v1.x", true],
		["v*.x", "v1ax", false],
		["main", "main", true],
		["main", "mains", false],
		["a**b", "axx/yb", true],
	];
	for (const [pattern, branch, expected] of table)
		assert.equal(matchesBranch(branch, pattern), expected, `${pattern} ${branch}`);
	// A matcher that backtracks does not end.
	assert.equal(matchesBranch("a".repeat(250), `${"*a".repeat(100)}*b`), false);
});

test("what is not a branch in publish_on is an error at its place", () => {
	for (const pattern of ["refs/heads/main", "release/", "a b", "-x", "a..b", ""])
		assert.throws(
			() => load(`project: shop\npublish_on: [${JSON.stringify(pattern)}]\nservices: { api: {} }\n`),
			/lucid\.yml:3:14: .* is not a branch \[catalog\/branch\]/,
			pattern,
		);
});
