import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { test } from "node:test";
import { parse } from "yaml";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { External, Service } from "../../src/model/service/service.ts";
import { runPublish } from "../../src/stages/publish/run-publish.ts";
import { writeDeployment } from "../../src/stages/publish/write-deployment.ts";
import { buildOf, planOf, pushImage, service, smoked, smokeOf } from "../publish/fixture.ts";
import { temporaryFolder } from "../support/repo.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const registry = openRegistry();
const id = randomBytes(4).toString("hex");
const fresh = (name: string, more: Partial<Service> = {}) =>
	service(name, `${host}/lucid-test/${name}-${id}`, { floating: ["latest"], ...more });

test("compose.yml names by digest the images that earned their floating tags, else the images of these tags now, without services that were never published", async () => {
	const folder = await temporaryFolder();
	await using _ = { [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
	const port = { container: 8080, published: 18_080, protocol: "tcp" } as const;
	const api = fresh("api", { needs: ["web", "db"], env: { LEVEL: "a $b" }, ports: [port] });
	const [web, base, lost] = [fresh("web"), fresh("base", { ports: [] }), fresh("lost")];
	const { health: _health, ...bare } = base;
	const db: External = {
		...{ name: "db", image: `${host}/lucid-test/db-${id}:7`, env: {}, ports: [], needs: [], at: { file: "lucid.yml" } },
	};
	await registry.putManifest(
		db.image,
		(
			await registry.manifest(
				(
					await pushImage(registry, { ...api, image: `${host}/lucid-test/db-${id}` }, { content: "d" })
				).contentRef,
			)
		)?.bytes ?? assert.fail(),
		"application/vnd.oci.image.manifest.v1+json",
	);
	const run = async (revision: string, content: string, verdict: "healthy" | "unhealthy") => {
		const built = await Promise.all([api, web, bare].map((one) => pushImage(registry, one, { content })));
		const services = [api, web, bare, lost];
		const tags = Object.fromEntries(
			services.map(({ name }) => [name, { immutable: [`sha-${revision}`], floating: ["latest"] }]),
		);
		const plan = planOf(services, revision, tags, { selected: ["api", "web", "base"], externals: [db] });
		const smoke = smokeOf(built.map((image) => smoked(image, image.service === "web" ? verdict : "healthy")));
		const order = async () => "newer" as const;
		const result = await runPublish({ registry, compareCommits: order, plan, build: buildOf(built), smoke });
		return { result, plan, file: await writeDeployment(folder, plan, result, { registry }) };
	};
	const first = await run("1", "a", "healthy");
	const second = await run("2", "b", "unhealthy");
	const file = second.file ?? assert.fail("nothing was written");
	const compose = parse(await readFile(file, "utf8"));
	const digest = ({ result }: typeof first, name: string) =>
		result.services.find(({ service: one }) => one === name)?.digest;
	assert.deepEqual(Object.keys(compose.services).sort(), ["api", "db", "web"]);
	assert.equal(compose.services.api.image, `${api.image}@${digest(second, "api")}`);
	assert.equal(compose.services.web.image, `${web.image}@${digest(first, "web")}`, "what failed smoke is not shipped");
	assert.match(compose.services.db.image, new RegExp(`^${db.image}@sha256:[0-9a-f]{64}$`));
	assert.deepEqual(compose.services.api.ports, ["18080:8080"]);
	const { exitCode, stderr } = await exec(["docker", "compose", "-f", file, "config", "--quiet"]);
	assert.equal(exitCode, 0, stderr);

	// An index that this run moved a tag to has its signer; any other one is looked up.
	const signatures = { find: async () => ({ why: "it is not signed" }) };
	assert.equal(await writeDeployment(folder, second.plan, second.result, { registry, signatures }), undefined);
	const services = second.result.services.map((row) => ({ ...row, signer: "build-signed.yml@v1" }));
	const signed = await writeDeployment(folder, second.plan, { ...second.result, services }, { registry, signatures });
	const text = await readFile(signed ?? assert.fail(), "utf8");
	assert.deepEqual(Object.keys(parse(text).services).sort(), ["api", "db"], "what failed smoke was not verified");
	assert.match(text, /^# Left out: web: .* does not count: it is not signed\.$/m);

	const nothing = planOf([lost], "1", { lost: { immutable: [], floating: ["latest"] } });
	const none = await runPublish({ registry, compareCommits: async () => "newer", plan: nothing });
	assert.equal(await writeDeployment(folder, nothing, none, { registry }), undefined);
});
