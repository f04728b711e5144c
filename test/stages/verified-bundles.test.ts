import assert from "node:assert/strict";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { identifyRoots } from "../../src/adapters/sigstore/identify-roots.ts";
import { openVerifiedBundles } from "../../src/stages/shared/verified-bundles.ts";
import { temporaryFolder } from "../support/repo.ts";
import { ourWorkflow } from "../support/signed-runs.ts";

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
	const folder = await temporaryFolder();
	try {
		await run(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const digest = `sha256:${"1".repeat(64)}`;
const bundle = { signer: ourWorkflow, statement: Buffer.from("statement") };

test("a verified bundle is remembered by its digest and what it was verified with", () =>
	inFolder(async (folder) => {
		const open = (trust = "one") => openVerifiedBundles({ LUCID_CACHE: folder }, async () => trust);
		await open()?.write(digest, bundle);
		const found = await open()?.read(digest);
		assert.deepEqual([found?.signer, String(found?.statement)], [ourWorkflow, "statement"]);
		assert.equal(await open("two")?.read(digest), undefined);
		assert.equal(await open()?.read(`sha256:${"2".repeat(64)}`), undefined);
		const unknown = openVerifiedBundles({ LUCID_CACHE: folder }, async () => Promise.reject(new Error("no root")));
		assert.equal(await unknown?.read(digest), undefined);
	}));

test("a damaged file is ignored, and a folder that cannot be written stops nothing", () =>
	inFolder(async (folder) => {
		const bundles = openVerifiedBundles({ LUCID_CACHE: folder }, async () => "one");
		await bundles?.write(digest, bundle);
		const [file = ""] = await readdir(path.join(folder, "signatures"));
		for (const text of ["", "{}", '{"signer":{"kind":"key"},"statement":""}']) {
			await writeFile(path.join(folder, "signatures", file), text);
			assert.equal(await bundles?.read(digest), undefined, text);
		}
		await rm(path.join(folder, "signatures"), { recursive: true });
		await writeFile(path.join(folder, "signatures"), "a file");
		await bundles?.write(digest, bundle);
		assert.equal(await bundles?.read(digest), undefined);
	}));

test("in GitHub Actions no file of an earlier job counts", () => {
	assert.equal(
		openVerifiedBundles({ GITHUB_ACTIONS: "true", LUCID_CACHE: "/x" }, async () => "one"),
		undefined,
	);
});

test("what bundles are verified with changes with the trusted root's content, its refresh and the keys", () =>
	inFolder(async (folder) => {
		const file = path.join(folder, "root.json");
		await writeFile(file, "one");
		const ids = [
			await identifyRoots({ trustedRoot: file, keys: [] }),
			await identifyRoots({ keys: [], cacheFolder: folder }),
		];
		await writeFile(file, "two");
		ids.push(await identifyRoots({ trustedRoot: file, keys: [] }));
		ids.push(await identifyRoots({ trustedRoot: file, keys: ["key"] }));
		const targets = path.join(folder, "tuf-0123456789ab/tuf.test/targets");
		await mkdir(targets, { recursive: true });
		await writeFile(path.join(targets, "trusted_root.json"), "three");
		ids.push(await identifyRoots({ keys: [], cacheFolder: folder }));
		await writeFile(path.join(targets, "trusted_root.json"), "four");
		ids.push(await identifyRoots({ keys: [], cacheFolder: folder }));
		assert.equal(new Set(ids).size, ids.length);
		await assert.rejects(identifyRoots({ trustedRoot: path.join(folder, "missing.json"), keys: [] }));
	}));
