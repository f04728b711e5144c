import assert from "node:assert/strict";
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { architecturePage } from "../../script/generate/architecture.ts";
import { temporaryFolder } from "../support/repo.ts";

test("an empty folder, which git does not know, is not in the tables of docs/architecture.md", async () => {
	const root = path.join(import.meta.dirname, "../..");
	const copy = await temporaryFolder();
	await using _ = { [Symbol.asyncDispose]: () => rm(copy, { recursive: true }) };
	await cp(path.join(root, "src"), path.join(copy, "src"), { recursive: true });
	const page = await readFile(path.join(root, "docs/architecture.md"), "utf8");
	await mkdir(path.join(copy, "src/presentation/moved-away"));
	assert.equal(architecturePage(copy, page), architecturePage(root, page));
});
