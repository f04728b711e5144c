import { createHash } from "node:crypto";
import type { ImageFacts } from "../../../model/oci/image-facts.ts";
import { UserError } from "../../../util/errors.ts";
import type { Backoff } from "../../../util/retry.ts";
import { emptyBlob, manifestType } from "../../shared/records/publication-ledger.ts";
import type { PublishRegistry } from "../../shared/records/publish-registry.ts";
import { putManifestWithBackoff } from "../backoff.ts";

const recordType = "application/vnd.lucid.relabel.v1+json";

/** The annotation that names the image that one was made of. */
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
	/** Of the run that releases. */
	readonly revision: string;
	readonly labels: Readonly<Record<string, string>>;
	readonly patient: Backoff;
}

/**
 * The same image with other labels: a new config and manifest over the same layers, without attestations, which name the built digest; and a record that
 * names both digests. The same image and labels give the same bytes. An image that has these labels already stays as it is. Throws UserError
 * `publish/relabel` unless layers and all that a container is started with come out the same: what smoke said of the one holds for the other.
 */
export async function relabel(about: Relabel, facts: ImageFacts): Promise<ImageFacts> {
	const { registry, image, labels, patient } = about;
	if (Object.entries(labels).every(([key, value]) => facts.labels[key] === value)) return facts;
	const manifest = await registry.manifest(`${image}@${facts.digest}`);
	if (manifest?.content.kind !== "image") throw failure(`${facts.digest} of ${image} is gone`, "build it again");
	const config = parse(await registry.blob(image, manifest.content.config.digest));
	const inner = asObject(config.config);
	const labelled = { ...config, config: { ...inner, Labels: { ...asObject(inner.Labels), ...labels } } };
	const { digest, size } = await registry.putBlob(image, encode(labelled));
	const old = parse(manifest.bytes);
	const fresh = encode({
		...old,
		config: { ...manifest.content.config, digest, size },
		annotations: { ...manifest.content.annotations, [keys.from]: facts.digest },
	});
	const ref = `${image}@sha256:${createHash("sha256").update(fresh).digest("hex")}`;
	await putManifestWithBackoff(registry, ref, fresh, manifest.descriptor.mediaType, patient);
	let made = await registry.imageFacts(ref, facts.platform);
	while (made === undefined && (await patient.wait())) made = await registry.imageFacts(ref, facts.platform);
	patient.reset();
	if (made === undefined) throw failure(`${ref} was accepted, but the registry does not show it`, "publish again");
	if (startedWith(made) !== startedWith(facts))
		throw failure(`${ref} differs from ${facts.digest} in more than its labels`, "build it again");
	await record(about, facts.digest, made.digest);
	return made;
}

/** Layers, entrypoint, command, environment, user, ports, health check and all else that a container is started with. */
const startedWith = ({ layers, diffIds, settings, os, architecture, variant }: ImageFacts): string =>
	JSON.stringify([layers.map(({ digest }) => digest), diffIds, settings, os, architecture, variant]);

/** `sha256-<64 hex digits>.relabel`: a tag beside the relabelled image that names what was built and smoked. */
export const relabelTag = (digest: string): string => `${digest.replace(":", "-")}.relabel`;

async function record(
	{ registry, image, version, revision, patient }: Relabel,
	from: string,
	to: string,
): Promise<void> {
	const ref = `${image}:${relabelTag(to)}`;
	if ((await registry.head(ref)) !== undefined) return;
	const { digest, size } = await registry.putBlob(image, emptyBlob);
	const empty = { mediaType: "application/vnd.oci.empty.v1+json", digest, size };
	const annotations = { [keys.from]: from, [keys.to]: to, [keys.version]: version, [keys.revision]: revision };
	const manifest = {
		...{ schemaVersion: 2, mediaType: manifestType, artifactType: recordType, config: empty, layers: [empty] },
		annotations,
	};
	await putManifestWithBackoff(registry, ref, encode(manifest), manifestType, patient);
}

const failure = (message: string, fix: string) => new UserError({ code: "publish/relabel", message, fix });

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const parse = (bytes: Uint8Array) => asObject(JSON.parse(new TextDecoder().decode(bytes)));

const asObject = (json: unknown): Readonly<Record<string, unknown>> =>
	typeof json === "object" && json !== null ? (json as Readonly<Record<string, unknown>>) : {};
