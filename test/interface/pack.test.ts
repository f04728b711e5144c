import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { isPackedDocument, packDocument, unpackDocument } from "../../src/model/documents/pack-document.ts";
import { type Plan, planSchema } from "../../src/model/documents/plan.ts";
import { UserError } from "../../src/util/errors.ts";
import { aPlan, aService } from "../support/documents.ts";

test("a packed plan unpacks unchanged and is one line for shells and environments", () => {
	const plan = aPlan([aService({ name: "api", title: "Über $(id) \n::add-mask::x" })]);
	const text = packDocument(plan) ?? assert.fail();
	assert.match(text, /^packed:1:[\w-]+$/);
	assert.ok(isPackedDocument(text) && !isPackedDocument("out/plan.json"));
	assert.deepEqual(unpackDocument(text, planSchema), plan);
});

test("a plan that is too large for an environment variable is not packed", () => {
	const names = Array.from({ length: 3000 }, (_, i) => aService({ name: `service-${i}-${Math.sin(i)}` }));
	assert.equal(packDocument(aPlan(names)), undefined);
});

test("a truncated, wrong or too large packed document is an error, not a crash", () => {
	const text = packDocument(aPlan([aService({ name: "api" })])) ?? assert.fail();
	const other = `packed:1:${brotliCompressSync('{"kind":"lucid.build","version":1}').toString("base64url")}`;
	const bomb = `packed:1:${brotliCompressSync(Buffer.alloc(65 * 1024 * 1024), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }).toString("base64url")}`;
	const forged = packDocument({ ...aPlan([]), images: [{}] } as unknown as Plan) ?? assert.fail();
	for (const bad of [text.slice(0, -20), "packed:1:", other, bomb, forged])
		assert.throws(
			() => unpackDocument(bad, planSchema),
			(error) => error instanceof UserError && error.problems[0]?.code === "document/unreadable",
		);
});
