import { z } from "zod";
import type { EngineApi } from "../../adapters/docker/engine-api.ts";
import type { HostImage, HostResult, ImageIdentity } from "../../model/documents/verify-host.ts";
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

/** Whose engine it is. */
export async function readHostInfo(api: EngineApi, signal: AbortSignal): Promise<HostResult["host"]> {
	const reply = await engineRequest(api, { method: "GET", path: "/info", signal });
	if (!reply.ok) throw new EngineUnavailable(reply.why);
	const info = hostShape.safeParse(reply.value).data;
	if (info === undefined) throw new EngineUnavailable("what answers is no Docker engine");
	const architecture = architectures[info.Architecture] ?? info.Architecture;
	return { name: info.Name, engine: info.ServerVersion, platform: `${info.OSType}/${architecture}` };
}

/** What a registry holds under the floating tag. */
interface Facts {
	readonly digest: string;
	readonly indexDigest?: string;
	readonly labels: Readonly<Record<string, string>>;
	readonly created?: string;
}

export interface WantedImage {
	readonly service: string;
	readonly platform: string;
	readonly ref: string;
	/** Its repository. */
	readonly image: string;
	readonly facts: Facts | undefined;
	/** The platform's manifest that another index of the repository names; undefined where there is none. */
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

/** Looks for the published bytes under any name, then for what the machine has under the tag. */
export async function findOnHost(api: EngineApi, sought: WantedImage, signal: AbortSignal): Promise<HostImage> {
	const { service, platform, ref, image, facts } = sought;
	const row = { service, platform, ref };
	const published = facts && {
		published: known(facts.indexDigest ?? facts.digest, facts.labels[revisionLabel], facts.created),
	};
	for (const digest of facts === undefined ? [] : [facts.indexDigest, facts.digest]) {
		const found = digest === undefined ? undefined : await inspect(api, `${image}@${digest}`, signal);
		if (found !== undefined && digest !== undefined)
			return { ...row, ...published, state: "present", here: known(digest, labelOf(found), found.Created) };
	}
	// The index of a release and that of the branch may name the same image.
	const same = facts && (await findSame(api, sought, facts.digest, signal));
	if (same !== undefined) return { ...row, ...published, state: "present", here: same };
	const other = await inspect(api, ref, signal);
	const digest = other?.RepoDigests?.map((one) => one.split("@")[1]).find((one) => one !== undefined);
	const here = other && digest !== undefined ? { here: known(digest, labelOf(other), other.Created) } : undefined;
	const state = facts === undefined ? "unpublished" : here === undefined ? "absent" : "old";
	return { ...row, ...published, ...here, state };
}

/** What the machine has of a repository under any digest, if it is the same platform's manifest. */
async function findSame(
	api: EngineApi,
	{ image, manifestOf }: WantedImage,
	wanted: string,
	signal: AbortSignal,
): Promise<ImageIdentity | undefined> {
	// The engine lists images as Docker shows their names.
	const repository = familiarName(parseReference(image));
	const filters = encodeURIComponent(JSON.stringify({ reference: [repository] }));
	const reply = await engineRequest(api, { method: "GET", path: `/images/json?filters=${filters}`, signal });
	const listed = reply.ok ? (listShape.safeParse(reply.value).data ?? []) : [];
	for (const digest of new Set(listed.flatMap(({ RepoDigests }) => RepoDigests ?? []))) {
		const [name, own = ""] = digest.split("@");
		if (name !== repository || (await manifestOf(own)) !== wanted) continue;
		const found = await inspect(api, digest, signal);
		if (found !== undefined) return known(own, labelOf(found), found.Created);
	}
	return undefined;
}

type Inspected = z.infer<typeof imageShape>;

const labelOf = ({ Config }: Inspected) => Config?.Labels?.[revisionLabel];

function known(digest: string, revision: string | undefined, created: string | null | undefined): ImageIdentity {
	return { digest, ...defined({ revision }), ...(created && { created }) };
}

async function inspect(api: EngineApi, ref: string, signal: AbortSignal): Promise<Inspected | undefined> {
	const reply = await engineRequest(api, { method: "GET", path: `/images/${ref}/json`, signal });
	return reply.ok ? imageShape.safeParse(reply.value).data : undefined;
}
