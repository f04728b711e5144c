import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { openLayout, packLayout } from "../../../src/entrypoints/actions/setup/image-layout.ts";

interface Made extends AsyncDisposable {
	readonly folder: string;
	/** Of the index. */
	readonly digest: string;
	readonly layer: string;
	file(digest: string): string;
}

interface Index {
	readonly manifests: readonly { readonly digest: string }[];
}

/** An image for arm64 in a folder, as the cache restores it. */
async function makeLayout(): Promise<Made> {
	const folder = await mkdtemp(join(tmpdir(), "lucid-layout-"));
	const file = (digest: string) => join(folder, "blobs/sha256", digest.slice("sha256:".length));
	await mkdir(join(folder, "blobs/sha256"), { recursive: true });
	const add = async (content: unknown, mediaType: string) => {
		const bytes = Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
		const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
		await writeFile(file(digest), bytes);
		return { mediaType, digest, size: bytes.length };
	};
	const oci = "application/vnd.oci.image";
	const layer = await add("no real layer", `${oci}.layer.v1.tar`);
	// As in the registry: packed, with another digest.
	const packed = { mediaType: `${oci}.layer.v1.tar+gzip`, digest: `sha256:${"1".repeat(64)}`, size: 1 };
	const config = await add(
		{ architecture: "arm64", os: "linux", rootfs: { type: "layers", diff_ids: [layer.digest] } },
		`${oci}.config.v1+json`,
	);
	const type = `${oci}.manifest.v1+json`;
	const manifest = await add({ schemaVersion: 2, mediaType: type, config, layers: [packed] }, type);
	const platform = { os: "linux", architecture: "arm64" };
	const index = await add({ schemaVersion: 2, manifests: [{ ...manifest, platform }] }, `${oci}.index.v1+json`);
	return {
		folder,
		digest: index.digest,
		layer: layer.digest,
		file,
		[Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
	};
}

test("a complete image with correct digests is accepted and packed without other files of the folder", async () => {
	await using made = await makeLayout();
	await writeFile(join(made.folder, "blobs/sha256/stowaway"), "x");
	const layout = await openLayout(made.folder, made.digest, "linux/arm64");
	assert.deepEqual(
		layout.layers.map(({ digest }) => digest),
		[made.layer],
	);
	const tar = join(made.folder, "image.tar");
	await packLayout(layout, "localhost:1/lucid/x:y", tar);
	const { stdout } = await promisify(execFile)("tar", ["--list", `--file=${tar}`]);
	const { manifests } = JSON.parse(await readFile(join(made.folder, "index.json"), "utf8")) as Index;
	const blobs = [manifests[0], layout.config, ...layout.layers].map((blob) => `blobs/sha256/${blob?.digest.slice(7)}`);
	assert.deepEqual(stdout.trim().split("\n"), ["oci-layout", "index.json", "manifest.json", ...blobs]);
	const packed = JSON.parse(await readFile(join(made.folder, blobs[0] ?? ""), "utf8")) as { layers: unknown };
	assert.deepEqual(packed.layers, layout.layers);
	const manifest = JSON.parse(await readFile(join(made.folder, "manifest.json"), "utf8")) as { RepoTags: string[] }[];
	assert.deepEqual(manifest[0]?.RepoTags, ["localhost:1/lucid/x:y"]);
});

test("a changed byte is detected in any file", async () => {
	for (const which of ["digest", "layer"] as const) {
		await using made = await makeLayout();
		await writeFile(made.file(made[which]), "something else");
		const opened = openLayout(made.folder, made.digest, "linux/arm64");
		await assert.rejects(opened, new RegExp(`${made[which]} has the digest sha256:`));
	}
});

test("a missing blob is named", async () => {
	await using made = await makeLayout();
	await rm(made.file(made.layer));
	await assert.rejects(openLayout(made.folder, made.digest, "linux/arm64"), new RegExp(`${made.layer} is missing`));
});

test("an image of another platform is refused", async () => {
	await using made = await makeLayout();
	await assert.rejects(openLayout(made.folder, made.digest, "linux/amd64"), /no platform linux\/amd64/);
});
