import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { tcpPorts } from "../../src/model/compose/compose-file.ts";
import { repositoryOf } from "../../src/model/oci/reference.ts";
import type { Service } from "../../src/model/service/service.ts";
import { pinnedRef, publishedDependencies, selectMembers } from "../../src/stages/smoke/select-members.ts";
import { aPlan, aService } from "../support/documents.ts";
import { aHealth } from "./health.ts";

const platform = "linux/arm64";
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const image = (service: string, own = platform) => ({
	...{ service, platform: own, ref: `127.0.0.1:5000/test/${service}:tag`, digest: digest("a") },
});
const web = (name: string, more: Partial<Service> = {}) => aService({ name, health: aHealth(), ...more });

const external = {
	...{ name: "consul", image: "docker.io/library/consul:1", env: {}, ports: [], needs: [] },
	at: { file: "lucid.yml" },
};

test("a reference is its repository and a digest, whatever tag it came with", () => {
	for (const ref of ["127.0.0.1:5000/a/b:1", "127.0.0.1:5000/a/b", `127.0.0.1:5000/a/b:1@${digest("b")}`])
		assert.equal(repositoryOf(ref), "127.0.0.1:5000/a/b");
	assert.equal(pinnedRef({ ref: "ghcr.io/a:v1", digest: digest("c") }), `ghcr.io/a@${digest("c")}`);
});

describe("the lineup", () => {
	test("puts needs before those that need them, and takes in externals", () => {
		const services = [web("gateway", { needs: ["auth", "consul"] }), web("auth", { needs: ["consul"] })];
		const { members, unstarted: bystanders } = selectMembers(
			{ ...aPlan(services), externals: [external] },
			services.map(({ name }) => image(name)),
			platform,
		);
		assert.deepEqual(
			members.map(({ name, role }) => [name, role]),
			[
				["consul", "external"],
				["auth", "subject"],
				["gateway", "subject"],
			],
		);
		assert.deepEqual(bystanders, []);
	});

	test("pulls in an unchanged service that is needed and not selected, by the digest of the plan", () => {
		const services = [web("gateway", { needs: ["auth"] }), web("auth")];
		const plan = aPlan(services, ({ name }) =>
			name === "auth"
				? { kind: "unchanged", reasons: [], digest: digest("b"), size: 1 }
				: { kind: "build", reasons: [] },
		);
		const { members } = selectMembers(plan, [image("gateway")], platform);
		assert.deepEqual(
			members.map(({ name, role, image }) => [name, role, image]),
			[
				["auth", "cast", `127.0.0.1:5000/test/auth@${digest("b")}`],
				["gateway", "subject", `127.0.0.1:5000/test/gateway@${digest("a")}`],
			],
		);
	});

	test("takes what is published for a need that this run has no image of, and says so for all that stand on it", () => {
		const services = [web("edge", { needs: ["gateway"] }), web("gateway", { needs: ["auth"] }), web("auth")];
		const published = { ...image("auth"), publishedTag: "latest" };
		const { members, unstarted: bystanders } = selectMembers(
			aPlan(services),
			[image("edge"), image("gateway")],
			platform,
			[published],
		);
		assert.deepEqual(bystanders, []);
		const words = members.map((member) => [member.name, member.role, publishedDependencies(members, member)]);
		const auth = [`auth as published under latest (${published.digest.slice(0, 19)})`];
		assert.deepEqual(words, [
			["auth", "cast", []],
			["gateway", "subject", auth],
			["edge", "subject", auth],
		]);
	});

	test("does not try a service whose need has no image, nor about those that need it in turn", () => {
		const services = [web("edge", { needs: ["gateway"] }), web("gateway", { needs: ["auth"] }), web("auth")];
		const { members, unstarted: bystanders } = selectMembers(
			aPlan(services),
			[image("edge"), image("gateway")],
			platform,
		);
		assert.deepEqual(members, []);
		for (const { verdict, reason } of bystanders) {
			assert.equal(verdict, "not tried");
			assert.equal(reason, "there is no image of auth for linux/arm64, neither of this run nor published");
		}
		assert.equal(bystanders.length, 2);
	});

	test("skips what has nothing to probe or is not to be smoked, but lets it play when it is needed", () => {
		const off = web("off", { policy: { smoke: "off", verify: "required", hardening: "required", stop: "required" } });
		const services = [aService({ name: "base" }), off, web("gateway", { needs: ["off"] })];
		const { members, unstarted: bystanders } = selectMembers(
			aPlan(services),
			services.map(({ name }) => image(name)),
			platform,
		);
		assert.deepEqual(
			members.map(({ name, role }) => [name, role]),
			[
				["off", "cast"],
				["gateway", "subject"],
			],
		);
		assert.deepEqual(
			bystanders.map(({ image, verdict, reason }) => [image.service, verdict, reason]),
			[
				["base", "skipped", "a base image: it has no port, health check or command of its own"],
				["off", "skipped", "its policy says: smoke off"],
			],
		);
	});

	test("is of one platform only", () => {
		const services = [web("a"), web("b")];
		const { members } = selectMembers(aPlan(services), [image("a"), image("b", "linux/amd64")], platform);
		assert.deepEqual(
			members.map(({ name }) => name),
			["a"],
		);
	});

	test("ends when needs go in a circle", () => {
		const services = [web("a", { needs: ["b"] }), web("b", { needs: ["a"] })];
		assert.equal(selectMembers(aPlan(services), [image("a"), image("b")], platform).members.length, 2);
	});
});

test("the port of the health check is a port even when the catalog's list has it not", () => {
	const ports = [{ container: 9090, protocol: "tcp" } as const, { container: 53, protocol: "udp" } as const];
	assert.deepEqual(tcpPorts({ ports, health: aHealth({ port: 8080 }) }), [8080, 9090]);
	assert.deepEqual(tcpPorts({ ports: [{ container: 8080, protocol: "tcp" }], health: aHealth() }), [8080]);
});
