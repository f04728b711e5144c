import type { Plan } from "../../src/documents/plan.ts";
import type { Health, Service, Timing } from "../../src/documents/service.ts";

/** Short, but enough for a Python under emulation on a busy machine. */
const timing: Timing = { startPeriod: 8_000, interval: 500, timeout: 2_000, retries: 2 };

type Http = Extract<Health, { kind: "http" }>;

export function health({ startPeriod, ...more }: Partial<Http> & { readonly startPeriod?: number } = {}): Http {
	return {
		...{ kind: "http", path: "/health", port: 8080, method: "GET", headers: {}, status: [[200, 399]], ...more },
		timing: { ...timing, ...(startPeriod !== undefined && { startPeriod }) },
	};
}

export function service(more: Partial<Service> & { readonly name: string }): Service {
	return {
		title: more.name,
		image: `127.0.0.1:5000/test/${more.name}`,
		declaredImage: `docker.io/test/${more.name}`,
		dockerfile: "Dockerfile",
		context: ".",
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
		policy: { smoke: "required", verify: "required" },
		at: { file: "lucid.yml", line: 1 },
		...more,
	};
}

export function plan(more: Partial<Plan> = {}): Plan {
	return {
		kind: "lucid.plan",
		version: 1,
		project: "test",
		root: "/nowhere",
		source: {
			revision: "a".repeat(40),
			committedAt: "2025-01-01T00:00:00Z",
			dirty: false,
			event: { kind: "push", branch: "main" },
		},
		network: { name: "test-network", subnet: "172.29.0.0/16" },
		phases: [],
		services: [],
		planned: [],
		externals: [],
		selected: [],
		images: [],
		tags: {},
		waves: [],
		matrix: { include: [] },
		...more,
	};
}
