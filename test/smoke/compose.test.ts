import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { composeFile, composeText, type Stack } from "../../src/smoke/compose.ts";
import type { Member } from "../../src/smoke/members.ts";
import { aHealth } from "./health.ts";

const image = `127.0.0.1:5000/test/x@sha256:${"a".repeat(64)}`;

function stack(...members: readonly (Partial<Member> & { readonly name: string })[]): Stack {
	return {
		project: "lucid-smoke-1234",
		owner: { run: "lucid-smoke-1234", host: "here/1", pid: "7:8" },
		network: { name: "lucid-pi-network", subnet: "172.20.0.0/16" },
		members: members.map((own) => ({
			role: "subject",
			image,
			platform: "linux/arm64",
			env: {},
			ports: [],
			needs: [],
			...own,
		})),
		selfChecked: new Set(["redis"]),
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
				labels: { "com.lucid.run": "lucid-smoke-1234", "com.lucid.host": "here/1", "com.lucid.pid": "7:8" },
				networks: { "lucid-pi-network": { aliases: ["web"] } },
			},
		},
		networks: {
			"lucid-pi-network": {
				labels: { "com.lucid.run": "lucid-smoke-1234", "com.lucid.host": "here/1", "com.lucid.pid": "7:8" },
				ipam: { config: [{ subnet: "172.20.0.0/16" }] },
			},
		},
	});
});

test("a need is waited for until it is healthy when its image can tell, else until it has started", () => {
	const file = composeFile(
		stack({ name: "redis" }, { name: "mongo" }, { name: "web", needs: ["redis", "mongo", "elsewhere"] }),
	);
	const { services } = file as unknown as { readonly services: Record<string, Record<string, unknown>> };
	assert.deepEqual(services.web?.depends_on, {
		redis: { condition: "service_healthy" },
		mongo: { condition: "service_started" },
	});
});

test("a dollar sign is one dollar sign, not a variable, wherever it stands", () => {
	const text = composeText(
		stack({ name: "web", env: { PRICE: "$5", HOME: "\u0024{HOME}", D: "$$" }, command: ["echo", "$PATH"] }),
	);
	const { services } = parse(text);
	assert.deepEqual(services.web.environment, ["PRICE=$$5", "HOME=$${HOME}", "D=$$$$"]);
	assert.deepEqual(services.web.command, ["echo", "$$PATH"]);
});

test("the text means the same to a YAML 1.1 reader and a YAML 1.2 reader", () => {
	const names = ["on", "no", "null", "0123", "1e3", "~"];
	const made = stack(...names.map((name) => ({ name, env: { Y: "yes", N: "012", E: "", Q: '"\n: #' } })));
	const text = composeText(made);
	for (const version of ["1.1", "1.2"] as const) assert.deepEqual(parse(text, { version }), composeFile(made));
});
