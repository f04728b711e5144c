import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { after, test } from "node:test";
import { checkBundle } from "../../src/adapters/sigstore/check-bundle.ts";
import { instances } from "../../src/adapters/sigstore/instances.ts";
import { openTrustedRoots, type TrustedRootOptions } from "../../src/adapters/sigstore/trusted-root.ts";
import { temporaryFolder } from "../support/repo.ts";
import { startSigstore } from "../support/sigstore/played-sigstore.ts";
import { startTufRepository, type TufRepository } from "../support/sigstore/tuf-repository.ts";

const older = await startSigstore();
const newer = await startSigstore();
after(async () => {
	await older[Symbol.asyncDispose]();
	await newer[Symbol.asyncDispose]();
});
const bundle = await newer.sign({ a: 1 });
const [before, now] = [older.roots().public, newer.roots().public];

/** A program that was released with the older trusted root, and a TUF repository. */
function check(repository: Pick<TufRepository, "mirror" | "tufRoot">, more: Partial<TrustedRootOptions> = {}) {
	const { mirror, tufRoot } = repository;
	const options = { env: {}, instances: [{ mirror, tufRoot, trustedRoot: before }], ...more };
	return checkBundle(bundle, [], openTrustedRoots(options));
}

test("a bundle of an authority that is newer than this program is valid after one refresh, and offline from then on", async () => {
	await using repository = await startTufRepository(now);
	const cacheFolder = await temporaryFolder();
	await using _ = { [Symbol.asyncDispose]: () => rm(cacheFolder, { recursive: true }) };
	assert.equal((await check(repository, { cacheFolder })).kind, "valid");
	const requests = repository.requests.length;
	assert.equal((await check(repository, { cacheFolder })).kind, "valid");
	assert.equal(repository.requests.length, requests, "the cache needs no network");
});

test("many bundles are one refresh", async () => {
	await using repository = await startTufRepository(now);
	const instance = { mirror: repository.mirror, tufRoot: repository.tufRoot, trustedRoot: before };
	const roots = openTrustedRoots({ env: {}, instances: [instance] });
	const verdicts = await Promise.all(Array.from({ length: 20 }, () => checkBundle(bundle, [], roots)));
	assert.ok(verdicts.every(({ kind }) => kind === "valid"));
	assert.equal(repository.requests.filter((url) => url === "/timestamp.json").length, 1);
});

test("a known authority needs no network", async () => {
	await using repository = await startTufRepository(now);
	const instance = { mirror: repository.mirror, tufRoot: repository.tufRoot, trustedRoot: now };
	const roots = openTrustedRoots({ env: {}, instances: [instance] });
	assert.equal((await checkBundle(bundle, [], roots)).kind, "valid");
	assert.deepEqual(repository.requests, []);
});

test("an authority that the newest trusted root lacks, too, is invalid", async () => {
	await using repository = await startTufRepository(before);
	const verdict = await check(repository);
	assert.match(verdict.kind === "invalid" ? verdict.why : "", /lacks the authority of its certificate/);
});

test("a trusted root that a stranger signed is not used: the bundle stays unknown", async () => {
	await using repository = await startTufRepository(now, "stranger");
	assert.equal((await check(repository)).kind, "unknown");
});

test("without network the bundle stays unknown", async () => {
	const { tufRoot } = await startTufRepository(now).then(async (repository) => {
		await repository[Symbol.asyncDispose]();
		return repository;
	});
	assert.equal((await check({ mirror: "http://127.0.0.1:1", tufRoot })).kind, "unknown");
});

test("a repository that never answers is given up, and the bundle stays unknown", async () => {
	const silent = createServer();
	await using _ = { [Symbol.asyncDispose]: async () => void silent.close() };
	await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
	const address = silent.address();
	const port = typeof address === "object" ? address?.port : assert.fail();
	await using repository = await startTufRepository(now);
	const mirror = `http://127.0.0.1:${port}`;
	assert.equal((await check({ mirror, tufRoot: repository.tufRoot }, { refreshMs: 200 })).kind, "unknown");
});

test("if one of two repositories answers, what it lacks may be of the other one: unknown", async () => {
	await using repository = await startTufRepository(before);
	const { mirror, tufRoot } = repository;
	const two = [mirror, "http://127.0.0.1:1"].map((one) => ({ mirror: one, tufRoot, trustedRoot: before }));
	assert.equal((await check(repository, { instances: two })).kind, "unknown");
});

test("with a file, no repository is read", async () => {
	await using repository = await startTufRepository(now);
	assert.equal((await check(repository, { file: await older.writeRoots(before) })).kind, "unknown");
	assert.deepEqual(repository.requests, []);
});

test("the trusted roots of this program are those of the public instance and of GitHub's own", async () => {
	const [open, gitHub] = await openTrustedRoots({ env: {} }).known();
	assert.ok(open && open.ctlogs.length > 0 && open.tlogs.length > 0);
	assert.ok(gitHub && gitHub.tlogs.length === 0 && gitHub.timestampAuthorities.length > 0);
	assert.equal(instances.length, 2);
});
