import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { after, test } from "node:test";
import { openBundleVerifier } from "../../src/adapters/sigstore/verify-bundle.ts";
import type { BundleVerdict, Signer } from "../../src/model/signing/signer.ts";
import type { Claims } from "../support/sigstore/claims.ts";
import type { TrustedRootJson } from "../support/sigstore/instance.ts";
import { startSigstore } from "../support/sigstore/played-sigstore.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a bundle
type Json = any;

const sigstore = await startSigstore();
const other = await startSigstore();
after(async () => {
	await sigstore[Symbol.asyncDispose]();
	await other[Symbol.asyncDispose]();
});

const statement = { _type: "https://in-toto.io/Statement/v1", subject: [], predicateType: "x", predicate: {} };
const good = await sigstore.sign(statement);
const stamped = await sigstore.sign(statement, {}, "github");

async function verify(bundle: Uint8Array, trustedRoot = sigstore.trustedRoot): Promise<BundleVerdict> {
	return openBundleVerifier({ keys: [], env: {}, trustedRoot }).verify(bundle);
}

/** The verdict of a bundle after one change. */
async function verifyChanged(change: (bundle: Json) => void, bundle = good): Promise<string> {
	const json: Json = JSON.parse(Buffer.from(bundle).toString());
	change(json);
	return summary(await verify(Buffer.from(JSON.stringify(json))));
}

/** The verdict with one change of the trusted root. */
async function verifyWith(change: (root: TrustedRootJson) => void, bundle = good): Promise<string> {
	const root = sigstore.roots()[bundle === good ? "public" : "github"];
	change(root);
	return summary(await verify(bundle, await sigstore.writeRoots(root)));
}

function summary(verdict: BundleVerdict): string {
	return verdict.kind === "valid" ? "valid" : `${verdict.kind}: ${verdict.why}`;
}

const flip = (base64: string, at: number) => {
	const bytes = Buffer.from(base64, "base64");
	bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
	return bytes.toString("base64");
};

const signer = {
	kind: "workflow",
	issuer: "https://token.actions.githubusercontent.com",
	workflow: "https://github.com/lucid/build-action/.github/workflows/build-signed.yml@refs/tags/v1",
	workflowCommit: "7".repeat(40),
	repository: "https://github.com/octo/shop",
	repositoryId: "1296269",
	ref: "refs/heads/main",
	commit: "5".repeat(40),
	event: "push",
	runner: "github-hosted",
	run: "https://github.com/octo/shop/actions/runs/42/attempts/1",
} as const satisfies Signer;

test("a bundle of the public instance and one of GitHub's own are valid, with all that the certificate states", async () => {
	for (const bundle of [good, stamped])
		assert.deepEqual(await verify(bundle), {
			kind: "valid",
			signer,
			statement: Buffer.from(JSON.stringify(statement)),
		});
});

const claims: readonly (readonly [Claims, Partial<Signer>])[] = [
	[{ iss: "https://gitlab.example" }, { issuer: "https://gitlab.example" }],
	[
		{ job_workflow_ref: "evil/x/.github/workflows/a.yml@main" },
		{ workflow: "https://github.com/evil/x/.github/workflows/a.yml@main" },
	],
	[{ job_workflow_sha: "a".repeat(40) }, { workflowCommit: "a".repeat(40) }],
	[{ repository_id: "7" }, { repositoryId: "7" }],
	[{ ref: "refs/pull/7/merge" }, { ref: "refs/pull/7/merge" }],
	[{ sha: "b".repeat(40) }, { commit: "b".repeat(40) }],
	[{ event_name: "pull_request_target" }, { event: "pull_request_target" }],
	[{ runner_environment: "self-hosted" }, { runner: "self-hosted" }],
	[{ run_attempt: "2" }, { run: "https://github.com/octo/shop/actions/runs/42/attempts/2" }],
];
for (const [claim, stated] of claims)
	test(`the signer is read from the certificate: ${Object.keys(claim)}`, async () => {
		const verdict = await verify(await sigstore.sign(statement, claim));
		assert.deepEqual(verdict.kind === "valid" && verdict.signer, { ...signer, ...stated });
	});

