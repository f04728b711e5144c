import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { minimumVersions } from "../../src/adapters/docker/engine.ts";

test("the scripts take no engine that lucid refuses", async () => {
	const text = await readFile(join(import.meta.dirname, "../../script/lib/engine.sh"), "utf8");
	const least = (name: string) => new RegExp(`^${name}_LEAST=(.*)$`, "m").exec(text)?.[1];
	assert.deepEqual(
		{ server: `${least("ENGINE")}.0`, buildx: `${least("BUILDX")}.0`, compose: `${least("COMPOSE")}.0` },
		minimumVersions,
	);
});
