import assert from "node:assert/strict";
import { test } from "node:test";
import { toTree } from "../../src/model/dockerfile/dockerfile.ts";
import type { PlannedReuse } from "../../src/model/documents/plan.ts";
import { cacheFiles, readServiceInputs } from "../../src/model/service/service-inputs.ts";
import type { ForeignImage, PreviousImage } from "../../src/stages/plan/decide/reasons.ts";
import type { PlanLookups } from "../../src/stages/plan/make-plan.ts";
import { UserError } from "../../src/util/errors.ts";
import { aPlan, aService } from "../support/documents.ts";
import { makePlan } from "../support/make-plan.ts";

const platform = "linux/arm64";
const dockerfiles: Readonly<Record<string, string>> = {
	base: "FROM scratch\nCOPY a /\n",
	api: "FROM base\nCOPY a /\n",
	web: "FROM scratch\nCOPY a /\n",
};

interface Found {
	readonly reuse?: PlannedReuse;
	readonly ttl?: number;
	readonly findImage?: PlanLookups["findImage"];
	/** By service. */
	readonly previous?: Readonly<Record<string, PreviousImage>>;
}

async function planOf({ reuse, ttl, findImage = async () => undefined, previous = {} }: Found) {
	const services = Object.keys(dockerfiles).map((name) =>
		aService({
			name,
			...(name === "api" && { contexts: { base: { kind: "service" as const, service: "base" } } }),
			...(ttl !== undefined && name === "web" && { ttl }),
		}),
	);
	const plan = aPlan(services);
	const catalog = {
		...{ ...plan, version: 1 as const, kind: undefined, file: "lucid.yml", registry: "r" },
		...{ services, planned: [], externals: [], phases: [] },
	};
	const tree = toTree(
		services.flatMap(({ name }) => [
			{ path: `${name}/Dockerfile`, kind: "file" as const, executable: false },
			{ path: `${name}/a`, kind: "file" as const, executable: false },
		]),
	);
	const files = cacheFiles(tree, async (name) => dockerfiles[name.split("/")[0] ?? ""]);
	const inputs = await Promise.all(
		services.map(async (service) => {
			const read = await readServiceInputs(service, platform, { catalog, files });
			assert.ok("trace" in read, JSON.stringify(read));
			return read;
		}),
	);
	const request = {
		catalog,
		source: plan.source,
		selected: services,
		force: false,
		inputs,
		tags: {},
		...(reuse && { reuse }),
	};
	const found = await makePlan(request, {
		hash: () => "0".repeat(40),
		resolveBase: async (ref) => ({ pinned: `${ref}@sha256:1`, digest: "sha256:1" }),
		findImage,
		findPrevious: async ({ name }) => previous[name],
		changedSince: async () => undefined,
	});
	const decision = (name: string) =>
		found.images.find(({ service }) => service === name)?.decision ?? assert.fail(name);
	const why = (name: string) => decision(name).reasons.map(({ kind, detail }) => `${kind}: ${detail}`);
	return { plan: found, decision, why };
}

const signed: PlannedReuse = { from: "same-repository", keys: [], branches: [] };
const unsigned = (ref: string): ForeignImage => ({ ref, foreign: "it is not signed" });
const existing = { digest: `sha256:${"d".repeat(64)}`, size: 3 };

test("the row of an unchanged image names the proven signer, and only if there is one", async () => {
	const signedBy = "build-signed.yml@v1 of acme/shop on main (push)";
	const { why } = await planOf({
		findImage: async ({ service }) => (service === "web" ? { ...existing, signedBy } : existing),
	});
	assert.deepEqual(why("web"), [`already-built: nothing it is built from has changed; signed by ${signedBy}`]);
	assert.deepEqual(why("base"), ["already-built: nothing it is built from has changed"]);
});

test("images that are not signed yet are built once more: each row has that reason, and one remark counts them", async () => {
	const found = await planOf({ reuse: signed, findImage: async ({ contentRef }) => unsigned(contentRef) });
	assert.equal(found.decision("web").kind, "build");
	assert.match(
		found.why("web")[0] ?? "",
		/^foreign: .*\/web:content-\S+ was found, but is not ours: it is not signed$/,
	);
	const remarks = found.plan.remarks ?? [];
	assert.deepEqual(
		remarks.map(({ code, severity, message }) => [code, severity, message]),
		[["plan/unsigned", "note", "3 images are in the registry, but not signed: this run builds them once more"]],
	);
	assert.match(remarks[0]?.fix ?? "", /build-signed\.yml/);
	assert.deepEqual(found.plan.reuse, signed);

	const one = await planOf({
		reuse: signed,
		findImage: async ({ contentRef, service }) => (service === "web" ? unsigned(contentRef) : existing),
	});
	assert.match(
		one.plan.remarks?.[0]?.message ?? "",
		/^1 image is in the registry, but not signed: this run builds it once/,
	);
	const forged = await planOf({
		reuse: signed,
		findImage: async ({ contentRef: ref }) => ({ ref, foreign: "it was signed for https://github.com/mallory/shop" }),
	});
	assert.equal(forged.plan.remarks, undefined);
});

