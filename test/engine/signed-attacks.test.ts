import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { parse } from "yaml";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { BuildResult } from "../../src/model/documents/build.ts";
import type { Plan, PlannedImage } from "../../src/model/documents/plan.ts";
import type { PublishedService, PublishResult } from "../../src/model/documents/publish.ts";
import type { SignResult } from "../../src/model/documents/sign.ts";
import type { SmokeResult } from "../../src/model/documents/smoke.ts";
import type { HostResult } from "../../src/model/documents/verify-host.ts";
import { mediaTypes } from "../../src/model/oci/manifest.ts";
import { repositoryOf } from "../../src/model/oci/reference.ts";
import { identityAnnotations } from "../../src/model/service/image-identity.ts";
import { buildRecipe } from "../../src/model/service/recipe.ts";
import { smokeCriteria } from "../../src/model/service/smoke-criteria.ts";
import { bundleAnnotations, bundleType } from "../../src/model/signing/bundle-artifact.ts";
import { writeRunStatement } from "../../src/model/signing/run-statement.ts";
import { ledgerTags, readLedger, writeLedger } from "../../src/stages/shared/records/publication-ledger.ts";
import { writeSmokeRecord } from "../../src/stages/shared/records/smoke-record.ts";
import {
	basesOf,
	bundlesOn,
	identity,
	openSignedJobs,
	passes,
	type SignedJobs,
	type SignedRun,
	statementsOn,
} from "../support/signed-jobs.ts";
import type { Claims } from "../support/sigstore/claims.ts";
import { type PlayedSigstore, startSigstore } from "../support/sigstore/played-sigstore.ts";
import { native, programs, python } from "../support/staged.ts";

// The attacker may write to the registry, and has GitHub repositories and workflows of their own. No more.
const registry = openRegistry();
const source = { url: "https://github.com/lucid/lucid", repositoryId: "github.com/1296269" };
const impostor = "b".repeat(40);
const ownFile = "lucid/lucid/.github/workflows/images.yml@refs/heads/main";
const ourFile = "lucid/build-action/.github/workflows/build-signed.yml";

/** Services with one forged image each, and why it does not count. The signature of `control` is a good one. */
const forgeries: Readonly<Record<string, { readonly claims?: Claims; readonly why?: string | RegExp }>> = {
	control: { claims: {} },
	"hand-made": { why: "it is not signed" },
	borrowed: { why: "its signature is about other images" },
	namesake: { claims: { repository_id: "99" }, why: "it was signed for https://github.com/lucid/lucid" },
	"own-workflow": {
		claims: { job_workflow_ref: ownFile },
		why: `https://github.com/${ownFile} signed it, not this action's own workflow`,
	},
	impostor: {
		claims: { job_workflow_ref: `${ourFile}@${impostor}`, job_workflow_sha: impostor },
		why: `its workflow was at ${impostor}, which is not a release`,
	},
	"self-hosted": { claims: { runner_environment: "self-hosted" }, why: "it was signed on a self-hosted runner" },
	unknown: { claims: {} },
};
const scratch = [...Object.keys(forgeries), "swapped"];

let jobs: SignedJobs;
let elsewhere: PlayedSigstore;
let first: PublishResult;

before(async () => {
	[elsewhere, jobs] = await Promise.all([
		startSigstore(),
		openSignedJobs((host, namespace) => ({
			"lucid.yml": `version: 1
project: attacked
registry: ${namespace}
defaults:
  platforms: [${native}]
  tags: ["type=sha,prefix="]
  floating: ["type=raw,value=latest,enable={{is_default_branch}}"]
services:
  api: { context: base, command: [/app/server.py], ports: [8080], health: /health }
  worker: { context: base, command: [/app/worker.py], policy: { smoke: "off" } }
${scratch.map((name) => `  ${name}: { context: ${name}, policy: { smoke: "off" } }`).join("\n")}
`,
			"base/Dockerfile": `${python.replace("FROM gcr.io", `FROM ${basesOf(host)}`)}EXPOSE 8080\n`,
			"base/app/server.py": programs["base/app/server.py"],
			"base/app/worker.py": programs["base/app/worker.py"],
			...filesOf("first"),
		})),
	]);
	const run = await jobs.openRun("201");
	for (const stage of ["plan", "build", "smoke", "sign", "publish"] as const) passes(await run[stage]());
	first = await run.read<PublishResult>("publish");
	// As in a clone.
	await jobs.shop.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
});
after(async () => {
	await jobs?.[Symbol.asyncDispose]();
	await elsewhere?.[Symbol.asyncDispose]();
});

