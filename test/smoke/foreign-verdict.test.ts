import assert from "node:assert/strict";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { identityAnnotations } from "../../src/model/service/image-identity.ts";
import { smokeCriteria } from "../../src/model/service/smoke-criteria.ts";
import { type SmokeRecord, standingFromRecords } from "../../src/stages/shared/records/smoke-record.ts";
import { publishedNeeds } from "../../src/stages/smoke/published-needs.ts";
import { holdingRegistry } from "../stages/registry.ts";
import { aPlan, aService } from "../support/documents.ts";

const url = "https://github.com/acme/shop";

test("a verdict counts only if it is of the same source repository, and the plan says whose it is", () => {
	const service = aService({ name: "api" });
	const base = aPlan([service]);
	const plan = { ...base, source: { ...base.source, url, repositoryId: "github.com/7" } };
	const record: SmokeRecord = {
		...{ service: "api", verdict: "healthy", revision: "1", ...smokeCriteria(plan, service) },
		...{ url, repositoryId: "github.com/7" },
	};
	const standing = (own: Partial<SmokeRecord>) => standingFromRecords([{ ...record, ...own }], { plan, service });
	assert.equal(standing({}).kind, "passed");
	assert.equal(standing({ url: "https://github.com/acme/old-name" }).kind, "passed", "renamed");
	assert.deepEqual(standing({ repositoryId: "github.com/8" }), {
		kind: "unknown",
		why: `a verdict was found, but is not ours: it belongs to ${url}`,
	});
	const { url: _, repositoryId: __, ...unstated } = record;
	assert.deepEqual(standingFromRecords([unstated], { plan, service }), {
		kind: "unknown",
		why: "a verdict was found, but is not ours: it does not state its source repository",
	});
});

test("a need is run from its published image only if that states the same service, platform and repository", async () => {
	await using held = await holdingRegistry();
	const db = aService({ name: "db", image: `${held.host}/test/db`, floating: ["type=raw,value=latest"] });
	const api = aService({ name: "api", image: `${held.host}/test/api`, needs: ["db"] });
	const base = aPlan([api, db]);
	const plan = { ...base, source: { ...base.source, url } };
	const platform = "linux/arm64";
	const digest = `sha256:${"1".repeat(64)}`;
	const wanted = [{ service: "api", platform, ref: api.image, digest }];
	const own = { service: "db", platform, fingerprint: "any", url };
	const find = async (identity: typeof own) => {
		held.put(`${db.image}:latest`, platform, "db", { annotations: identityAnnotations(identity) });
		const lines: string[] = [];
		const context = { plan, registry: openRegistry(), signatures: undefined, log: (line: string) => lines.push(line) };
		const found = await publishedNeeds(context, wanted, wanted);
		return { services: found.map(({ service }) => service), lines };
	};
	assert.deepEqual(await find(own), { services: ["db"], lines: [] });
	for (const [forged, why] of [
		[{ ...own, service: "web" }, "it is an image of the service web"],
		[{ ...own, platform: "linux/amd64" }, "it was built for linux/amd64"],
		[{ ...own, url: "https://github.com/mallory/shop" }, "it belongs to https://github.com/mallory/shop"],
	] as const)
		assert.deepEqual(await find(forged), {
			services: [],
			lines: [`${db.image}:latest was found, but is not ours: ${why}`],
		});
});