test("an image that is not signed, and otherwise the same, gets that reason alone", async () => {
	const first = await planOf({});
	const web = first.plan.images.find(({ service }) => service === "web");
	const components = Object.fromEntries(web?.components.map(({ name, hash }) => [name, hash]) ?? []);
	const { why } = await planOf({
		findImage: async ({ contentRef }) => unsigned(contentRef),
		previous: { web: { components, revision: "1" } },
	});
	assert.equal(why("web").length, 1);
	assert.match(why("web").join(), /it is not signed$/);
});

test("with `none` every image is built, without a request for it, and the reason is the setting", async () => {
	let requests = 0;
	const found = await planOf({
		reuse: { ...signed, from: "none" },
		findImage: async () => {
			requests++;
			return existing;
		},
	});
	assert.deepEqual(found.why("web"), ["forced: `reuse.from` is `none`: every run builds it"]);
	assert.deepEqual(
		["base", "api", "web"].map((name) => found.decision(name).kind),
		["build", "build", "build"],
	);
	assert.equal(requests, 0);
});

test("a signature that cannot be verified blocks its service alone, and what is built from it; nothing is built again", async () => {
	const problem = {
		code: "sign/cannot-verify",
		message: "the signature cannot be verified",
		fix: "refresh the trusted root",
	};
	const blocking =
		(name: string) =>
		async ({ service }: { readonly service: string }) => {
			if (service === name) throw new UserError(problem);
			return existing;
		};
	const web = await planOf({ findImage: blocking("web") });
	assert.deepEqual(
		["base", "api", "web"].map((name) => web.decision(name).kind),
		["unchanged", "unchanged", "blocked"],
	);
	const decision = web.decision("web");
	const [found] = decision.kind === "blocked" ? decision.problems : [];
	assert.deepEqual(
		[found?.code, found?.fix, found?.at?.file],
		["sign/cannot-verify", "refresh the trusted root", "lucid.yml"],
	);
	const base = await planOf({ findImage: blocking("base") });
	assert.deepEqual(
		["base", "api", "web"].map((name) => base.decision(name).kind),
		["blocked", "blocked", "unchanged"],
	);
});

/** The published image of api, as it was before base changed. */
async function publishedApi(own: Partial<PreviousImage> = {}): Promise<Readonly<Record<string, PreviousImage>>> {
	const { plan } = await planOf({});
	const api = plan.images.find(({ service }) => service === "api");
	const components = Object.fromEntries(
		api?.components.map(({ kind, name, hash }) => [name, kind === "image" ? "before" : hash]) ?? [],
	);
	return { api: { components, digest: existing.digest, size: 3, on: { base: "content" }, revision: "1", ...own } };
}

test("the published image is kept only if its origin is proven", async () => {
	const proven = await planOf({ previous: await publishedApi({ findUnproven: async () => undefined }) });
	const [kept, any] = [proven.decision("api"), (await planOf({ previous: await publishedApi() })).decision("api")];
	for (const decision of [kept, any])
		assert.deepEqual(decision.kind === "build" && decision.keep, { digest: existing.digest, on: { base: "content" } });

	const forged = await planOf({ previous: await publishedApi({ findUnproven: async () => unsigned("r/api:latest") }) });
	const decision = forged.decision("api");
	assert.equal(decision.kind === "build" && decision.keep, undefined);
	assert.deepEqual(forged.why("api"), [
		"foreign: r/api:latest was found, but is not ours: it is not signed",
		"changed: FROM base changed",
	]);
});

test("the published image that nothing is kept of is only compared with, so its origin is not looked up", async () => {
	let lookups = 0;
	const findUnproven = async () => {
		lookups++;
		return undefined;
	};
	const { api } = await publishedApi({ findUnproven });
	await planOf({ previous: api === undefined ? {} : { web: api } });
	assert.equal(lookups, 0);
});

test("an unproven published image does not say when an image is due for a new build", async () => {
	const components = { "since 2099-01-01T00:00:00Z": "0".repeat(16) };
	const since = async (own: Partial<PreviousImage>) => {
		const { plan } = await planOf({ ttl: 86_400_000, previous: { web: { components, ...own } } });
		return plan.images.find(({ service }) => service === "web")?.components.filter(({ kind }) => kind === "age").length;
	};
	assert.equal(await since({ findUnproven: async () => undefined }), 1);
	assert.equal(await since({ findUnproven: async () => unsigned("r/web:latest") }), 0);
});
