import { createHash } from "node:crypto";
import type { Plan, PlannedImage } from "../../src/model/documents/plan.ts";
import { identityAnnotations, identityOf } from "../../src/model/service/image-identity.ts";
import { errorBody, manifestType, reply, serve } from "../registry/server.ts";

export interface HeldRegistry extends AsyncDisposable {
	readonly host: string;
	/** Puts an image of one platform under a reference of this registry. `content` makes its bytes its own. */
	put(ref: string, platform: string, content: string, more?: Partial<Held>): void;
	/** As if the plan were built and published: each new image under its content tag, all under a floating tag. */
	carryOut(plan: Plan, floating?: string): void;
}

interface Held {
	readonly annotations: Readonly<Record<string, string>>;
	readonly labels: Readonly<Record<string, string>>;
}

/** A registry that holds what a test puts there. Real HTTP on a free port of loopback. */
export async function holdingRegistry(): Promise<HeldRegistry> {
	const blobs = new Map<string, string>();
	const tags = new Map<string, string>();
	const digestOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
	const keep = (text: string) => {
		blobs.set(digestOf(text), text);
		return { digest: digestOf(text), size: Buffer.byteLength(text) };
	};
	const server = await serve((request, response) => {
		const [, repository, kind, name = ""] = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(request.url ?? "") ?? [];
		const digest = name.startsWith("sha256:") ? name : tags.get(`${repository}:${name}`);
		const text = digest === undefined ? undefined : blobs.get(digest);
		if (text === undefined || digest === undefined) return reply(response, 404, errorBody("MANIFEST_UNKNOWN", "no"));
		const type = kind === "blobs" ? "application/octet-stream" : manifestType;
		reply(response, 200, text, { "content-type": type, "docker-content-digest": digest });
	});
	const put = (ref: string, platform: string, content: string, more: Partial<Held> = {}) => {
		const [os, architecture] = platform.split("/");
		const config = keep(JSON.stringify({ os, architecture, config: { Labels: more.labels ?? {} }, content }));
		const manifest = {
			schemaVersion: 2,
			mediaType: manifestType,
			config: { mediaType: "application/vnd.oci.image.config.v1+json", ...config },
			layers: [],
			annotations: more.annotations ?? {},
		};
		tags.set(ref.slice(ref.indexOf("/") + 1), keep(JSON.stringify(manifest)).digest);
	};
	const publish = (image: PlannedImage, { source }: Plan, floating: string) => {
		const components = Object.fromEntries(image.components.map(({ name, hash }) => [name, hash]));
		const about = {
			annotations: {
				...identityAnnotations(identityOf(image, source)),
				"com.lucid.components": JSON.stringify(components),
			},
			labels: { "org.opencontainers.image.revision": source.revision },
		};
		const refs = [image.contentRef, `${image.contentRef.slice(0, image.contentRef.lastIndexOf(":"))}:${floating}`];
		for (const ref of refs) put(ref, image.platform, image.fingerprint, about);
	};
	return {
		host: server.host,
		put,
		carryOut: (plan, floating = "latest") => {
			for (const image of plan.images) publish(image, plan, floating);
		},
		[Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
	};
}
