/**
 * What it costs to give unchanged images their new tags: 35 services, by the registry's API alone.
 * Run it with `script/bench publish`.
 */
import { randomBytes } from "node:crypto";
import { publish } from "../src/publish/publish.ts";
import { openRegistry } from "../src/registry/registry.ts";
import { buildOf, planOf, pushImage, service, smoked, smokeOf } from "../test/publish/fixture.ts";

const host = process.env.LUCID_REGISTRY;
if (!host) throw new Error("LUCID_REGISTRY is not set: run script/bench publish");
const count = 35;
const id = randomBytes(4).toString("hex");
const pushing = openRegistry();
const services = Array.from({ length: count }, (_, i) => service(`s${i}`, `${host}/bench/${id}-s${i}`));
const images = await Promise.all(services.map((one) => pushImage(pushing, one, { content: "a" })));

for (const revision of ["1", "2", "3", "4"]) {
	const tags = Object.fromEntries(
		services.map(({ name }) => [name, { immutable: [`sha-${revision}`], floating: ["latest"] }]),
	);
	const started = performance.now();
	const busy = process.cpuUsage();
	const { services: rows } = await publish({
		// As a new process has it: no connection and no login yet.
		registry: openRegistry(),
		order: async (a, b) => (a === b ? "same" : a < b ? "newer" : "older"),
		plan: planOf(services, revision, tags),
		build: buildOf(images.map((image) => ({ ...image, outcome: revision === "1" ? "built" : "unchanged" }))),
		...(revision === "1" && { smoke: smokeOf(images.map((image) => smoked(image))) }),
	});
	const ms = Math.round(performance.now() - started);
	const { user, system } = process.cpuUsage(busy);
	const bad = rows.filter(({ outcome }) => outcome !== "published");
	if (bad.length > 0) throw new Error(JSON.stringify(bad[0]));
	console.log(
		`commit ${revision}: ${count} services ${revision === "1" ? "first published" : "unchanged, tagged anew"} in ${ms} ms (${Math.round((user + system) / 1000)} ms of CPU)`,
	);
}
