import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { composeFile, formatComposeFile, type Stack, type StackService } from "../../src/model/compose/compose-file.ts";
import { deploymentStack, type LeftOut, type PublishedServiceImage } from "../../src/model/compose/deployment-file.ts";
import { defined } from "../../src/util/defined.ts";
import { aHealth } from "../smoke/health.ts";
import { aPlan, aService } from "../support/documents.ts";

const image = `127.0.0.1:5000/test/x@sha256:${"a".repeat(64)}`;

function stack(...members: readonly (Partial<StackService> & { readonly name: string })[]): Stack {
	return {
		project: "lucid-smoke-1234",
		use: { kind: "smoke", labels: { "com.lucid.run": "lucid-smoke-1234" } },
		network: { name: "lucid-pi-network", subnet: "172.20.0.0/16" },
		services: members.map((own) => ({
			image,
			platform: "linux/arm64",
			env: {},
			ports: [],
			needs: [],
			...own,
		})),
		withHealthcheck: new Set(["redis"]),
	};
}

test("a service becomes a hardened container with ports that the engine picks on loopback", () => {
	const ports = [
		{ container: 8080, published: 8080, protocol: "tcp" } as const,
		{ container: 53, protocol: "udp" } as const,
	];
	const hardening = {
		...{ readOnly: true, tmpfs: ["/tmp"], capDrop: ["ALL"], noNewPrivileges: true, memory: 1_000_000, pids: 50 },
	};
	const file = composeFile(stack({ name: "web", ports, hardening, health: aHealth({ port: 8500 }), env: { A: "1" } }));
	assert.deepEqual(file, {
		name: "lucid-smoke-1234",
		services: {
			web: {
				image,
				platform: "linux/arm64",
				restart: "no",
				environment: ["A=1"],
				ports: ["127.0.0.1::8500", "127.0.0.1::8080", "127.0.0.1::53/udp"],
				read_only: true,
				tmpfs: ["/tmp"],
				cap_drop: ["ALL"],
				security_opt: ["no-new-privileges:true"],
				mem_limit: 1_000_000,
				pids_limit: 50,
				logging: { driver: "json-file", options: { "max-size": "4m", "max-file": "2" } },
				labels: { "com.lucid.run": "lucid-smoke-1234" },
				networks: { "lucid-pi-network": { aliases: ["web"] } },
			},
		},
		networks: {
			"lucid-pi-network": {
				labels: { "com.lucid.run": "lucid-smoke-1234" },
				ipam: { config: [{ subnet: "172.20.0.0/16" }] },
			},
		},
	});
});

test("a service waits until its need is healthy if the image has a health check, else until it has started", () => {
	const file = composeFile(
		stack({ name: "redis" }, { name: "mongo" }, { name: "web", needs: ["redis", "mongo", "elsewhere"] }),
	);
	const { services } = file as unknown as { readonly services: Record<string, Record<string, unknown>> };
	assert.deepEqual(services.web?.depends_on, {
		redis: { condition: "service_healthy" },
		mongo: { condition: "service_started" },
	});
});

test("a dollar sign is one dollar sign in every value, not a variable", () => {
	const text = formatComposeFile(
		stack({ name: "web", env: { PRICE: "$5", HOME: "\u0024{HOME}", D: "$$" }, command: ["echo", "$PATH"] }),
	);
	const { services } = parse(text);
	assert.deepEqual(services.web.environment, ["PRICE=$$5", "HOME=$${HOME}", "D=$$$$"]);
	assert.deepEqual(services.web.command, ["echo", "$$PATH"]);
});

test("the text means the same to a YAML 1.1 reader and a YAML 1.2 reader", () => {
	const names = ["on", "no", "null", "0123", "1e3", "~"];
	const made = stack(...names.map((name) => ({ name, env: { Y: "yes", N: "012", E: "", Q: '"\n: #' } })));
	const text = formatComposeFile(made);
	for (const version of ["1.1", "1.2"] as const) assert.deepEqual(parse(text, { version }), composeFile(made));
});

