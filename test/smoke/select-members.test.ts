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

test("a pinned reference is repository and digest, without a tag", () => {
	for (const ref of ["127.0.0.1:5000/a/b:1", "127.0.0.1:5000/a/b", `127.0.0.1:5000/a/b:1@${digest("b")}`])
		assert.equal(repositoryOf(ref), "127.0.0.1:5000/a/b");
	assert.equal(pinnedRef({ ref: "ghcr.io/a:v1", digest: digest("c") }), `ghcr.io/a@${digest("c")}`);
});

describe("the members of a stack", () => {
	test("needs come before the services that need them, externals too", () => {
		const services = [web("gateway", { needs: ["auth", "consul"] }), web("auth", { needs: ["consul"] })];
		const { members, unstarted } = selectMembers(
			{ ...aPlan(services), externals: [external] },
			services.map(({ name }) => image(name)),
			platform,
		);
		assert.deepEqual(
			members.map(({ name, role }) => [name, role]),
			[
				["consul", "external"],
				["auth", "tested"],
				["gateway", "tested"],
			],
		);
		assert.deepEqual(unstarted, []);
	});

	test("an unchanged need that is not selected is added with the plan's digest", () => {
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
				["auth", "dependency", `127.0.0.1:5000/test/auth@${digest("b")}`],
				["gateway", "tested", `127.0.0.1:5000/test/gateway@${digest("a")}`],
			],
		);
	});

	test("a published image replaces a need without an image in this run, and all dependents list it", () => {
		const services = [web("edge", { needs: ["gateway"] }), web("gateway", { needs: ["auth"] }), web("auth")];
		const published = { ...image("auth"), publishedTag: "latest" };
		const { members, unstarted } = selectMembers(aPlan(services), [image("edge"), image("gateway")], platform, [
			published,
		]);
		assert.deepEqual(unstarted, []);
		const notes = members.map((member) => [member.name, member.role, publishedDependencies(members, member)]);
		const auth = [`auth:latest (${published.digest.slice(0, 19)})`];
		assert.deepEqual(notes, [
			["auth", "dependency", []],
			["gateway", "tested", auth],
			["edge", "tested", auth],
		]);
	});

	test("a service is not tried when a direct or indirect need has no image", () => {
		const services = [web("edge", { needs: ["gateway"] }), web("gateway", { needs: ["auth"] }), web("auth")];
		const { members, unstarted } = selectMembers(aPlan(services), [image("edge"), image("gateway")], platform);
		assert.deepEqual(members, []);
		for (const { verdict, reason } of unstarted) {
			assert.equal(verdict, "not tried");
			assert.equal(reason, "no image of auth for linux/arm64, neither from this run nor published");
		}
		assert.equal(unstarted.length, 2);
	});

	test("a service without a verdict is skipped, but started when another needs it", () => {
		const off = web("off", { policy: { smoke: "off", verify: "required", hardening: "required", stop: "required" } });
		const services = [aService({ name: "base" }), off, web("gateway", { needs: ["off"] })];
		const { members, unstarted } = selectMembers(
			aPlan(services),
			services.map(({ name }) => image(name)),
			platform,
		);
		assert.deepEqual(
			members.map(({ name, role }) => [name, role]),
			[
				["off", "dependency"],
				["gateway", "tested"],
			],
		);
		assert.deepEqual(
			unstarted.map(({ image, verdict, reason }) => [image.service, verdict, reason]),
			[
				["base", "skipped", "a base image: it has no port, health check or command of its own"],
				["off", "skipped", "policy.smoke is off"],
			],
		);
	});

	test("all members are for one platform", () => {
		const services = [web("a"), web("b")];
		const { members } = selectMembers(aPlan(services), [image("a"), image("b", "linux/amd64")], platform);
		assert.deepEqual(
			members.map(({ name }) => name),
			["a"],
		);
	});

	test("a cycle of needs does not hang", () => {
		const services = [web("a", { needs: ["b"] }), web("b", { needs: ["a"] })];
		assert.equal(selectMembers(aPlan(services), [image("a"), image("b")], platform).members.length, 2);
	});
});

test("the health check's port counts as a port even if `ports` does not list it", () => {
	const ports = [{ container: 9090, protocol: "tcp" } as const, { container: 53, protocol: "udp" } as const];
	assert.deepEqual(tcpPorts({ ports, health: aHealth({ port: 8080 }) }), [8080, 9090]);
	assert.deepEqual(tcpPorts({ ports: [{ container: 8080, protocol: "tcp" }], health: aHealth() }), [8080]);
});
