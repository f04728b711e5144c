import { z } from "zod";
import type { EngineApi } from "../docker/api.ts";
import type { HostImage, HostResult, KnownImage } from "../documents/host.ts";
import { ask, EngineGone } from "./ask.ts";

const hostShape = z.object({
	Name: z.string(),
	ServerVersion: z.string(),
	OSType: z.string(),
	Architecture: z.string(),
});
const architectures: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64", armv7l: "arm/v7" };

/** Whose engine it is. */
export async function hostInfo(api: EngineApi, signal: AbortSignal): Promise<HostResult["host"]> {
	const reply = await ask(api, { method: "GET", path: "/info", signal });
	if (!reply.ok) throw new EngineGone(reply.why);
	const info = hostShape.safeParse(reply.value).data;
	if (info === undefined) throw new EngineGone("what answers is no Docker engine");
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

export interface Sought {
	readonly service: string;
	readonly platform: string;
	readonly ref: string;
	/** Its repository. */
	readonly image: string;
	readonly facts: Facts | undefined;
}

const imageShape = z.object({
	Id: z.string(),
	RepoDigests: z.array(z.string()).nullish(),
	Created: z.string().nullish(),
	Config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }).nullish(),
});

const revisionLabel = "org.opencontainers.image.revision";

/** Looks for the published bytes under any name, then for what the machine has under the tag. */
export async function lookOnHost(api: EngineApi, sought: Sought, signal: AbortSignal): Promise<HostImage> {
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
	const other = await inspect(api, ref, signal);
	const digest = other?.RepoDigests?.map((one) => one.split("@")[1]).find((one) => one !== undefined);
	const here = other && digest !== undefined ? { here: known(digest, labelOf(other), other.Created) } : undefined;
	const state = facts === undefined ? "unpublished" : here === undefined ? "absent" : "old";
	return { ...row, ...published, ...here, state };
}

type Inspected = z.infer<typeof imageShape>;

const labelOf = ({ Config }: Inspected) => Config?.Labels?.[revisionLabel];

function known(digest: string, revision: string | undefined, created: string | null | undefined): KnownImage {
	return { digest, ...(revision !== undefined && { revision }), ...(created && { created }) };
}

async function inspect(api: EngineApi, ref: string, signal: AbortSignal): Promise<Inspected | undefined> {
	const reply = await ask(api, { method: "GET", path: `/images/${ref}/json`, signal });
	return reply.ok ? imageShape.safeParse(reply.value).data : undefined;
}