const digest = `sha256:${"b".repeat(64)}`;
const port = (container: number, published?: number) =>
	({ container, protocol: "tcp", ...defined({ published }) }) as const;

test("a deployment has the catalog's ports and network, restarts after a crash, and is pinned", () => {
	const services = [
		aService({ name: "gateway", ports: [port(8080, 80), port(9090)], health: aHealth(), needs: ["store"] }),
		aService({ name: "base" }),
		aService({ name: "unpublished", ports: [port(8080)] }),
	];
	const store = {
		...{ name: "store", image: "docker.io/library/redis:7", env: {}, ports: [], needs: [] },
		at: { file: "lucid.yml" },
	};
	const idle = { ...store, name: "idle" };
	const plan = {
		...aPlan(services),
		...{ network: { name: "lucid-pi-network", subnet: "172.20.0.0/16" }, externals: [idle, store] },
	};
	const published = new Map(["gateway", "base"].map((name) => [name, { digest, healthcheck: true }]));
	assert.deepEqual(composeFile(deploymentStack(plan, published)), {
		name: "test",
		services: {
			store: {
				...{ image: "docker.io/library/redis:7", restart: "unless-stopped", environment: [] },
				logging: { driver: "json-file", options: { "max-size": "4m", "max-file": "2" } },
				networks: { "lucid-pi-network": { aliases: ["store"] } },
			},
			gateway: {
				...{ image: `127.0.0.1:5000/test/gateway@${digest}`, restart: "unless-stopped", environment: [] },
				...{ ports: ["80:8080"], depends_on: { store: { condition: "service_started" } } },
				...{ read_only: true, tmpfs: ["/tmp"], cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] },
				logging: { driver: "json-file", options: { "max-size": "4m", "max-file": "2" } },
				networks: { "lucid-pi-network": { aliases: ["gateway"] } },
			},
		},
		networks: {
			"lucid-pi-network": { name: "lucid-pi-network", ipam: { config: [{ subnet: "172.20.0.0/16" }] } },
		},
	});
});

test("a host port of two services goes to the first, and a comment in the file names it", () => {
	const services = ["api", "rdp"].map((name) => aService({ name, ports: [port(8081, 8081)] }));
	const stacked = deploymentStack(aPlan(services), new Map(services.map(({ name }) => [name, { digest }])));
	const text = formatComposeFile(stacked);
	assert.match(text, /^# rdp also publishes host port 8081, which api has; the engine picks another port for it\.$/m);
	const file = parse(text);
	assert.deepEqual([file.services.api.ports, file.services.rdp.ports], [["8081:8081"], ["8081"]]);
});

test("the head of a deployment names the check before it starts, and each started service that is left out, on its line", () => {
	const services = ["api", "web", "lost"].map((name) => aService({ name, ports: [port(8080)] }));
	const found = new Map<string, PublishedServiceImage | LeftOut>([
		["api", { digest }],
		["web", { why: "it was signed for a\nservices: {}" }],
		["lost", { why: "it was never published" }],
		["base", { why: "it is never started" }],
	]);
	const base = aService({ name: "base" });
	const text = (signed: boolean) => formatComposeFile(deploymentStack(aPlan([...services, base]), found, { signed }));
	const comments = text(true).match(/^# .*$/gm) ?? [];
	assert.deepEqual(comments.slice(1), [
		"# Check the images before `docker compose up`: `docker compose pull && lucid verify-host --require-signed`, in a clone of the repository.",
		"# Left out: web: it was signed for a services: {}.",
		"# Left out: lost: it was never published.",
	]);
	assert.match(text(false), /`docker compose pull && lucid verify-host`, in a clone/);
	assert.deepEqual(Object.keys(parse(text(true)).services), ["api"]);
});
