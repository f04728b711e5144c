import assert from "node:assert/strict";
import { test } from "node:test";
import { toTree } from "../../src/model/dockerfile/dockerfile.ts";
import { cacheFiles, readServiceInputs, type ServiceInputs } from "../../src/model/service/service-inputs.ts";
import { ImagePrefetch } from "../../src/stages/plan/image-prefetch.ts";
import type { PlanLookups } from "../../src/stages/plan/make-plan.ts";
import { aService } from "../support/documents.ts";

async function read(dockerfile: string): Promise<ServiceInputs> {
	const service = aService({ name: "api" });
	const paths = ["api/Dockerfile", "api/a"];
	const tree = toTree(paths.map((path) => ({ path, kind: "file", executable: false })));
	const files = cacheFiles(tree, async () => dockerfile);
	const inputs = await readServiceInputs(service, "linux/arm64", {
		catalog: { project: "test", services: [service] },
		files,
	});
	assert.ok("trace" in inputs, JSON.stringify(inputs));
	return inputs;
}

const facts = (found: string[]): PlanLookups => ({
	hash: () => "0".repeat(40),
	resolveBase: async (ref) => {
		if (ref === "gone") throw new Error("the registry is down");
		return { pinned: `${ref}@sha256:1`, digest: "sha256:1" };
	},
	findImage: async ({ contentRef }) => {
		found.push(contentRef);
		return { digest: "sha256:2", size: 3 };
	},
	findPrevious: async () => undefined,
	changedSince: async () => undefined,
});

const releases = {
	source: {
		...{ revision: "1".repeat(40), committedAt: "2025-10-24T15:51:32Z", dirty: false },
		event: { kind: "push", branch: "main" },
	},
	project: "p",
	versions: new Map(),
} as const;

test("an image is looked up as soon as its inputs are read, unless it is FROM an image of the catalog, has a ttl or cannot be built", async () => {
	const found: string[] = [];
	const ahead = new ImagePrefetch(facts(found), releases);
	const own = await read("FROM scratch\nCOPY a /\n");
	const based: ServiceInputs = { ...own, from: { base: "base" } };
	const aging: ServiceInputs = { ...own, service: { ...own.service, ttl: 1000 } };
	const broken: ServiceInputs = {
		...own,
		problems: [{ code: "dockerfile/missing-source", message: "a is not there" }],
	};
	for (const one of [own, based, aging, broken]) ahead.start(one);
	const answer = await ahead.get(own);
	assert.deepEqual(answer?.found, { digest: "sha256:2", size: 3 });
	assert.deepEqual(found, [answer?.contentRef]);
	for (const one of [based, aging, broken]) assert.equal(await ahead.get(one), undefined);
});

test("a failed lookup is reported when its result is needed, not before", async () => {
	const ahead = new ImagePrefetch(facts([]), releases);
	const inputs = await read("FROM gone\n");
	ahead.start(inputs);
	// The lookup has ended by then: no timer and no I/O is part of it. Unhandled, it would have ended the test.
	await new Promise((next) => setImmediate(next));
	await assert.rejects(ahead.get(inputs), /the registry is down/);
});