const filesOf = (content: string) =>
	Object.fromEntries(
		scratch.flatMap((name) => [
			[`${name}/Dockerfile`, "FROM scratch\nCOPY a /a\nUSER 65532:65532\n"],
			[`${name}/a`, `${content}\n`],
		]),
	);

/** Writes as anyone with the right to push can: without this program, so under any tag. */
async function put(ref: string, manifest: unknown): Promise<string> {
	const [, host = "", name = "", tag = ""] = /^([^/]+)\/(.+):([^:]+)$/.exec(ref) ?? [];
	const body = typeof manifest === "string" ? manifest : JSON.stringify(manifest);
	const headers = { "content-type": (JSON.parse(body) as { mediaType: string }).mediaType };
	const response = await fetch(`http://${host}/v2/${name}/manifests/${tag}`, { method: "PUT", headers, body });
	assert.equal(response.status, 201, await response.text());
	return response.headers.get("docker-content-digest") ?? assert.fail();
}

/** Puts a hand-made image with the right annotations under the content tag of a planned one. */
async function forge(planned: PlannedImage): Promise<string> {
	const [os, architecture] = native.split("/");
	const config = await registry.putBlob(
		repositoryOf(planned.contentRef),
		Buffer.from(JSON.stringify({ os, architecture, rootfs: { type: "layers", diff_ids: [] } })),
	);
	return put(planned.contentRef, {
		...{ schemaVersion: 2, mediaType: mediaTypes.manifest, layers: [] },
		config: { ...config, mediaType: "application/vnd.oci.image.config.v1+json" },
		annotations: { ...identityAnnotations({ ...planned, ...source }), nonce: randomBytes(4).toString("hex") },
	});
}

/** A statement that says all that is needed about a forged image, signed with an identity of the attacker's. */
async function signForged(planned: PlannedImage, digest: string, claims: Claims): Promise<Uint8Array> {
	const { service, platform, fingerprint, contentRef } = planned;
	const builder = { runner: "github-hosted" } as const;
	const image = { service, platform, digest, fingerprint, recipe: buildRecipe, components: {}, builder };
	const statement = writeRunStatement(
		{
			source: { ...source, revision: "1".repeat(40), ref: "refs/heads/main", event: "push" },
			subjects: [{ name: repositoryOf(contentRef), digest }],
			content: { images: [{ ...image, outcome: "built" }], verdicts: [], indexes: [] },
		},
		{ builder: `https://github.com/${ourFile}@refs/tags/v1` },
	);
	const by = service === "unknown" ? elsewhere : jobs.sigstore;
	return by.sign(statement, { ...identity, ...claims });
}

async function attach(repository: string, digest: string, bytes: Uint8Array): Promise<void> {
	const subject = (await registry.head(`${repository}@${digest}`)) ?? assert.fail();
	const annotations = bundleAnnotations(bytes, "2026-12-01T00:00:00Z");
	await registry.attach(repository, subject, { artifactType: bundleType, bytes, annotations });
}

const rowOf = ({ services }: PublishResult, name: string): PublishedService =>
	services.find(({ service }) => service === name) ?? assert.fail(name);
const signedRow = ({ services }: SignResult, name: string) =>
	services.find(({ service }) => service === name) ?? assert.fail(name);
const imageOf = ({ images }: Plan, name: string): PlannedImage =>
	images.find(({ service }) => service === name) ?? assert.fail(name);
const repositoryIn = (name: string) => `${jobs.namespace}/${name}`;
const latestOf = async (name: string) => (await registry.head(`${repositoryIn(name)}:latest`))?.digest;

let second: SignedRun;
const forged: Record<string, string> = {};

