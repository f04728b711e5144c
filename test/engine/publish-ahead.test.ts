import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { makeContext } from "../../src/entrypoints/run-stage.ts";
import type { PlannedImage } from "../../src/model/documents/plan.ts";
import type { Service } from "../../src/model/service/service.ts";
import { parseOptions } from "../../src/options/parse-options.ts";
import { publishEarly } from "../../src/stages/publish/publish-early.ts";
import { runPublish } from "../../src/stages/publish/run-publish.ts";
import { publishedDigests } from "../../src/stages/verify/verify-built.ts";
import { buildOf, planOf, pushImage, service, smoked, smokeOf } from "../publish/fixture.ts";
import { openShipped } from "../support/shipped.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const registry = openRegistry();
const floats = { immutable: ["sha-2"], floating: ["latest"] };

/** A plan for the second commit, in which `api` is as the first one published it, and `web` is to be built. */
async function secondCommit(api: Service, web: Service, first: "smoked" | "unsmoked" | "unpublished") {
	const built = await pushImage(registry, api, { content: "a" });
	const published = planOf([api], "1", { api: { immutable: ["sha-1"], floating: ["latest"] } });
	const requireSmoke = first === "smoked";
	if (first !== "unpublished")
		await runPublish({
			...{ registry, plan: published, build: buildOf([built]), options: { requireSmoke } },
			...(requireSmoke && { smoke: smokeOf([smoked(built)]) }),
			compareCommits: async () => "newer" as const,
		});
	const image = (of: Service, decision: PlannedImage["decision"]): PlannedImage => ({
		...{ service: of.name, platform: "linux/arm64", fingerprint: "f", contentRef: built.contentRef, decision },
		...{ components: [], bases: [], from: {}, args: {}, volatileArgs: [] },
	});
	const there = { kind: "unchanged", digest: built.digest ?? "", size: 1, reasons: [] } as const;
	return planOf(
		[api, web],
		"2",
		{ api: floats, web: floats },
		{
			images: [image(api, there), image(web, { kind: "build", reasons: [] })],
			root: process.cwd(),
		},
	);
}

describe("while others are built", () => {
	const fresh = (name: string, more: Partial<Service> = {}) =>
		service(name, `${host}/lucid-test/${name}-${randomBytes(4).toString("hex")}`, { floating: ["latest"], ...more });
	const ahead = async (plan: Awaited<ReturnType<typeof secondCommit>>, raw: Readonly<Record<string, string>> = {}) => {
		const world = makeContext({ progress: () => {}, log: () => {}, signal: new AbortController().signal });
		const options = parseOptions(raw, world);
		return publishEarly(options, world, registry, {
			plan,
			published: publishedDigests(registry, plan, plan.selected),
		});
	};

	test("what is published already and passed gets the commit's tags; what is to be built waits", async () => {
		const plan = await secondCommit(fresh("api"), fresh("web"), "smoked");
		const result = await ahead(plan, { "allow-unordered": "true" });
		assert.deepEqual(
			result?.services.map(({ service: name, outcome, tags }) => [
				name,
				outcome,
				tags.map(({ tag, state }) => `${tag} ${state}`),
			]),
			[["api", "published", ["sha-2 written", "latest present"]]],
		);
	});

	test("what smoke or verification has yet to speak about waits, and so does all where nothing is built", async () => {
		const [api, web] = [fresh("api", { needs: ["web"] }), fresh("web")];
		assert.equal(await ahead(await secondCommit(fresh("api"), web, "unsmoked")), undefined, "never passed");
		assert.equal(await ahead(await secondCommit(fresh("api"), web, "unpublished")), undefined, "never verified");
		const plan = await secondCommit(api, web, "smoked");
		assert.equal(await ahead(plan, { smoke: "all" }), undefined, "is to be smoked again");
		const needs = plan.services;
		assert.equal(await ahead({ ...plan, services: needs }, { smoke: "dependents" }), undefined, "needs what is built");
		assert.ok(await ahead({ ...plan, services: needs }, { smoke: "changed" }));
		const still = plan.images.filter(({ service: name }) => name === "api");
		assert.equal(await ahead({ ...plan, images: still, selected: ["api"], services: [api] }), undefined);
	});
});

test("lucid run writes the tags of what did not change before a long build has come to its end", async () => {
	await using shipped = await openShipped("ahead", {
		"lucid.yml": `version: 1
project: ahead
defaults: { policy: { smoke: "off" } }
services:
  quick: { context: quick }
  slow: { context: slow }
`,
		"quick/Dockerfile": "FROM scratch\nCOPY f /f\nUSER 65532:65532\n",
		"quick/f": "f\n",
		"slow/Dockerfile": `FROM --platform=$BUILDPLATFORM python:3.11-slim AS made
COPY f /out/f
RUN sleep $(cat /out/f)
FROM scratch
COPY --from=made /out/f /f
USER 65532:65532
`,
		"slow/f": "0\n",
	});
	const run = () => shipped.lucid<{ publish: { services: readonly { service: string; outcome: string }[] } }>("run");
	await shipped.repo.commit();
	await run();
	await shipped.repo.write({ "slow/f": "4\n" });
	const sha = (await shipped.repo.commit()).slice(0, 7);
	let ended = false;
	const running = run().finally(() => {
		ended = true;
	});
	running.catch(() => {});
	const isThere = async (name: string) => (await registry.head(`${shipped.prefix}/${name}:${sha}`)) !== undefined;
	while (!(await isThere("quick")) && !ended) await new Promise((go) => setTimeout(go, 50));
	assert.ok(!ended && !(await isThere("slow")), "the tag came with those of the built image");
	const { publish: published } = await running;
	assert.deepEqual(
		published.services.map((row) => `${row.service} ${row.outcome}`),
		["quick published", "slow published"],
	);
	assert.ok(await isThere("slow"));
});
