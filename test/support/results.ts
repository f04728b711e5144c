import type { BuildResult, BuiltImage } from "../../src/model/documents/build.ts";
import type { PublishedService, PublishResult } from "../../src/model/documents/publish.ts";
import type { SmokedService, SmokeResult } from "../../src/model/documents/smoke.ts";

const digest = `sha256:${"a1".repeat(32)}`;
/** As a plan of `documents.ts` has it. */
const revision = "4f1c2aa".padEnd(40, "0");

/** An image of linux/arm64 that was built; say only what the test is about. */
export function aBuilt(service: string, own: Partial<BuiltImage> = {}): BuiltImage {
	const base = { service, platform: "linux/arm64", fingerprint: "", contentRef: "", checks: [] };
	return { ...base, outcome: "built", digest, size: 54_300_000, durationMs: 7500, ...own };
}

export const aBuild = (...images: BuiltImage[]): BuildResult => ({
	...{ kind: "lucid.build", version: 1, revision, images, command: [], durationMs: 0 },
});

/** A service that was found healthy on linux/arm64. */
export function aSmoked(service: string, own: Partial<SmokedService> = {}): SmokedService {
	const probes = [{ kind: "http" as const, target: "GET /health", ok: true, status: 200, latencyMs: 12, attempts: 1 }];
	const base = { service, platform: "linux/arm64", ref: `127.0.0.1:5000/test/${service}@${digest}`, digest, probes };
	return { ...base, verdict: "healthy", architecture: "aarch64", readyMs: 1234, ...own };
}

export const aSmoke = (...services: SmokedService[]): SmokeResult => ({
	...{ kind: "lucid.smoke", version: 1, revision, network: { name: "test-network" }, services, durationMs: 0 },
});

/** A service whose floating tag was moved. */
export function aPublished(service: string, own: Partial<PublishedService> = {}): PublishedService {
	const tags = [{ tag: "latest-arm64", kind: "floating" as const, state: "moved" as const }];
	return { service, image: "", outcome: "published", digest, platforms: [], tags, ...own };
}

export const aPublish = (...services: PublishedService[]): PublishResult => ({
	...{ kind: "lucid.publish", version: 1, revision, services, durationMs: 0 },
});
