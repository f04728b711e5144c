import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import type { Plan } from "../../src/model/documents/plan.ts";
import { UserError } from "../../src/util/errors.ts";
import { makeRepo } from "../support/repo.ts";
import { aSignedImage, statementOf } from "../support/signed-runs.ts";
import { type PlayedSigstore, startSigstore } from "../support/sigstore/played-sigstore.ts";
import { holdingRegistry } from "./registry.ts";
import { decisions, plannerOf } from "./support.ts";

let sigstore: PlayedSigstore;
before(async () => {
	sigstore = await startSigstore();
});
after(() => sigstore[Symbol.asyncDispose]());

const url = "https://github.com/octo/shop";
const names = ["api", "web"];
/** Nothing listens there: Sigstore, its TUF repositories and GitHub are out of reach. */
const unreachable = { HTTPS_PROXY: "http://127.0.0.1:9", HTTP_PROXY: "http://127.0.0.1:9", NO_PROXY: "127.0.0.1" };

async function open(catalog = "") {
	const repo = await makeRepo({
		"lucid.yml": `version: 1\nproject: shop\n${catalog}services:\n${names.map((name) => `  ${name}: { context: ${name} }\n`).join("")}`,
		...Object.fromEntries(
			names.flatMap((name) => [
				[`${name}/Dockerfile`, "FROM scratch\nCOPY a /\nUSER 65532:65532\n"],
				[`${name}/a`, name],
			]),
		),
	});
	await repo.git("remote", "add", "origin", url);
	await repo.commit();
	const held = await holdingRegistry();
	const planner = await plannerOf(repo.root, held.host, unreachable);
	const plan = (raw: Record<string, string | boolean> = {}) =>
		planner.plan({ "require-signed": true, "trusted-root": sigstore.trustedRoot, ...raw });
	/** The statement of a run that built all images of a plan. */
	const statement = ({ images }: Plan, builder: "github-hosted" | "local" = "github-hosted") =>
		statementOf({
			images: images.map(({ service, platform, fingerprint, contentRef }) =>
				aSignedImage({
					service,
					platform,
					fingerprint,
					digest: held.digestOf(contentRef),
					builder: { runner: builder },
				}),
			),
			source: { url, repositoryId: "github.com/1296269" },
		});
	const attach = ({ images }: Plan, bundle: Uint8Array) => {
		for (const { contentRef } of images)
			held.attach(contentRef.slice(0, contentRef.lastIndexOf(":")), held.digestOf(contentRef), bundle);
	};
	const first = await plan();
	held.carryOut(first);
	return {
		...{ repo, held, planner, plan, first, statement, attach },
		async [Symbol.asyncDispose]() {
			for (const one of [repo, held, planner]) await one[Symbol.asyncDispose]();
		},
	};
}

test("a plan reuses what build-signed.yml signed, with Sigstore, TUF and GitHub out of reach, and builds what it did not", async () => {
	await using world = await open();
	const { plan, first, statement, attach, held } = world;
	const before = await plan();
	assert.match(JSON.stringify(decisions(before)), /web:content-[^ ]+ was found, but is not ours: it is not signed/);
	assert.deepEqual(
		before.remarks?.map(({ code, message }) => [code, message]),
		[["plan/unsigned", "2 images are in the registry, but not signed: this run builds them once more"]],
	);
	assert.deepEqual(before.reuse, { from: "same-repository", keys: [], branches: [] });
	attach(first, await sigstore.sign(statement(first)));
	const start = held.lines().length;
	const signed = await plan();
	assert.deepEqual(decisions(signed), { api: "unchanged", web: "unchanged" });
	assert.deepEqual(
		signed.images[0]?.decision.reasons.map(({ detail }) => detail),
		["nothing it is built from has changed; signed by build-signed.yml@v1 of octo/shop on main (push)"],
	);
	assert.equal(signed.remarks, undefined);
	const after = held.lines().slice(start);
	const isOfSignatures = (line: string) => /\/referrers\/|\/manifests\/sha256-|\/blobs\//.test(line);
	assert.ok(after.filter(isOfSignatures).length <= 2 * names.length, after.join("\n"));
	const usual = held.lines().length;
	await plan({ "require-signed": false });
	assert.deepEqual(held.lines().slice(usual).filter(isOfSignatures), [], "with `any` there is no request more");
});

