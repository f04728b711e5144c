import assert from "node:assert/strict";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { mediaTypes, sha256 } from "../../src/model/oci/manifest.ts";
import { findPrevious } from "../../src/stages/plan/published-images.ts";
import { reply, serve } from "../registry/server.ts";
import { aPlan, aService } from "../support/documents.ts";

test("a platform that is new in the catalog was never published, although the floating tag exists", async () => {
	const child = { mediaType: mediaTypes.manifest, digest: `sha256:${"1".repeat(64)}`, size: 2 };
	const manifests = [{ ...child, platform: { os: "linux", architecture: "arm64" } }];
	const index = JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.index, manifests });
	await using server = await serve((_, response) =>
		reply(response, 200, index, { "docker-content-digest": sha256(Buffer.from(index)) }),
	);
	const service = aService({ name: "api", image: `${server.host}/api`, floating: ["type=raw,value=latest"] });
	const { source, project } = aPlan([service]);
	const catalog = {
		version: 1,
		project,
		file: "lucid.yml",
		root: "/",
		registry: "r",
		network: { name: "n" },
		phases: [],
	} as const;
	const find = (platform: string) =>
		findPrevious({ registry: openRegistry(), signatures: undefined }, service, platform, {
			source,
			catalog: { ...catalog, services: [service], planned: [], externals: [] },
		});
	assert.equal(await find("linux/amd64"), undefined);
	assert.deepEqual(server.lines(), ["GET /v2/api/manifests/latest"]);
});
