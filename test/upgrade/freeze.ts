import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { parseReference } from "../../src/model/oci/reference.ts";
import { makeRepo } from "../support/repo.ts";
import { digestsIn, type Frozen, firstCommit, runStages, secondCommit, services } from "./state.ts";

/**
 * Takes down what a version of this program leaves in a registry: `script/engine node test/upgrade/freeze.ts BUNDLE
 * FILE`, with the bundle `lucid.js` of that version (`git worktree add /tmp/old COMMIT`). Two commits are published as
 * pushes to main, the second also as the git tag v1.0.0.
 */
const [bundle = "", file = ""] = process.argv.slice(2);
const host = process.env.LUCID_REGISTRY ?? "";
const prefix = `${host}/freeze-${randomBytes(4).toString("hex")}`;
const registry = openRegistry();
await using repo = await makeRepo(firstCommit);
const commits: string[] = [];
const publish = async (event: string) => {
	const { published } = await runStages(path.resolve(bundle), repo, prefix, event);
	if (published.exitCode !== 0) throw new Error(`${event}: ${published.stderr}${JSON.stringify(published.document)}`);
};
commits.push(await repo.commit());
await publish("push:main");
await repo.write(secondCommit);
commits.push(await repo.commit());
await publish("push:main");
await publish("tag:v1.0.0");

const blobs: Record<string, string> = {};
const manifests: Record<string, (readonly [string, string, string])[]> = {};
for (const name of services) {
	const { repository } = parseReference(`${prefix}/${name}`);
	const answer = await fetch(`http://${host}/v2/${repository}/tags/list`);
	const { tags } = (await answer.json()) as { tags: readonly string[] };
	const list = new Map<string, readonly [string, string, string]>();
	const add = async (ref: string) => {
		const found = await registry.manifest(`${prefix}/${name}${ref.startsWith("sha256:") ? "@" : ":"}${ref}`);
		if (found === undefined || list.has(ref)) return;
		const { bytes, content, descriptor } = found;
		for (const child of content.kind === "index" ? content.manifests : []) await add(child.digest);
		if (content.kind === "image")
			for (const digest of digestsIn(JSON.stringify([content.config, content.layers])))
				blobs[digest] ??= Buffer.from(await registry.blob(`${prefix}/${name}`, digest)).toString("base64");
		list.set(ref, [ref, descriptor.mediaType, Buffer.from(bytes).toString("base64")]);
	};
	for (const tag of tags.toSorted()) await add(tag);
	manifests[name] = [...list.values()];
}
const frozen: Frozen = { commits, blobs, manifests };
await writeFile(file, `${JSON.stringify(frozen, undefined, "\t")}\n`);
console.log(
	`${file}: ${Object.entries(manifests)
		.map(([name, list]) => `${name} ${list.map(([ref]) => ref).join(" ")}`)
		.join("\n")}`,
);
