import { z } from "zod";
import type { EngineApi } from "../../adapters/docker/engine-api.ts";
import type { HostImage, HostResult, ImageBuild } from "../../model/documents/verify-host.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import { familiarName, parseReference } from "../../model/oci/reference.ts";
import { defined } from "../../util/defined.ts";
import { EngineUnavailable, engineRequest } from "../smoke/engine/call.ts";

const hostShape = z.object({
	Name: z.string(),
	ServerVersion: z.string(),
	OSType: z.string(),
	Architecture: z.string(),
});
const architectures: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64", armv7l: "arm/v7" };

/** Name, version and platform of the engine. */
export async function readHostInfo(api: EngineApi, signal: AbortSignal): Promise<HostResult["host"]> {
	const reply = await engineRequest(api, { method: "GET", path: "/info", signal });
	if (!reply.ok) throw new EngineUnavailable(reply.why);
	const info = hostShape.safeParse(reply.value).data;
	if (info === undefined) throw new EngineUnavailable("the answer is not from a Docker engine");
	const architecture = architectures[info.Architecture] ?? info.Architecture;
	return { name: info.Name, engine: info.ServerVersion, platform: `${info.OSType}/${architecture}` };
}

/** What the registry has under the floating tag. */
type PublishedFacts = Pick<ImageFacts, "digest" | "indexDigest" | "labels" | "created">;

export interface WantedImage {
	readonly service: string;
	readonly platform: string;
	readonly ref: string;
	/** The repository. */
	readonly image: string;
	readonly facts: PublishedFacts | undefined;
	/** Digest of the platform's manifest in another index of the repository; undefined if it has none. */
	readonly manifestOf: (digest: string) => Promise<string | undefined>;
}

const imageShape = z.object({
	Id: z.string(),
	RepoDigests: z.array(z.string()).nullish(),
	Created: z.string().nullish(),
	Config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }).nullish(),
});

const listShape = z.array(z.object({ RepoDigests: z.array(z.string()).nullish() }));

const revisionLabel = "org.opencontainers.image.revision";

/** Looks for the published image under any name, then for another image under the tag. */
export async function findOnHost(api: EngineApi, wanted: WantedImage, signal: AbortSignal): Promise<HostImage> {
	const { service, platform, ref, image, facts } = wanted;
	const row = { service, platform, ref };
	const published = facts && {
		published: imageIdentity(facts.indexDigest ?? facts.digest, facts.labels[revisionLabel], facts.created),
	};
	for (const digest of facts === undefined ? [] : [facts.indexDigest, facts.digest]) {
		const local = digest === undefined ? undefined : await inspect(api, `${image}@${digest}`, signal);
		if (local !== undefined && digest !== undefined)
			return { ...row, ...published, state: "present", here: imageIdentity(digest, labelOf(local), local.Created) };
	}
	// The indexes of a release and of the branch may name the same image.
	const sameImage = facts && (await findSame(api, wanted, facts.digest, signal));
	if (sameImage !== undefined) return { ...row, ...published, state: "present", here: sameImage };
	const tagged = await inspect(api, ref, signal);
	const [digest] = tagged?.RepoDigests?.flatMap((name) => name.split("@")[1] ?? []) ?? [];
	const here =
		tagged && digest !== undefined ? { here: imageIdentity(digest, labelOf(tagged), tagged.Created) } : undefined;
	const state = facts === undefined ? "unpublished" : here === undefined ? "absent" : "old";
	return { ...row, ...published, ...here, state };
}

/** An image of the repository under another digest that is the same platform's manifest. */
async function findSame(
	api: EngineApi,
	{ image, manifestOf }: WantedImage,
	manifest: string,
	signal: AbortSignal,
): Promise<ImageBuild | undefined> {
	// The engine lists images by familiar names.
	const repository = familiarName(parseReference(image));
	const filters = encodeURIComponent(JSON.stringify({ reference: [repository] }));
	const reply = await engineRequest(api, { method: "GET", path: `/images/json?filters=${filters}`, signal });
	const listed = reply.ok ? (listShape.safeParse(reply.value).data ?? []) : [];
	for (const digest of new Set(listed.flatMap(({ RepoDigests }) => RepoDigests ?? []))) {
		const [name, own = ""] = digest.split("@");
		if (name !== repository || (await manifestOf(own)) !== manifest) continue;
		const local = await inspect(api, digest, signal);
		if (local !== undefined) return imageIdentity(own, labelOf(local), local.Created);
	}
	return undefined;
}

type Inspected = z.infer<typeof imageShape>;

const labelOf = ({ Config }: Inspected) => Config?.Labels?.[revisionLabel];

function imageIdentity(digest: string, revision: string | undefined, created: string | null | undefined): ImageBuild {
	return { digest, ...defined({ revision }), ...(created && { created }) };
}

async function inspect(api: EngineApi, ref: string, signal: AbortSignal): Promise<Inspected | undefined> {
	const reply = await engineRequest(api, { method: "GET", path: `/images/${ref}/json`, signal });
	return reply.ok ? imageShape.safeParse(reply.value).data : undefined;
}
