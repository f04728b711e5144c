import assert from "node:assert/strict";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { smokeResultSchema } from "../../src/model/documents/smoke.ts";
import { readDocumentIn, writeDocument } from "../../src/stages/shared/documents-folder.ts";
import { UserError } from "../../src/util/errors.ts";
import { temporaryFolder } from "../support/repo.ts";
import { aSmoke, aSmoked } from "../support/results.ts";

const document = aSmoke(aSmoked("api"));

test("a folder that cannot be written to is a UserError with the file and a fix, and no temporary file stays", async () => {
	const folder = await temporaryFolder();
	try {
		const file = path.join(folder, "a-file");
		await writeFile(file, "");
		const taken = path.join(folder, "taken");
		await mkdir(path.join(taken, "smoke.json"), { recursive: true });
		for (const out of [file, path.join(file, "below"), taken])
			await assert.rejects(writeDocument(out, document), (error) => {
				assert.ok(error instanceof UserError, String(error));
				const [problem] = error.problems;
				assert.deepEqual([problem?.code, problem?.at?.file], ["document/unwritable", path.join(out, "smoke.json")]);
				assert.match(problem?.fix ?? "", /--out/);
				return true;
			});
		assert.deepEqual(await readdir(taken), ["smoke.json"]);
	} finally {
		await rm(folder, { recursive: true });
	}
});

test("a document is read as written; a missing one is undefined, and another kind, version or invalid JSON is an error at its file", async () => {
	const folder = await temporaryFolder();
	try {
		assert.equal(await readDocumentIn(folder, smokeResultSchema), undefined);
		await writeDocument(folder, document);
		assert.deepEqual(await readDocumentIn(folder, smokeResultSchema), document);
		const file = path.join(folder, "smoke.json");
		for (const [text, wanted] of [
			['{"kind":"lucid.build","version":1}', /is not a lucid\.smoke document/],
			['{"kind":"lucid.smoke","version":2}', /is version 2 of lucid\.smoke/],
			["null", /is not a lucid\.smoke document/],
			["{", /is not JSON/],
			[
				JSON.stringify({ ...document, services: [{ service: "api" }] }),
				/is not a valid lucid\.smoke document: services\.0\.platform: expected string, received undefined/,
			],
		] as const) {
			await writeFile(file, text);
			await assert.rejects(readDocumentIn(folder, smokeResultSchema), (error: Error) => {
				assert.match(error.message, wanted);
				assert.ok(error instanceof UserError && error.problems[0]?.at?.file === file);
				return true;
			});
		}
	} finally {
		await rm(folder, { recursive: true });
	}
});

test("a full disk is an error, and the previous document stays complete", async () => {
	const folder = await temporaryFolder();
	try {
		await writeDocument(folder, document);
		// No file of this process may grow: what a full disk does, on a file system of one's own.
		const script = `
			const { writeDocument } = await import(${JSON.stringify(path.join(import.meta.dirname, "../../src/stages/shared/documents-folder.ts"))});
			await writeDocument(${JSON.stringify(folder)}, { kind: "lucid.smoke", version: 1, much: "x".repeat(100000) });`;
		const { exitCode, stderr } = await exec([
			"sh",
			"-c",
			'trap "" XFSZ; ulimit -f 8; exec "$0" --input-type=module -e "$1"',
			process.execPath,
			script,
		]);
		assert.notEqual(exitCode, 0);
		assert.match(stderr, /smoke\.json: cannot be written \[document\/unwritable\]/);
		assert.deepEqual(await readdir(folder), ["smoke.json"]);
		assert.deepEqual(await readDocumentIn(folder, smokeResultSchema), document);
	} finally {
		await rm(folder, { recursive: true });
	}
});
