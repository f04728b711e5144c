import { createHash } from "node:crypto";
import type { Decision, Plan, PlannedImage } from "../../src/model/documents/plan.ts";
import type { Service } from "../../src/model/service/service.ts";
import { bareImage } from "../../src/stages/plan/decide/blocked.ts";

/** A service with every setting at its default; say only what the test is about. */
export function aService(own: Partial<Service> & { readonly name: string }): Service {
	return {
		title: own.name,
		image: `127.0.0.1:5000/test/${own.name}`,
		declaredImage: `docker.io/test/${own.name}`,
		dockerfile: `${own.name}/Dockerfile`,
		context: own.name,
		platforms: ["linux/arm64"],
		args: {},
		secrets: [],
		contexts: {},
		tags: [],
		floating: [],
		labels: {},
		ports: [],
		needs: [],
		env: {},
		hardening: { readOnly: true, tmpfs: ["/tmp"], capDrop: ["ALL"], noNewPrivileges: true },
		verify: { labels: [] },
		policy: { smoke: "required", verify: "required", hardening: "required", stop: "warn" },
		at: { file: "lucid.yml" },
		...own,
	};
}

/** A plan of these services, all selected, on linux/arm64, with one decision for all images. */
export function aPlan(services: readonly Service[], decide: (service: Service) => Decision = () => toBuild): Plan {
	return {
		kind: "lucid.plan",
		version: 1,
		project: "test",
		root: "/repository",
		source: {
			revision: "4f1c2aa".padEnd(40, "0"),
			committedAt: "2025-10-24T15:51:32Z",
			dirty: false,
			event: { kind: "push", branch: "main" },
		},
		network: { name: "test-network" },
		phases: [],
		services,
		planned: [],
		externals: [],
		selected: services.map(({ name }) => name),
		images: services.flatMap((service) =>
			service.platforms.map((platform) => anImage(service, platform, decide(service))),
		),
		tags: Object.fromEntries(
			services.map(({ name }) => [name, { immutable: ["4f1c2aa"], floating: ["latest-arm64"] }]),
		),
		waves: [services.map(({ name }) => name)],
		matrix: { include: [] },
	};
}

export const toBuild: Decision = { kind: "build", reasons: [{ kind: "never-built", detail: "never published" }] };

export function anImage(service: Service, platform: string, decision: Decision): PlannedImage {
	const fingerprint = createHash("sha256").update(`${service.name} ${platform}`).digest("hex");
	return bareImage(service, platform, fingerprint, decision);
}
