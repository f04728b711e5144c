import assert from "node:assert/strict";
import { utimes } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { BuildResult } from "../../src/model/documents/build.ts";
import { openShipped } from "../support/shipped.ts";

const registry = openRegistry();
const platforms = ["linux/amd64", "linux/arm64"];
const dockerfile =
	"FROM scratch\nCOPY VERSION /VERSION\nCOPY --from=more VERSION /more\nCOPY hello /hello\nUSER 65532:65532\n";

/**
 * Contexts whose folders have the same name, and in them files of the same name, size and time: as a checkout leaves
 * them.
 */
test("an image gets the files of its own context, even if another one with the same names, sizes and times was sent", async () => {
	const names = ["one", "two", "six"];
	const files = names.flatMap((name) => [
		[`${name}/app/Dockerfile`, dockerfile],
		[`${name}/app/VERSION`, `${name} 1.0.0\n`],
		[`${name}/app/hello`, `hello ${name}\n`],
		[`${name}/more/VERSION`, `more of ${name}\n`],
	]);
	await using shipped = await openShipped("contexts", {
		"lucid.yml": `version: 1
project: contexts
defaults: { platforms: [${platforms.join(", ")}], policy: { smoke: "off" } }
services:
${names.map((name) => `  ${name}: { context: ${name}/app, contexts: { more: ${name}/more } }`).join("\n")}
`,
		...Object.fromEntries(files),
	});
	await shipped.repo.commit();
	const time = new Date("2026-01-01T00:00:00Z");
	for (const [file = ""] of files) await utimes(path.join(shipped.repo.root, file), time, time);
	for (const services of [["one"], ["two", "six"], names]) {
		const { images } = await shipped.lucid<BuildResult>("build", "--force", ...services);
		assert.equal(images.length, services.length * platforms.length);
		for (const { service, contentRef, platform } of images) {
			const repository = contentRef.slice(0, contentRef.lastIndexOf(":"));
			const facts = await registry.imageFacts(contentRef, platform);
			const layers = await Promise.all((facts?.layers ?? []).map(({ digest }) => registry.blob(repository, digest)));
			const text = layers.map((layer) => gunzipSync(layer).toString("latin1")).join("");
			for (const wanted of [`${service} 1.0.0\n`, `hello ${service}\n`, `more of ${service}\n`])
				assert.ok(text.includes(wanted), `${service} on ${platform} has no ${JSON.stringify(wanted)}`);
		}
	}
});
