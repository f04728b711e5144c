import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../src/util/errors.ts";
import { makeRepo } from "../support/repo.ts";
import { holdingRegistry } from "./registry.ts";
import { plannerOf } from "./support.ts";

test("a platform is selected by any of its names, and one that no service is built for is an error", async () => {
	await using registry = await holdingRegistry();
	await using repo = await makeRepo({
		"lucid.yml":
			"version: 1\nproject: shop\nservices:\n  api: { context: api, platforms: [linux/arm64, linux/amd64] }\n  web: { context: api }\n",
		"api/Dockerfile": "FROM scratch\nCOPY a /\n",
		"api/a": "a\n",
	});
	await repo.commit();
	await using planner = await plannerOf(repo.root, registry.host);
	const images = async (platform: string) =>
		(await planner.plan({ platform })).images.map((image) => `${image.service} ${image.platform}`);
	assert.deepEqual(await images("linux/arm64/v8"), ["api linux/arm64", "web linux/arm64"]);
	assert.deepEqual(await images("linux/amd64"), ["api linux/amd64"]);
	await assert.rejects(images("linux/arm46,linux/s390x"), (error) => {
		assert.ok(error instanceof UserError);
		assert.equal(error.problems.length, 2);
		assert.match(error.message, /no service is built for "linux\/arm46"[\s\S]*one of linux\/arm64, linux\/amd64/);
		return true;
	});
});
