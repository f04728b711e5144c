import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { filesBelow } from "../../src/adapters/files/files-below.ts";
import { loadCatalog } from "../../src/model/catalog/load.ts";
import type { Catalog } from "../../src/model/service/service.ts";
import { defined } from "../../src/util/defined.ts";
import { type Problem, UserError } from "../../src/util/errors.ts";

/** A folder with these files in it, gone when the tests of the file are through. */
export function makeFolder(files: readonly string[]): string {
	const root = mkdtempSync(path.join(tmpdir(), "lucid-catalog-"));
	after(() => rmSync(root, { recursive: true, force: true }));
	for (const file of files) {
		mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
		writeFileSync(path.join(root, file), "FROM scratch\n");
	}
	return root;
}

export function load(text: string, root: string, registry?: string): Catalog {
	const host = filesBelow(root);
	return loadCatalog({ file: "lucid.yml", text, root, paths: host, ...defined({ registry }) });
}

/**
 * What is wrong with a catalog, or with single services of one that is sound. Anything but a UserError is a crash, and
 * fails the test.
 */
export function problemsOf(text: string, root: string, registry?: string): readonly Problem[] {
	try {
		return load(text, root, registry).services.flatMap(({ problems = [] }) => problems);
	} catch (error) {
		assert.ok(error instanceof UserError, String(error instanceof Error ? error.stack : error));
		return error.problems;
	}
}

/** `line:column code`, short enough to compare many at once. */
export function places(problems: readonly Problem[]): readonly string[] {
	return problems.map(({ at, code }) => `${at?.line}:${at?.column} ${code}`);
}
