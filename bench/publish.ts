/**
 * What it costs to give unchanged images their new tags, by the registry's API alone: 1, 35 and 300 services, and 35
 * with a registry that is 30 ms away. Run it with `script/bench publish`.
 */
import { randomBytes } from "node:crypto";
import { openRegistry } from "../src/adapters/registry/registry.ts";
import { runPublish } from "../src/stages/publish/run-publish.ts";
import { buildOf, planOf, pushImage, service, smoked, smokeOf } from "../test/publish/fixture.ts";
import { farRegistry } from "./delay.ts";

const registry = process.env.LUCID_REGISTRY;
if (!registry) throw new Error("LUCID_REGISTRY is not set: run script/bench publish");

async function measure(count: number, delay: number): Promise<void> {
	await using far = await farRegistry(registry ?? "", delay);
	const id = randomBytes(4).toString("hex");
	const pushing = openRegistry();
	const services = Array.from({ length: count }, (_, i) => service(`s${i}`, `${far.host}/bench/${id}-s${i}`));
	const images = await Promise.all(services.map((one) => pushImage(pushing, one, { content: "a" })));
	for (const revision of ["1", "2", "3", "4"]) {
		const tags = Object.fromEntries(
			services.map(({ name }) => [name, { immutable: [`sha-${revision}`], floating: ["latest"] }]),
		);
		const started = performance.now();
		const busy = process.cpuUsage();
		const { services: rows } = await runPublish({
			// As a new process has it: no connection and no login yet.
			registry: openRegistry(),
			compareCommits: async (a, b) => (a === b ? "same" : a < b ? "newer" : "older"),
			plan: planOf(services, revision, tags),
			build: buildOf(images.map((image) => ({ ...image, outcome: revision === "1" ? "built" : "unchanged" }))),
			...(revision === "1" && { smoke: smokeOf(images.map((image) => smoked(image))) }),
		});
		const ms = Math.round(performance.now() - started);
		const { user, system } = process.cpuUsage(busy);
		const bad = rows.filter(({ outcome }) => outcome !== "published");
		if (bad.length > 0) throw new Error(JSON.stringify(bad[0]));
		const what = revision === "1" ? "first published" : "unchanged, with new tags";
		console.log(`| ${count} | ${delay} ms | ${what} | ${ms} ms | ${Math.round((user + system) / 1000)} ms |`);
	}
}

console.log("| services | delay | what | time | processor time |\n| ---: | ---: | --- | ---: | ---: |");
for (const [count, delay] of [
	[1, 0],
	[35, 0],
	[300, 0],
	[35, 30],
] as const)
	await measure(count, delay);
