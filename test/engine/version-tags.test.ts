import assert from "node:assert/strict";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { PublishResult } from "../../src/model/documents/publish.ts";
import { openShipped } from "../support/shipped.ts";

/** docker/metadata-action#250 and #395: releases of one component of a repository. */

interface Ran {
	readonly plan: Plan;
	readonly publish: PublishResult;
}

test("a git tag of one component releases that component; the others are not part of it, which is fine", async () => {
	const dockerfile = "FROM scratch\nCOPY f /f\nUSER 65532:65532\n";
	await using shipped = await openShipped("tags", {
		"lucid.yml": `version: 1
project: acme
defaults:
  policy: { smoke: "off" }
  tags:
    - type=semver,pattern={{version}},match=^@{{project}}/{{name}}@(.*)$
    - type=semver,pattern={{version}},match={{name}}@(.*)$
    - type=semver,pattern={{version}},match={{name}}/v(.*)$
    - type=semver,pattern={{version}},match=^{{name}}-v(.*)$
  floating: ["latest,enable={{is_default_branch}}"]
services:
  api: { context: api }
  web-api: { context: api, image: web-api }
  bad: { context: api, image: bad, tags: ["type=ref,event=tag"] }
`,
		"api/Dockerfile": dockerfile,
		"api/f": "f\n",
	});
	await shipped.repo.commit();
	const registry = openRegistry();
	const release = async (tag: string, ...args: string[]) => {
		const names = args.length === 0 ? ["api", "web-api"] : args;
		const ran = await shipped.ended<Ran>("run", "--smoke=off", "--no-require-smoke", `--event=tag:${tag}`, ...names);
		const rows = ran.document.publish.services.map(({ service, outcome }) => `${service} ${outcome}`);
		return { ...ran, rows };
	};
	let minor = 0;
	for (const form of ["@acme/api@", "api@", "api/v", "api-v"]) {
		const version = `1.${++minor}.0`;
		const { exitCode, rows, document } = await release(`${form}${version}`);
		assert.equal(exitCode, 0, form);
		assert.deepEqual(rows, ["api published", "web-api not part of this release"], form);
		assert.ok(await registry.head(`${shipped.prefix}/api:${version}`), form);
		assert.equal(document.plan.remarks?.[0]?.severity, "note", "the other forms gave no tag");
	}
	const { exitCode, rows } = await release("web-api@2.0.0");
	assert.deepEqual([exitCode, rows], [0, ["api not part of this release", "web-api published"]]);

	const nothing = await release("v3.0.0");
	assert.equal(nothing.exitCode, 0);
	assert.deepEqual(nothing.rows, ["api not part of this release", "web-api not part of this release"]);
	assert.equal(nothing.document.plan.remarks?.[0]?.severity, "warning");
	assert.match(nothing.document.plan.remarks?.[0]?.message ?? "", /match=\^\{\{name\}\}-v.* although .* v3\.0\.0/);

	// An illegal tag is its own service's problem.
	const mixed = await release("@acme/api@4.0.0", "api", "bad");
	assert.equal(mixed.exitCode, 1);
	assert.deepEqual(mixed.rows, ["api published", "bad failed"]);
	const { decision } = mixed.document.plan.images.find(({ service }) => service === "bad") ?? assert.fail();
	const problems = decision.kind === "blocked" ? decision.problems : assert.fail(decision.kind);
	assert.match(problems[0]?.message ?? "", /gives the invalid tag "-acme-api-4\.0\.0"/);
	assert.match(problems[0]?.fix ?? "", /docker\/metadata-action would change it to "acme-api-4\.0\.0"/);
});
