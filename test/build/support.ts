import type { Decision, Plan, PlannedImage } from "../../src/model/documents/plan.ts";
import type { Source } from "../../src/model/documents/source.ts";
import type { Service } from "../../src/model/service/service.ts";

export const aSource: Source = {
	revision: "4f1c2aa9c3f0e5b7d8a1b2c3d4e5f60718293a4b",
	committedAt: "2025-10-24T15:51:32Z",
	dirty: false,
	event: { kind: "push", branch: "main" },
	url: "https://example.org/lucid",
};

export const toBuild: Decision = { kind: "build", reasons: [{ kind: "never-built", detail: "never built" }] };

/** An image of a service to build; only say what the test is about. */
export function anImage(
	service: Service,
	own: Partial<PlannedImage> & { readonly platform?: string } = {},
): PlannedImage {
	const platform = own.platform ?? service.platforms[0] ?? "linux/arm64";
	return {
		service: service.name,
		platform,
		fingerprint: "ab".repeat(32),
		contentRef: `${service.image}:content-${platform.replaceAll("/", "-")}`,
		components: [],
		bases: [],
		from: {},
		args: {},
		volatileArgs: [],
		decision: toBuild,
		...own,
	};
}

export function aPlan(services: readonly Service[], images: readonly PlannedImage[], own: Partial<Plan> = {}): Plan {
	return {
		kind: "lucid.plan",
		version: 1,
		project: "lucid",
		root: "/repository",
		source: aSource,
		network: { name: "lucid" },
		phases: [],
		services,
		planned: [],
		externals: [],
		selected: services.map(({ name }) => name),
		images,
		tags: {},
		waves: [services.map(({ name }) => name)],
		matrix: { include: [] },
		...own,
	};
}
