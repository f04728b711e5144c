import type { Service } from "../../src/documents/service.ts";

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
		policy: { smoke: "required", verify: "required" },
		at: { file: "lucid.yml" },
		...own,
	};
}