const damaged: Readonly<Record<string, readonly [(bundle: Json) => void, RegExp, Uint8Array?]>> = {
	"a changed payload": [
		({ dsseEnvelope }) => (dsseEnvelope.payload = Buffer.from("{}").toString("base64")),
		/^invalid: its signature does not match its content$/,
	],
	"a changed signature": [
		({ dsseEnvelope: { signatures } }) => (signatures[0].sig = flip(signatures[0].sig, 20)),
		/^invalid: its signature does not match/,
	],
	"a second signature": [
		({ dsseEnvelope: { signatures } }) => signatures.push(signatures[0]),
		/^invalid: it is not a bundle of Sigstore: dsseEnvelope.signatures/,
	],
	"no signature": [({ dsseEnvelope }) => (dsseEnvelope.signatures = []), /^invalid: .*dsseEnvelope.signatures/],
	"another type of payload": [
		({ dsseEnvelope }) => (dsseEnvelope.payloadType = "text/plain"),
		/^invalid: .*dsseEnvelope.payloadType/,
	],
	"an older version of the bundle": [
		(bundle) => (bundle.mediaType = "application/vnd.dev.sigstore.bundle+json;version=0.2"),
		/^invalid: .*mediaType/,
	],
	"a certificate whose signature is wrong": [
		({ verificationMaterial: { certificate } }) =>
			(certificate.rawBytes = flip(certificate.rawBytes, Buffer.from(certificate.rawBytes, "base64").length - 1)),
		/^invalid: its certificate is wrong/,
	],
	"no log entry": [
		({ verificationMaterial }) => (verificationMaterial.tlogEntries = []),
		/^invalid: its time of signing is not proven/,
	],
	"a log entry whose time was changed": [
		({ verificationMaterial: { tlogEntries } }) =>
			(tlogEntries[0].integratedTime = `${Number(tlogEntries[0].integratedTime) + 1}`),
		/^invalid: its entry of the transparency log is wrong: inclusion promise/,
	],
	"a checkpoint that was changed": [
		({ verificationMaterial: { tlogEntries } }) =>
			(tlogEntries[0].inclusionProof.checkpoint.envelope = tlogEntries[0].inclusionProof.checkpoint.envelope.replace(
				/Timestamp: \d/,
				"Timestamp: 9",
			)),
		/^invalid: its entry of the transparency log is wrong: invalid checkpoint signature/,
	],
	"more log entries than a bundle has": [
		({ verificationMaterial: { tlogEntries } }) => tlogEntries.push(...Array(20).fill(tlogEntries[0])),
		/^invalid: .*tlogEntries/,
	],
	"no timestamp, where the instance has no log": [
		({ verificationMaterial }) => (verificationMaterial.timestampVerificationData = {}),
		/^invalid: its time of signing is not proven/,
		stamped,
	],
	"a timestamp whose signature is wrong": [
		({ verificationMaterial: { timestampVerificationData } }) => {
			const [stamp] = timestampVerificationData.rfc3161Timestamps;
			stamp.signedTimestamp = flip(stamp.signedTimestamp, Buffer.from(stamp.signedTimestamp, "base64").length - 1);
		},
		/^invalid: its time of signing is not proven: timestamp could not be verified/,
		stamped,
	],
};
for (const [name, [change, expected, bundle]] of Object.entries(damaged))
	test(`a bundle with ${name}`, async () => assert.match(await verifyChanged(change, bundle), expected));

test("a log entry of another statement is invalid", async () => {
	const theirs: Json = JSON.parse(Buffer.from(await sigstore.sign({ ...statement, predicate: { a: 1 } })).toString());
	assert.match(
		await verifyChanged(({ verificationMaterial }) => {
			verificationMaterial.tlogEntries = theirs.verificationMaterial.tlogEntries;
		}),
		/^invalid: its entry of the transparency log is wrong: tlog entry signature mismatch/,
	);
});

test("a timestamp of another signature is invalid", async () => {
	const theirs: Json = JSON.parse(Buffer.from(await sigstore.sign(statement, {}, "github")).toString());
	assert.match(
		await verifyChanged(({ verificationMaterial }) => {
			verificationMaterial.timestampVerificationData = theirs.verificationMaterial.timestampVerificationData;
		}, stamped),
		/^invalid: its time of signing is not proven/,
	);
});

test("a certificate that was not valid at the time of signing is invalid", async () => {
	await using late = await startSigstore({ rekor: new Date(Date.now() + 60 * 60_000) });
	assert.match(
		summary(await verify(await late.sign(statement), late.trustedRoot)),
		/^invalid: its certificate is wrong: certificate is not valid or expired/,
	);
});

test("damaged JSON and a bundle of more than 4 MiB are invalid", async () => {
	assert.match(summary(await verify(good.subarray(0, -1))), /^invalid: it is not a bundle of Sigstore/);
	const large = Buffer.alloc((4 << 20) + 1, " ");
	large.set(good);
	assert.equal(summary(await verify(large)), "invalid: it is larger than 4 MiB");
	assert.equal(summary(await verify(large.subarray(0, -1))), "valid");
});

test("a certificate of another authority is unknown", async () => {
	const why = summary(await verify(await other.sign(statement)));
	assert.match(
		why,
		/^unknown: the trusted root lacks the authority of its certificate \(CN=sigstore, O=sigstore.mock\)/,
	);
});

test("a changed bundle of another authority is invalid, not unknown", async () => {
	const change = ({ dsseEnvelope }: Json) => (dsseEnvelope.payload = "e30=");
	assert.match(await verifyChanged(change, await other.sign(statement)), /^invalid: its signature does not match/);
});