test("a forged image under a content tag is built again, with the reason, unless a signature of ours lists it", async () => {
	await jobs.shop.write({ ...filesOf("second"), "base/app/server.py": `${programs["base/app/server.py"]}# second\n` });
	second = await jobs.openRun("202");
	passes(await second.plan());
	const before = await second.read<Plan>("plan");
	for (const [name, { claims }] of Object.entries(forgeries)) {
		const planned = imageOf(before, name);
		const digest = await forge(planned);
		forged[name] = digest;
		if (claims !== undefined) await attach(repositoryIn(name), digest, await signForged(planned, digest, claims));
	}
	const [genuine] = await bundlesOn(repositoryIn("borrowed"), rowOf(first, "borrowed").digest ?? "");
	await attach(repositoryIn("borrowed"), forged.borrowed ?? "", genuine ?? assert.fail());

	const { exitCode, text } = await second.plan();
	const plan = await second.read<Plan>("plan");
	assert.equal(imageOf(plan, "control").decision.kind, "unchanged", "only signatures hold the forgeries back");
	for (const [name, { why }] of Object.entries(forgeries)) {
		if (why === undefined) continue;
		const { decision, contentRef } = imageOf(plan, name);
		assert.equal(decision.kind, "build", name);
		assert.equal(decision.reasons[0]?.detail, `${contentRef} was found, but is not ours: ${why}`);
	}
	const { decision } = imageOf(plan, "unknown");
	assert.equal(decision.kind, "blocked", "it may be good, so it is not built again");
	assert.deepEqual(decision.kind === "blocked" && decision.problems.map(({ code }) => code), ["sign/cannot-verify"]);
	assert.notEqual(exitCode, 0);
	assert.match(text, /refresh the trusted root/);
});

