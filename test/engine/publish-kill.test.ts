import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { PublishedService } from "../../src/model/documents/publish.ts";
import { playFaults } from "../publish/fault-proxy.ts";
import { buildOf, planOf, pushImage, service, smoked, smokeOf } from "../publish/fixture.ts";
import { temporaryFolder } from "../support/repo.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const registry = openRegistry();
const program = path.join(import.meta.dirname, "../publish/publisher.ts");

test("kill -9 of the publisher at any of its requests leaves nothing half-tagged, and the next run ends in the same digests", async () => {
	const folder = await temporaryFolder();
	await using _ = { [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
	await using proxy = await playFaults(host);

	/** Pushes two commits of a service with a copy, publishes the first, and gives what publishes the second. */
	const prepare = async () => {
		const id = randomBytes(4).toString("hex");
		const [own, copy] = [`${proxy.host}/lucid-test/killed-${id}`, `${proxy.host}/lucid-test/copy-${id}`];
		const api = service("api", own, { platforms: ["linux/arm64", "linux/amd64"], copies: [copy] });
		const input = async (revision: string) => {
			const images = [
				await pushImage(registry, api, { content: `c${revision}` }),
				await pushImage(registry, api, { content: `c${revision}`, platform: "linux/amd64" }),
			];
			const plan = planOf([api], revision, { api: { immutable: [`sha-${revision}`], floating: ["latest"] } });
			const file = path.join(folder, `${id}-${revision}.json`);
			const smoke = smokeOf(images.map((image) => smoked(image)));
			await writeFile(file, JSON.stringify({ plan, build: buildOf(images), smoke }));
			return file;
		};
		const [first, second] = [await input("1"), await input("2")];
		await run(first);
		return { names: [own, copy], second };
	};

	/**
	 * Until it ends, or until it is killed at its n-th request: the registry still gets that one, and its response is
	 * lost.
	 */
	const run = async (file: string, killAt = Number.POSITIVE_INFINITY) => {
		const child = spawn(process.execPath, [program, file], { stdio: ["ignore", "pipe", "inherit"] });
		let text = "";
		child.stdout.on("data", (chunk) => {
			text += chunk;
		});
		let seen = 0;
		proxy.play(() => {
			if (++seen !== killAt) return undefined;
			child.kill("SIGKILL");
			return { kind: "lose-answer" };
		});
		await new Promise((done) => child.on("close", done));
		proxy.play(() => undefined);
		return { seen, row: text === "" ? undefined : (JSON.parse(text)[0] as PublishedService) };
	};
	const digestOf = async (ref: string) => (await registry.head(ref))?.digest;

	const whole = await prepare();
	const { seen: requests, row } = await run(whole.second);
	assert.equal(row?.outcome, "published", row?.reason);
	assert.ok(requests > 30, `${requests} requests`);
	for (let at = 1; at <= requests; at += Math.max(1, Math.floor(requests / 20))) {
		const { names, second } = await prepare();
		const old = await Promise.all(names.map((name) => digestOf(`${name}:latest`)));
		const killed = await run(second, at);
		assert.equal(killed.row, undefined, `it was killed at ${at}`);
		const between = await Promise.all(names.map((name) => digestOf(`${name}:latest`)));
		const { row: completed } = await run(second);
		assert.match(completed?.outcome ?? "", /^(?:published|unchanged)$/, `killed at ${at}: ${completed?.reason}`);
		assert.equal(completed?.digest, row?.digest, "the same digest, whatever happened before");
		for (const [i, name] of names.entries()) {
			assert.ok(
				[old[i], row?.digest].includes(between[i]),
				`killed at ${at}: ${name}:latest is neither the old nor the new index`,
			);
			for (const tag of ["latest", "sha-2"])
				assert.equal(await digestOf(`${name}:${tag}`), row?.digest, `killed at ${at}: ${name}:${tag}`);
		}
	}
});
