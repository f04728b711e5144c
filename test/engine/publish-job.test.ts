import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { plan } from "../../src/stages/plan/stage.ts";
import { publish } from "../../src/stages/publish/stage.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import { writeSmokeRecord } from "../../src/stages/shared/records/smoke-record.ts";
import { proofOf, pushImage } from "../publish/fixture.ts";
import { makeRepo } from "../support/repo.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const registry = openRegistry();

const world = (cwd: string, signal = new AbortController().signal): StageContext => ({
	...{ exec, docker: dockerWith(exec), env: {}, cwd, signal, progress: () => {}, log: () => {}, now: () => 0 },
});

/** A repository whose images were pushed and smoked by other jobs. */
async function elsewhere() {
	const id = randomBytes(4).toString("hex");
	const repo = await makeRepo({
		"lucid.yml": [
			"version: 1",
			"project: shop",
			`registry: ${host}`,
			`image: lucid-test/job-${id}-{{name}}`,
			`defaults: { platforms: [linux/arm64, linux/amd64], copies: ["${host}/lucid-test/copy-${id}-{{name}}"] }`,
			"services:",
			"  api: { context: api, ports: [8080], health: /health, needs: [web] }",
			'  web: { context: web, ports: ["8081:8081"], health: { tcp: 8081 } }',
			"",
		].join("\n"),
		"api/Dockerfile": "FROM scratch\nCOPY a /\n",
		"api/a": "a\n",
		"web/Dockerfile": "FROM scratch\nCOPY b /\n",
		"web/b": "b\n",
	});
	const revision = await repo.commit();
	const options = (name: string, raw: RawValues = {}) =>
		parseOptions({ out: path.join(repo.root, name), ...raw }, world(repo.root));
	const made = await plan(options("plan"), world(repo.root));
	const push = async ({ images, services }: Plan) =>
		Promise.all(
			images.map(async ({ service: name, platform, contentRef, fingerprint }) => {
				const service = services.find((one) => one.name === name) ?? assert.fail();
				const labels = { "org.opencontainers.image.revision": revision };
				const how = { content: name, platform, labels, contentRef, fingerprint };
				return { service, image: await pushImage(registry, service, how) };
			}),
		);
	return { repo, revision, options, made, push };
}

test("publish in a job of its own needs only the registry: the pushed images and the records of smoke", async () => {
	const { repo, revision, options, made, push } = await elsewhere();
	await using _ = repo;
	const nothing = await publish(options("early"), world(repo.root));
	assert.deepEqual(
		nothing.services.map(({ outcome }) => outcome),
		["skipped", "skipped"],
	);
	const pushed = await push(made);
	// The checks of verify are not what this is about: images of a line each pass none of them.
	const lenient = async (name: string) => {
		const services = made.services.map((one) => ({ ...one, policy: { ...one.policy, verify: "advisory" as const } }));
		const file = path.join(repo.root, `${name}.json`);
		await repo.write({ [`${name}.json`]: JSON.stringify({ ...made, services }) });
		return publish(options(name, { plan: file }), world(repo.root));
	};
	const held = await lenient("held");
	for (const row of held.services) {
		assert.deepEqual(
			row.tags.map(({ tag, state }) => `${tag} ${state}`),
			[`${revision.slice(0, 7)} written`, "latest held"],
			row.reason,
		);
		assert.match(row.reason ?? "", /smoke did not run/);
	}
	assert.equal(held.composeFile, undefined, "nothing has earned a place in it");
	for (const { service, image } of pushed)
		await writeSmokeRecord(registry, service.image, image.digest ?? "", proofOf(service, "healthy", revision));
	const done = await lenient("done");
	for (const { outcome, digest, image, copies = [], reason } of done.services) {
		assert.equal(outcome, "published", reason);
		for (const name of [image, ...copies.map((copy) => copy.image)])
			assert.equal((await registry.head(`${name}:latest`))?.digest, digest, name);
	}
	const compose = await readFile(done.composeFile ?? assert.fail("no compose.yml"), "utf8");
	for (const { image, digest } of done.services) assert.ok(compose.includes(`${image}@${digest}`), compose);
	assert.ok((await readFile(path.join(repo.root, "done", "publish-subjects.txt"), "utf8")).includes("copy-"));
	assert.deepEqual(
		JSON.parse(await readFile(path.join(repo.root, "done", "publish.json"), "utf8")).services.map(
			({ outcome }: { outcome: string }) => outcome,
		),
		["published", "published"],
	);
});

test("a run that is cancelled before it publishes reports that for each service, in its document too", async () => {
	const { repo, options, made, push } = await elsewhere();
	await using _ = repo;
	await push(made);
	const stop = new AbortController();
	const late = { ...world(repo.root, stop.signal), progress: () => stop.abort() };
	const { services } = await publish(options("stopped", { plan: path.join(repo.root, "plan", "plan.json") }), late);
	assert.deepEqual(
		services.map(({ outcome }) => outcome),
		["cancelled", "cancelled"],
	);
});
