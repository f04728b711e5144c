import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalog } from "../../src/model/catalog/load.ts";
import type { RepositoryPaths } from "../../src/model/catalog/resolve-context.ts";
import { UserError } from "../../src/util/errors.ts";

test("an invalid registry from outside is reported with the mistakes of the file, and without a place in the file", () => {
	const paths: RepositoryPaths = { kindOf: () => "missing", list: () => [] };
	const input = { file: "lucid.yml", root: "/repository", paths, registry: "https://ghcr.io" };
	try {
		loadCatalog({ ...input, text: "version: 1\nproject: shop\nservices: {}\nsevices: {}\n" });
	} catch (error) {
		assert.ok(error instanceof UserError);
		const [registry, key, ...rest] = error.problems;
		assert.equal(registry?.at, undefined);
		assert.match(registry?.message ?? "", /^option registry: "https:\/\/ghcr\.io" is not a registry$/);
		assert.equal(key?.at?.line, 4);
		assert.deepEqual(rest, []);
		return;
	}
	assert.fail("nothing was wrong");
});
