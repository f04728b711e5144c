import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { identityAnnotations } from "../../src/model/service/image-identity.ts";
import { smokeCriteria } from "../../src/model/service/smoke-criteria.ts";
import type { SignedVerdict } from "../../src/model/signing/run-statement.ts";
import type { SmokeRecord } from "../../src/stages/shared/records/smoke-record.ts";
import { provenStanding } from "../../src/stages/shared/records/smoke-record.ts";
import { reusePolicy } from "../../src/stages/shared/reuse.ts";
import { openSignatures } from "../../src/stages/shared/signatures.ts";
import { publishedNeeds } from "../../src/stages/smoke/published-needs.ts";
import { holdingRegistry } from "../stages/registry.ts";
import { aPlan, aService } from "../support/documents.ts";
import { aSignedImage, openAuthority, ourSource, ourWorkflow, statementOf } from "../support/signed-runs.ts";

const platform = "linux/arm64";
const digest = `sha256:${"d".repeat(64)}`;
const db = `sha256:${"b".repeat(64)}`;

async function open() {
	const held = await holdingRegistry();
	const authority = openAuthority();
	const service = aService({ name: "api", image: `${held.host}/acme/api`, needs: ["db"] });
	const plan = { ...aPlan([service]), source: ourSource };
	const criteria = smokeCriteria(plan, service);
	const record: SmokeRecord = {
		...{ service: "api", verdict: "healthy", revision: "1".repeat(40), ...criteria, needs: { db } },
		...{ url: ourSource.url ?? "", repositoryId: ourSource.repositoryId ?? "" },
	};
	const verdict: SignedVerdict = { service: "api", platform, digest, verdict: "healthy", ...criteria, needs: { db } };
	const standing = async (records: readonly SmokeRecord[] = [record], needsImages?: Record<string, string>) => {
		const policy = reusePolicy({ source: ourSource }, true, {});
		const signatures = openSignatures(policy, { registry: openRegistry(), verifier: authority.verifier });
		return provenStanding(records, { plan, service, platform, digest, needsImages }, signatures);
	};
	const attach = (own: Partial<SignedVerdict> = {}, by = authority, signer = ourWorkflow) =>
		held.attach(
			service.image,
			digest,
			by.sign(statementOf({ verdicts: [{ ...verdict, ...own }], subjects: [digest] }), signer),
		);
	return {
		...{ held, authority, plan, service, record, standing, attach },
		[Symbol.asyncDispose]: () => held[Symbol.asyncDispose](),
	};
}

const passed = { kind: "passed", revision: "1".repeat(40) };
const notOurs = (why: string) => ({
	kind: "unknown",
	why: `a verdict was found, but is not ours: ${why}`,
	unproven: true,
});

test("a recorded verdict counts if a run of ours signed the same", async () => {
	await using world = await open();
	world.attach();
	assert.deepEqual(await world.standing(), passed);
	assert.deepEqual(await world.standing([world.record], { db }), passed);
});

test("a recorded verdict without a signature is not ours", async () => {
	await using world = await open();
	assert.deepEqual(await world.standing(), notOurs("it is not signed"));
});

describe("a recorded verdict is not ours if the signed one has", () => {
	for (const [name, claims, why] of [
		["another service", { service: "web" }, "its signature has no verdict on it"],
		["another platform", { platform: "linux/amd64" }, "its signature has no verdict on it"],
		["another digest", { digest: db }, "its signature has no verdict on it"],
		["other checks", { hash: "0".repeat(16) }, "it was signed for other checks or needs"],
		["other needs", { needs: { db: digest } }, "it was signed for other checks or needs"],
		["no needs", { needs: {} }, "it was signed for other checks or needs"],
		["another verdict", { verdict: "unhealthy" }, "it was signed as unhealthy"],
	] as const)
		test(name, async () => {
			await using world = await open();
			world.attach(claims);
			assert.deepEqual(await world.standing(), notOurs(why));
		});
	test("another signer", async () => {
		await using world = await open();
		world.attach({}, world.authority, {
			...ourWorkflow,
			repositoryId: "8",
			repository: "https://github.com/mallory/shop",
		});
		assert.deepEqual(await world.standing(), notOurs("it was signed for https://github.com/mallory/shop"));
	});
});

test("a forged record over a signed one hides it not; an unhealthy one needs no signature", async () => {
	await using world = await open();
	const { record, standing, attach } = world;
	attach();
	const forged = { ...record, revision: "6".repeat(40), needs: { db: digest } };
	assert.deepEqual(await standing([forged, record]), passed);
	assert.equal((await standing([{ ...forged, verdict: "unhealthy" }, record])).kind, "failed");
});

test("a verdict that an unknown authority signed is smoked again, and the plan says why", async () => {
	await using world = await open();
	world.attach({}, openAuthority());
	const why = "its signature cannot be verified, the trusted root has no such authority: the signature may be good";
	assert.deepEqual(await world.standing(), notOurs(why));
});

test("a need is run from its published image only if a run of ours is proven to have built it", async () => {
	await using held = await holdingRegistry();
	const authority = openAuthority();
	const need = aService({ name: "db", image: `${held.host}/acme/db`, floating: ["type=raw,value=latest"] });
	const api = aService({ name: "api", image: `${held.host}/acme/api`, needs: ["db"] });
	const plan = { ...aPlan([api, need]), source: ourSource };
	const ref = `${need.image}:latest`;
	const { url, repositoryId } = ourSource;
	const identity = { service: "db", platform, fingerprint: "any", url: url ?? "", repositoryId: repositoryId ?? "" };
	held.put(ref, platform, "db", { annotations: identityAnnotations(identity) });
	const wanted = [{ service: "api", platform, ref: api.image, digest }];
	const find = async () => {
		const lines: string[] = [];
		const sources = { registry: openRegistry(), verifier: authority.verifier };
		const signatures = openSignatures(reusePolicy({ source: ourSource }, true, {}), sources);
		const context = { plan, registry: openRegistry(), signatures, log: (line: string) => lines.push(line) };
		const found = await publishedNeeds(context, wanted, wanted);
		return { services: found.map(({ service }) => service), lines };
	};
	assert.deepEqual(await find(), { services: [], lines: [`${ref} was found, but is not ours: it is not signed`] });
	const images = [aSignedImage({ service: "db", digest: held.digestOf(ref) })];
	held.attach(need.image, held.digestOf(ref), openAuthority().sign(statementOf({ images })));
	const unknown = await find();
	assert.deepEqual(unknown.services, []);
	assert.match(unknown.lines.join(), /cannot be verified, .* \[sign\/cannot-verify\]/);
	held.attach(need.image, held.digestOf(ref), authority.sign(statementOf({ images })));
	assert.deepEqual(await find(), { services: ["db"], lines: [] });
});