const retire = (validFor: { end?: string } | undefined) => {
	if (validFor !== undefined) validFor.end = "2021-01-01T00:00:00Z";
};

const lacking: Readonly<Record<string, readonly [(root: TrustedRootJson) => void, RegExp, Uint8Array?]>> = {
	"transparency log": [
		(root) => (root.tlogs = other.roots().public.tlogs),
		/^unknown: the trusted root lacks the transparency log [0-9a-f]{12}$/,
	],
	"certificate log": [
		(root) => (root.ctlogs = other.roots().public.ctlogs),
		/^unknown: the trusted root lacks the certificate log [0-9a-f]{12}$/,
	],
	"timestamp authority": [
		(root) => (root.timestampAuthorities = []),
		/^unknown: the trusted root lacks its timestamp authority$/,
		stamped,
	],
	"authority, whose validity ended before the signature": [
		({ certificateAuthorities: [ca] }) => retire(ca?.validFor),
		/^unknown: the trusted root lacks an authority of that name .* at the time of signing$/,
	],
	"log, whose validity ended before the signature": [
		({ tlogs: [log] }) => retire(log?.publicKey.validFor),
		/^unknown: the trusted root lacks the transparency log/,
	],
	"certificate log, whose validity ended before the signature": [
		({ ctlogs: [log] }) => retire(log?.publicKey.validFor),
		/^unknown: the trusted root lacks the certificate log/,
	],
	"timestamp authority, whose validity ended before the signature": [
		({ timestampAuthorities: [tsa] }) => retire(tsa?.validFor),
		/^unknown: the trusted root lacks its timestamp authority/,
		stamped,
	],
};
for (const [name, [change, expected, bundle]] of Object.entries(lacking))
	test(`with a trusted root without its ${name}, a bundle is unknown`, async () =>
		assert.match(await verifyWith(change, bundle), expected));

test("a timestamp authority of the same name with another key is invalid", async () => {
	const theirs = other.roots().github.timestampAuthorities;
	assert.match(
		await verifyWith((root) => (root.timestampAuthorities = theirs), stamped),
		/^invalid: its time of signing/,
	);
});

test("a certificate without an SCT is invalid where the instance has certificate logs", async () => {
	const { ctlogs, tlogs } = sigstore.roots().public;
	assert.match(await verifyWith((root) => (root.ctlogs = ctlogs), stamped), /^invalid: .*expected 1 SCTs/);
	assert.match(await verifyWith((root) => (root.tlogs = tlogs), stamped), /^invalid: .*expected 1 tlog entries/);
});

test("a trusted root that cannot be used is an error with its file", async () => {
	const file = await sigstore.writeRoots();
	await assert.rejects(verify(good, file), /sign\/trusted-root.*it is empty/s);
	await writeFile(file, "{}\n{");
	await assert.rejects(verify(good, file), /cannot use the trusted root/);
	await assert.rejects(verify(good, `${file}.absent`), /cannot use the trusted root .*ENOENT/s);
});

test("a key signs without a log or a trusted root; another key, or a changed content, is invalid", async () => {
	const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const pem = publicKey.export({ format: "pem", type: "spki" }).toString();
	const payload = Buffer.from(JSON.stringify(statement));
	const payloadType = "application/vnd.in-toto+json";
	const encoded = Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} ${payload}`);
	const der = publicKey.export({ format: "der", type: "spki" });
	const bundleOf = (content: Buffer) =>
		Buffer.from(
			JSON.stringify({
				mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
				verificationMaterial: { publicKey: { hint: createHash("sha256").update(der).digest("base64") } },
				dsseEnvelope: {
					payload: content.toString("base64"),
					payloadType,
					signatures: [{ sig: sign("sha256", encoded, privateKey).toString("base64") }],
				},
			}),
		);
	const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "pem", type: "spki" });
	const check = (content: Buffer, ...keys: string[]) =>
		openBundleVerifier({ keys, env: {}, trustedRoot: "/absent" }).verify(bundleOf(content));
	assert.deepEqual(await check(payload, stranger.toString(), pem), {
		kind: "valid",
		signer: { kind: "key", key: pem },
		statement: payload,
	});
	for (const verdict of [await check(payload, stranger.toString()), await check(payload), await check(encoded, pem)])
		assert.equal(summary(verdict), "invalid: it was signed by another key, or its content was changed");
	await assert.rejects(check(payload, "no key"), /sign\/public-key/);
});

test("a timestamp whose time cannot be parsed is invalid, not a fault of ours", async () => {
	// 560 milliseconds are `.56` in DER, and @sigstore/core parses three digits only.
	await using odd = await startSigstore({ tsa: new Date(Math.floor(Date.now() / 1000) * 1000 + 560) });
	const bundle = await odd.sign(statement, {}, "github");
	assert.equal(summary(await verify(bundle, odd.trustedRoot)), "invalid: a time of signing in it cannot be read");
});
