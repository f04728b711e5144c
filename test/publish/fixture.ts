import type { Registry } from "../../src/adapters/registry/registry.ts";
import type { BuildResult, BuiltImage } from "../../src/model/documents/build.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { SmokedService, SmokeResult, SmokeVerdict } from "../../src/model/documents/smoke.ts";
import { mediaTypes } from "../../src/model/oci/manifest.ts";
import { repositoryOf } from "../../src/model/oci/reference.ts";
import { identityAnnotations } from "../../src/model/service/image-identity.ts";
import type { Service } from "../../src/model/service/service.ts";
import { smokeCriteria } from "../../src/model/service/smoke-criteria.ts";
import type { SmokeRecord } from "../../src/stages/shared/records/smoke-record.ts";

/** The services of this test file, by their images: what smoke says of one names its checks. */
const made = new Map<string, Service>();

export function service(name: string, image: string, more: Partial<Service> = {}): Service {
	const one = withDefaults(name, image, more);
	made.set(one.image, one);
	return one;
}

/** What smoke is put down to have done of a service as the fixture made it. */
export function proofOf(one: Service, verdict: SmokeRecord["verdict"] = "healthy", revision = "1"): SmokeRecord {
	return { service: one.name, verdict, revision, ...smokeCriteria(planOf([one], revision, {}), one) };
}

function withDefaults(name: string, image: string, more: Partial<Service>): Service {
	const timing = {
		startPeriod: 0,
		interval: 1000,
		timeout: 1000,
		retries: 1,
		successes: 2,
		stable: 0,
		stopGracePeriod: 1000,
		wrongAnswerPeriod: 1000,
	};
	return {
		name,
		title: name,
		image,
		declaredImage: image,
		dockerfile: "Dockerfile",
		context: ".",
		platforms: ["linux/arm64"],
		args: {},
		secrets: [],
		contexts: {},
		tags: [],
		floating: [],
		labels: {},
		ports: [{ container: 8080, protocol: "tcp" }],
		health: { kind: "tcp", port: 8080, timing },
		needs: [],
		env: {},
		hardening: { readOnly: true, tmpfs: [], capDrop: [], noNewPrivileges: true },
		verify: { labels: [] },
		policy: { smoke: "required", verify: "required", hardening: "required", stop: "required" },
		at: { file: "lucid.yml" },
		...more,
	};
}

export function planOf(
	services: readonly Service[],
	revision: string,
	tags: Plan["tags"],
	more: Partial<Plan> = {},
): Plan {
	return {
		kind: "lucid.plan",
		version: 1,
		project: "test",
		root: "/",
		source: {
			revision,
			committedAt: "2025-10-24T15:51:32Z",
			dirty: false,
			event: { kind: "push", branch: "main" },
		},
		network: { name: "test" },
		phases: [],
		services,
		planned: [],
		externals: [],
		selected: services.map(({ name }) => name),
		images: [],
		tags,
		waves: [services.map(({ name }) => name)],
		matrix: { include: [] },
		...more,
	};
}

export function buildOf(images: readonly BuiltImage[]): BuildResult {
	return { kind: "lucid.build", version: 1, revision: "r", images, command: [], durationMs: 0 };
}

export function smokeOf(rows: readonly SmokedService[]): SmokeResult {
	return { kind: "lucid.smoke", version: 1, revision: "r", network: { name: "n" }, services: rows, durationMs: 0 };
}

export function smoked(
	{ service, platform, digest, contentRef }: BuiltImage,
	verdict: SmokeVerdict = "healthy",
): SmokedService {
	const ref = `${contentRef}@${digest}`;
	const tried = made.get(repositoryOf(contentRef));
	const trial = tried === undefined ? {} : { trial: proofOf(tried).hash };
	return { service, platform, ref, digest: digest ?? "", verdict, ...trial, probes: [] };
}

/** The registry refuses a blob that two clients push into a new repository at once: one preparation at a time. */
let turn: Promise<unknown> = Promise.resolve();

/** Pushes a small image and gives the build stage's row for it. */
export function pushImage(...args: Parameters<typeof pushNow>): Promise<BuiltImage> {
	const mine = turn.then(() => pushNow(...args));
	turn = mine.catch(() => undefined);
	return mine;
}

async function pushNow(
	registry: Registry,
	{ name, image }: Service,
	how: {
		platform?: string;
		content: string;
		labels?: Readonly<Record<string, string>>;
		/** Where the plan wants it, and what it is built from. */
		contentRef?: string;
		fingerprint?: string;
		outcome?: "built" | "unchanged";
	},
): Promise<BuiltImage> {
	const { platform = "linux/arm64", content, labels = {}, outcome = "built", fingerprint = content } = how;
	const [os = "", architecture = ""] = platform.split("/");
	const json = (value: unknown) => Buffer.from(JSON.stringify(value));
	const config = await registry.putBlob(image, json({ os, architecture, config: { Labels: labels }, content }));
	const layer = await registry.putBlob(image, Buffer.from("a layer"));
	const manifest = json({
		schemaVersion: 2,
		mediaType: mediaTypes.manifest,
		config: { ...config, mediaType: "application/vnd.oci.image.config.v1+json" },
		layers: [{ ...layer, mediaType: "application/vnd.oci.image.layer.v1.tar+gzip" }],
		annotations: identityAnnotations({ service: name, platform, fingerprint }),
	});
	const { contentRef = `${image}:content-${content}-${architecture}` } = how;
	const { digest, size } = await registry.putManifest(contentRef, manifest, mediaTypes.manifest, "content");
	return { service: name, platform, fingerprint, outcome, contentRef, digest, size, layers: 1, checks: [] };
}
