import type { ImageFacts } from "../../../model/oci/image-facts.ts";
import { emptyBlob, mediaTypes, sha256 } from "../../../model/oci/manifest.ts";
import { UserError } from "../../../util/errors.ts";
import { parseJson, readObject } from "../../../util/json.ts";
import { type Backoff, readWithBackoff } from "../../../util/retry.ts";
import { artifactManifest } from "../../shared/records/artifact-manifest.ts";
import type { PublishRegistry } from "../../shared/records/publication-ledger.ts";
import { putManifestWithBackoff } from "../backoff.ts";

const recordType = "application/vnd.lucid.relabel.v1+json";

/** The annotation that names the image that was relabelled. */
export const relabelledFrom = "com.lucid.relabel.from";

const keys = {
	from: relabelledFrom,
	to: "com.lucid.relabel.to",
	version: "org.opencontainers.image.version",
	revision: "org.opencontainers.image.revision",
};

export interface Relabel {
	readonly registry: Pick<PublishRegistry, "head" | "manifest" | "blob" | "putBlob" | "putManifest" | "imageFacts">;
	/** Host and name, without a tag. */
	readonly image: string;
	readonly version: string;
	/** The commit of the release. */
	readonly revision: string;
	readonly labels: Readonly<Record<string, string>>;
	readonly backoff: Backoff;
}

/**
 * The same image with other labels: a new config and manifest over the same layers, and a record that names both
 * digests. Attestations are left out: they name the built digest. The same image and labels give the same bytes. An
 * image with these labels is returned as it is. Throws UserError `publish/relabel` if anything else differs, so that
 * the verdict of smoke holds for both.
 */
export async function relabel(about: Relabel, facts: ImageFacts): Promise<ImageFacts> {
	const { registry, image, labels, backoff } = about;
	if (Object.entries(labels).every(([key, value]) => facts.labels[key] === value)) return facts;
	const manifest = await registry.manifest(`${image}@${facts.digest}`);
	if (manifest?.content.kind !== "image") throw failure(`${facts.digest} of ${image} is gone`, "build it again");
	const config = parse(await registry.blob(image, manifest.content.config.digest));
	const inner = readObject(config.config);
	const labelled = { ...config, config: { ...inner, Labels: { ...readObject(inner?.Labels), ...labels } } };
	const { digest, size } = await registry.putBlob(image, encode(labelled));
	const old = parse(manifest.bytes);
	const fresh = encode({
		...old,
		config: { ...manifest.content.config, digest, size },
		annotations: { ...manifest.content.annotations, [keys.from]: facts.digest },
	});
	const ref = `${image}@${sha256(fresh)}`;
	const { mediaType } = manifest.descriptor;
	await putManifestWithBackoff(registry, { ref, bytes: fresh, mediaType }, backoff);
	const relabelled = await readWithBackoff(() => registry.imageFacts(ref, facts.platform), backoff);
	if (relabelled === undefined)
		throw failure(`${ref} was accepted, but the registry does not show it`, "publish again");
	if (startedWith(relabelled) !== startedWith(facts))
		throw failure(`${ref} differs from ${facts.digest} in more than its labels`, "build it again");
	await record(about, facts.digest, relabelled.digest);
	return relabelled;
}

/** Everything that a container is started with. */
const startedWith = ({ layers, diffIds, settings, os, architecture, variant }: ImageFacts): string =>
	JSON.stringify([layers.map(({ digest }) => digest), diffIds, settings, os, architecture, variant]);

/** `sha256-<64 hex digits>.relabel`: a tag beside the relabelled image that names the built image. */
export const relabelTag = (digest: string): string => `${digest.replace(":", "-")}.relabel`;

async function record(
	{ registry, image, version, revision, backoff }: Relabel,
	from: string,
	to: string,
): Promise<void> {
	const ref = `${image}:${relabelTag(to)}`;
	const existing = (await registry.manifest(ref))?.content;
	const isRecord = existing?.kind === "image" && existing.artifactType === recordType;
	if (isRecord && existing.annotations[keys.from] === from && existing.annotations[keys.to] === to) return;
	await registry.putBlob(image, emptyBlob);
	const annotations = { [keys.from]: from, [keys.to]: to, [keys.version]: version, [keys.revision]: revision };
	const bytes = artifactManifest(recordType, annotations);
	await putManifestWithBackoff(registry, { ref, bytes, mediaType: mediaTypes.manifest, owner: "relabel" }, backoff);
}

const failure = (message: string, fix: string) => new UserError({ code: "publish/relabel", message, fix });

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const parse = (bytes: Uint8Array) => readObject(parseJson(new TextDecoder().decode(bytes))) ?? {};