test("a verified bundle is remembered on this machine for the same trusted root, and its signer is judged each time", async () => {
	await using world = await open();
	const { plan, planner, first, statement, attach, held, repo } = world;
	attach(first, await sigstore.sign(statement(first)));
	const bundles = async (raw: Record<string, string | boolean> = {}) => {
		const start = held.lines().length;
		const made = await plan(raw);
		const reads = held
			.lines()
			.slice(start)
			.filter((line) => line.includes("/blobs/"));
		return { decisions: decisions(made), reads: reads.length };
	};
	const same = { api: "unchanged", web: "unchanged" };
	assert.deepEqual(await bundles(), { decisions: same, reads: 1 });
	assert.deepEqual(await bundles(), { decisions: same, reads: 0 });
	const other = await startSigstore();
	try {
		const raw = { "trusted-root": other.trustedRoot };
		const start = held.lines().length;
		const blocked = await plan(raw);
		assert.ok(
			blocked.images.every(({ decision }) => decision.kind === "blocked"),
			"another trusted root",
		);
		assert.equal(
			held
				.lines()
				.slice(start)
				.filter((line) => line.includes("/blobs/")).length,
			1,
		);
	} finally {
		await other[Symbol.asyncDispose]();
	}
	const copied = path.join(planner.out, "root.jsonl");
	await writeFile(copied, await readFile(sigstore.trustedRoot));
	assert.deepEqual(await bundles({ "trusted-root": copied }), { decisions: same, reads: 0 }, "by content, not by name");
	await writeFile(copied, JSON.stringify(sigstore.roots().github));
	assert.doesNotMatch(JSON.stringify(await bundles({ "trusted-root": copied })), /unchanged/);
	await repo.git("remote", "set-url", "origin", "https://github.com/octo/other");
	assert.doesNotMatch(JSON.stringify(await bundles()), /unchanged/);
	await repo.git("remote", "set-url", "origin", url);
	const cache = path.join(planner.cache, "signatures");
	for (const file of await readdir(cache)) {
		const text = await readFile(path.join(cache, file), "utf8");
		assert.match(text, /^\{"signer":\{"kind":"workflow"/);
	}
	await rm(cache, { recursive: true });
	assert.deepEqual(await bundles(), { decisions: same, reads: 1 });
});

test("a forged signature rebuilds its service; one by an unknown authority blocks it, and names the refresh; others are reused", async () => {
	await using world = await open();
	const { plan, first, statement, attach } = world;
	const [api, web] = first.images.map((image) => ({ ...first, images: [image] }));
	assert.ok(api && web);
	attach(api, await sigstore.sign(statement(api)));
	const other = await startSigstore();
	attach(web, await other.sign(statement(web)));
	await other[Symbol.asyncDispose]();
	const unknown = await plan();
	assert.deepEqual(
		unknown.images.map(({ decision }) => decision.kind),
		["unchanged", "blocked"],
	);
	const decision = unknown.images[1]?.decision;
	const [problem] = decision?.kind === "blocked" ? decision.problems : [];
	assert.equal(problem?.code, "sign/cannot-verify");
	assert.match(problem?.fix ?? "", /^refresh the trusted root/);
	assert.equal(problem?.at?.file, "lucid.yml");

	const bundle = JSON.parse(new TextDecoder().decode(await sigstore.sign(statement(api))));
	const forged = Buffer.from(statement(web)).toString("base64");
	const { dsseEnvelope } = bundle;
	attach(web, Buffer.from(JSON.stringify({ ...bundle, dsseEnvelope: { ...dsseEnvelope, payload: forged } })));
	attach(web, await sigstore.sign(statement(web), { repository: "mallory/shop", repository_id: "8" }));
	await using clean = await open();
	clean.attach(
		{ ...clean.first, images: clean.first.images.slice(1) },
		Buffer.from(JSON.stringify({ ...bundle, dsseEnvelope: { ...dsseEnvelope, payload: forged } })),
	);
	assert.match(decisions(await clean.plan()).web ?? "", /^build: .* is not ours: its signature is not valid: /);
	clean.attach(
		{ ...clean.first, images: clean.first.images.slice(1) },
		await sigstore.sign(clean.statement(clean.first), { repository: "mallory/shop", repository_id: "8" }),
	);
	assert.match(
		decisions(await clean.plan()).web ?? "",
		/^build: .* is not ours: it was signed for https:\/\/github\.com\/mallory\/shop$/,
	);
});

/** A bundle of a key pair, as `cosign attest-blob --key` makes it without a log. */
function signWithKey(statement: Uint8Array, key = generateKeyPairSync("ec", { namedCurve: "P-256" })) {
	const payloadType = "application/vnd.in-toto+json";
	const head = `DSSEv1 ${payloadType.length} ${payloadType} ${statement.length} `;
	const sig = sign("sha256", Buffer.concat([Buffer.from(head), statement]), key.privateKey).toString("base64");
	const bundle = {
		mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
		verificationMaterial: { publicKey: { hint: "key" } },
		dsseEnvelope: { payload: Buffer.from(statement).toString("base64"), payloadType, signatures: [{ sig }] },
	};
	const pem = String(key.publicKey.export({ type: "spki", format: "pem" }));
	return { bundle: Buffer.from(JSON.stringify(bundle)), pem };
}

test("a local build that a key of the catalog signed is reused; another key's is not", async () => {
	await using world = await open();
	const { repo, plan, first, statement, attach } = world;
	const { bundle, pem } = signWithKey(statement(first, "local"));
	attach(first, bundle);
	assert.match(decisions(await plan()).api ?? "", /is not ours: its signature is not valid/);
	const catalog = await readFile(path.join(repo.root, "lucid.yml"), "utf8");
	await repo.write({ "lucid.yml": `${catalog}reuse: { from: same-repository, key: ${JSON.stringify(pem)} }\n` });
	await repo.commit();
	const signed = await plan({ "require-signed": false });
	assert.deepEqual(decisions(signed), { api: "unchanged", web: "unchanged" });
	assert.deepEqual(signed.reuse?.keys, [pem]);
	assert.match(signed.images[0]?.decision.reasons[0]?.detail ?? "", /; signed by a key$/);
});

test("`none` builds everything, and a trusted root that cannot be used is an error", async () => {
	await using world = await open("reuse: { from: none }\n");
	const { plan, first, statement, attach } = world;
	attach(first, await sigstore.sign(statement(first)));
	const reason = "build: `reuse.from` is `none`: every run builds it";
	assert.deepEqual(decisions(await plan()), { api: reason, web: reason });
	await using other = await open();
	other.attach(other.first, await sigstore.sign(other.statement(other.first)));
	await assert.rejects(other.plan({ "trusted-root": "missing.json" }), (error) => {
		assert.ok(error instanceof UserError);
		assert.equal(error.problems[0]?.code, "sign/trusted-root");
		return true;
	});
});