test("an image that is exchanged between build and sign is neither signed nor tagged", async () => {
	await second.build();
	const plan = await second.read<Plan>("plan");
	forged.swapped = await forge(imageOf(plan, "swapped"));
	// For the next test.
	await forgeVerdict(plan, (await second.read<BuildResult>("build")).images);
	await second.sign();
	const row = signedRow(await second.read("sign"), "swapped");
	assert.equal(row.outcome, "skipped");
	assert.match(row.reason ?? "", /this run's build pushed sha256:\w+: something else overwrote it/);
	assert.equal((await second.publish("registry")).exitCode, 1);
	assert.equal(rowOf(await second.read("publish"), "swapped").outcome, "failed");
	assert.equal(await latestOf("swapped"), rowOf(first, "swapped").digest);
});

test("a forged verdict of smoke in the registry neither signs nor floats an image, and smoke tries it", async () => {
	const { outcome, reason } = signedRow(await second.read("sign"), "api");
	assert.equal(outcome, "skipped");
	assert.match(reason ?? "", /; a verdict was found, but is not ours: it is not signed$/);
	const { tags } = rowOf(await second.read("publish"), "api");
	const floating = tags.find(({ kind }) => kind === "floating");
	assert.equal(floating?.state, "held");
	assert.match(floating.why ?? "", /; a verdict was found, but is not ours: its signature has no verdict on it/);
	assert.equal(await latestOf("api"), rowOf(first, "api").digest);

	await second.smoke();
	const smoked = (await second.read<SmokeResult>("smoke")).services.find(({ service }) => service === "api");
	assert.deepEqual([smoked?.verdict, smoked?.passedBefore], ["healthy", undefined]);
	await second.sign();
	await second.publish();
	assert.equal(await latestOf("api"), rowOf(await second.read("publish"), "api").digest);
});

/** A record as smoke writes it, on the image that this run built of `api`. */
async function forgeVerdict(plan: Plan, built: BuildResult["images"]): Promise<void> {
	const { digest = "" } = built.find(({ service }) => service === "api") ?? {};
	const service = plan.services.find(({ name }) => name === "api") ?? assert.fail();
	await writeSmokeRecord(registry, service.image, digest, {
		...{ service: "api", verdict: "healthy", revision: plan.source.revision, needs: {} },
		...{ ...source, ...smokeCriteria(plan, service) },
	});
}

test("no forged image was signed or tagged by the run that found it, and each honest one was", async () => {
	const published = await second.read<PublishResult>("publish");
	for (const [name, { why }] of Object.entries(forgeries)) {
		if (why === undefined) continue;
		const row = rowOf(published, name);
		// By the first of the two publications.
		assert.equal(row.outcome, "unchanged", name);
		assert.equal(row.signer, "build-signed.yml@v1 of lucid/lucid on main (push)");
		assert.equal(await latestOf(name), row.digest);
	}
	assert.equal(rowOf(published, "unknown").outcome, "failed");
	const [statement] = await statementsOn(repositoryIn("api"), rowOf(published, "api").digest ?? "");
	const signed = statement?.subjects.map(({ digest }) => digest) ?? [];
	const { control: _, ...bad } = forged;
	for (const [name, digest] of Object.entries(bad)) {
		assert.ok(!signed.includes(digest), name);
		const index = await registry.manifest(`${repositoryIn(name)}:latest`);
		assert.doesNotMatch(new TextDecoder().decode(index?.bytes), new RegExp(digest), name);
	}
});

/** Of the services named, with required signatures, outside of GitHub. */
async function verifyHost(...services: readonly string[]) {
	const out = path.join(jobs.folder, "host");
	const requests = jobs.sigstore.requests.length;
	const { exitCode, text } = await jobs.lucid(["verify-host", "--require-signed", `--out=${out}`, ...services]);
	assert.equal(jobs.sigstore.requests.length, requests, "verification needs no other server than the registry");
	const { images, smoke } = JSON.parse(await readFile(path.join(out, "verify-host.json"), "utf8")) as HostResult;
	return { exitCode, text, images, started: smoke.services.map(({ service }) => service) };
}

/** Moves `latest` of a service, with its ledger or without. */
async function moveLatest(name: string, index: string, withLedger: boolean): Promise<string> {
	const digest = await put(`${repositoryIn(name)}:latest`, index);
	for (const tag of withLedger ? ledgerTags("latest", 2) : []) {
		const ref = `${repositoryIn(name)}:${tag}`;
		const entry = readLedger((await registry.manifest(ref)) ?? assert.fail(), tag);
		await put(ref, new TextDecoder().decode(writeLedger({ ...entry, digest })));
	}
	return digest;
}

const indexOf = async (name: string, digest: string) =>
	new TextDecoder().decode((await registry.manifest(`${repositoryIn(name)}@${digest}`))?.bytes);

test("a machine starts what is signed, and reports a tag that was moved to an older or an unsigned index", async () => {
	const published = await second.read<PublishResult>("publish");
	const [older, current] = [rowOf(first, "api").digest ?? "", rowOf(published, "api").digest ?? ""];
	assert.notEqual(older, current);
	const [api, worker] = ["api", "worker"].map((name) => `${repositoryIn(name)}:latest`);
	for (const ref of [api, worker]) await exec(["docker", "pull", "--quiet", ref ?? ""]);
	const honest = await verifyHost("api");
	assert.equal(honest.exitCode, 0, honest.text);
	assert.match(honest.text, /Present: .*, signed by build-signed\.yml@v1 of lucid\/lucid on main \(push\)/);
	assert.deepEqual(honest.started, ["api"]);

	await moveLatest("api", await indexOf("api", older), false);
	const unsigned = JSON.parse(await indexOf("worker", (await latestOf("worker")) ?? "")) as { annotations?: object };
	// The same images: only the signature is missing.
	await moveLatest("worker", JSON.stringify({ ...unsigned, annotations: { forged: "yes" } }), true);
	await exec(["docker", "pull", "--quiet", worker ?? ""]);
	const attacked = await verifyHost("api", "worker");
	assert.equal(attacked.exitCode, 1);
	assert.deepEqual(
		attacked.images.map(({ service, state }) => [service, state]),
		[
			["api", "foreign"],
			["worker", "unsigned"],
		],
	);
	assert.match(attacked.text, new RegExp(`Not ours: .*: latest was at ${older}, but its ledger has ${current}`));
	assert.match(attacked.text, /Unsigned: .*worker:latest is .*: it is not signed/);
	assert.deepEqual(attacked.started, []);
});

test("the next publication reports the moved tag and repairs it, and its compose.yml leaves out what is not signed", async () => {
	const [older, current] = [rowOf(first, "api").digest, rowOf(await second.read("publish"), "api").digest];
	const third = await jobs.openRun("203");
	passes(await third.plan("api"));
	assert.equal(imageOf(await third.read("plan"), "api").decision.kind, "unchanged");
	passes(await third.publish("registry"));
	const row = rowOf(await third.read("publish"), "api");
	assert.match(row.warnings?.join() ?? "", new RegExp(`latest was at ${older}, but its ledger has ${current}`));
	assert.equal(await latestOf("api"), current);
	const compose = await third.compose();
	assert.match(compose, /^# .*`docker compose pull && lucid verify-host --require-signed`/m);
	assert.match(compose, /^# Left out: worker: .*\/worker@sha256:\w+ does not count: it is not signed\.$/m);
	assert.deepEqual(Object.keys((parse(compose) as { services: object }).services), ["api"]);
});
