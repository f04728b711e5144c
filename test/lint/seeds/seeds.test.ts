import assert from "node:assert/strict";
import { test } from "node:test";
import { ruleIds } from "../../../src/model/service/lint-rule-ids.ts";
import { verifyChecks } from "../../../src/model/service/verify-checks.ts";
import { findingsIn } from "../support.ts";
import { defects } from "./defects.ts";

test("every defect has a rule, a check, or a reason why it needs none; and those there are", () => {
	const known = { lint: new Set<string>(ruleIds), verify: new Set<string>(verifyChecks.map(({ id }) => id)) };
	for (const { id, caughtBy, instead } of defects) {
		assert.ok(caughtBy.length > 0 || instead !== undefined, id);
		for (const caught of caughtBy)
			assert.ok(caught.kind === "lint" ? known.lint.has(caught.rule) : known.verify.has(caught.check), id);
	}
});

for (const { id, what, caughtBy } of defects)
	for (const caught of caughtBy) {
		if (caught.kind !== "lint") continue;
		const { rule, at, fix, before, after, index } = caught;
		const findings = async (files: typeof before) => {
			const packages = index && { packageFacts: (key: string) => index[key] ?? ({ kind: "unknown" } as const) };
			return (await findingsIn(files, packages)).filter(({ code }) => code === rule);
		};
		test(`${id}: ${rule} reports it at its line, and has no finding once it is fixed (${what})`, async () => {
			const found = await findings(before);
			assert.deepEqual(
				found.map((one) => `${one.at?.file}:${one.at?.line}`),
				at,
			);
			for (const one of found) assert.match(one.fix ?? "", fix, one.message);
			assert.deepEqual(await findings(after), []);
		});
	}
