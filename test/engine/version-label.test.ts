import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { PublishedService, PublishResult } from "../../src/model/documents/publish.ts";
import { relabelTag } from "../../src/stages/publish/tags/relabel.ts";
import { openShipped, type Shipped } from "../support/shipped.ts";

/**
 * docker/metadata-action#461 and many like it: the label of an image says the version of another build, or of another
 * component.
 */

const key = "org.opencontainers.image.version";
const registry = openRegistry();

const open = (mode: "identical" | "relabel") =>
	openShipped(`label-${mode}`, {
		"lucid.yml": `version: 1
project: labels
defaults:
  policy: { smoke: "off", verify: advisory, version: ${mode} }
  labels: { com.acme.release: "{{version}}" }
  tags: ["type=sha,prefix=", "type=semver,pattern={{version}},match={{name}}/v(.*)"]
  floating: [latest, "type=semver,pattern={{major}}.{{minor}},match={{name}}/v(.*)"]
services:
  api: { context: api }
`,
		"api/Dockerfile": "FROM scratch\nCOPY a /a\nENV A=1\nEXPOSE 8080\nUSER 65532:65532\n",
		"api/a": "a\n",
	});

/** What a tag names: its index, its annotation, the platform's image and its labels. */
async function at({ prefix }: Shipped, tag: string) {
	const image = `${prefix}/api`;
	const index = (await registry.manifest(`${image}:${tag}`)) ?? assert.fail(`no ${tag}`);
	const facts = (await registry.imageFacts(`${image}:${tag}`, "linux/arm64")) ?? assert.fail();
	const { labels, digest, layers, settings, attestations } = facts;
	return {
		...{ index: index.descriptor.digest, annotation: index.content.annotations[key], digest, labels, settings },
		...{ layers: layers.map((layer) => layer.digest), attestations: attestations.length },
	};
}

interface Ran {
	readonly plan: Plan;
	readonly publish: PublishResult;
}
const run = async (shipped: Shipped, ...args: string[]): Promise<PublishedService> => {
	const { publish } = await shipped.lucid<Ran>("run", "--smoke=off", "--no-require-smoke", ...args);
	return publish.services[0] ?? assert.fail();
};
const states = ({ tags }: PublishedService) => tags.map(({ tag, state }) => `${tag} ${state}`);

describe("a release's version", () => {
	test("identical: is on the release's index alone, over the same image as the branch; no tag moves back and forth", async () => {
		await using shipped = await open("identical");
		const commit = (await shipped.repo.commit()).slice(0, 7);
		await run(shipped);
		const branch = await at(shipped, "latest");
		assert.equal(branch.labels[key], undefined, "a branch has no version");
		assert.equal(branch.labels["com.acme.release"], undefined);
		assert.equal(branch.annotation, undefined);

		const released = await run(shipped, "--event=tag:api/v1.2.0");
		assert.deepEqual(states(released), ["1.2.0 written", `${commit} present`, "1.2 written", "latest present"]);
		const release = await at(shipped, "1.2.0");
		assert.equal(release.annotation, "1.2.0", "not api/v1.2.0");
		assert.equal(release.digest, branch.digest, "the manifest that was built");
		assert.notEqual(release.index, branch.index);
		assert.deepEqual(released.release, { version: "1.2.0", digest: release.index });
		assert.equal(released.digest, branch.index);
		assert.deepEqual(await at(shipped, "1.2"), release);

		assert.deepEqual(states(await run(shipped)), [`${commit} present`, "latest present"]);
		assert.deepEqual(await at(shipped, "latest"), branch);
		assert.deepEqual(await at(shipped, "1.2"), release);
		await run(shipped, "--event=tag:api/v1.3.0");
		assert.equal((await at(shipped, "1.3.0")).annotation, "1.3.0", "the same image in the next release");
		assert.deepEqual(await at(shipped, "1.2.0"), release);
	});

	test("relabel: is a label of an image over the same layers, for the tags of the version alone; no tag moves back and forth", async () => {
		await using shipped = await open("relabel");
		const commit = (await shipped.repo.commit()).slice(0, 7);
		await run(shipped, "--provenance=min");
		const branch = await at(shipped, "latest");
		assert.equal(branch.attestations, 1);

		const released = await run(shipped, "--provenance=min", "--event=tag:api/v1.2.0");
		assert.deepEqual(states(released), ["1.2.0 written", `${commit} present`, "1.2 written", "latest present"]);
		const release = await at(shipped, "1.2.0");
		assert.equal(release.labels[key], "1.2.0");
		assert.equal(release.labels["com.acme.release"], "1.2.0", "the catalog's own label, too");
		assert.equal(release.annotation, "1.2.0");
		assert.deepEqual(release.layers, branch.layers);
		assert.deepEqual(release.settings, branch.settings);
		assert.notEqual(release.digest, branch.digest);
		assert.equal(release.attestations, 0);
		const relabelled = [{ platform: "linux/arm64", from: branch.digest, digest: release.digest }];
		assert.deepEqual(released.release, {
			...{ version: "1.2.0", digest: release.index, relabelled, attestations: "left out" },
		});
		const record = await registry.manifest(`${shipped.prefix}/api:${relabelTag(release.digest)}`);
		assert.equal(record?.content.annotations["com.lucid.relabel.from"], branch.digest);
		assert.equal(record?.content.annotations["com.lucid.relabel.to"], release.digest);
		assert.deepEqual(await at(shipped, "latest"), branch);

		assert.deepEqual(states(await run(shipped, "--provenance=min")), [`${commit} present`, "latest present"]);
		const again = await run(shipped, "--provenance=min", "--event=tag:api/v1.2.0");
		assert.deepEqual(states(again), ["1.2.0 present", `${commit} present`, "1.2 present", "latest present"]);
		assert.deepEqual(await at(shipped, "1.2"), release);

		// The catalog changes its mind: the images are the same ones, so the tag is not a conflict.
		await shipped.repo.write({ "lucid.yml": (await read(shipped)).replace("version: relabel", "version: identical") });
		const other = await run(shipped, "--allow-dirty", "--event=tag:api/v1.2.0");
		assert.ok(states(other).includes("1.2.0 kept"), states(other).join());
	});
});

const read = async ({ repo }: Shipped) => repo.git("show", "HEAD:lucid.yml");
