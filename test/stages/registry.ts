import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Plan, PlannedImage } from "../../src/model/documents/plan.ts";
import { mediaTypes } from "../../src/model/oci/manifest.ts";
import { identityAnnotations, identityOf } from "../../src/model/service/image-identity.ts";
import { bundleAnnotation, bundleType } from "../../src/model/signing/bundle-artifact.ts";
import { errorBody, manifestType, reply, serve } from "../registry/server.ts";

export interface HeldRegistry extends AsyncDisposable {
	readonly host: string;
	/** Puts an image of one platform under a reference of this registry. `content` makes its bytes its own. */
	put(ref: string, platform: string, content: string, more?: Partial<Held>): void;
	/** As if the plan were built and published: each new image under its content tag, all under a floating tag. */
	carryOut(plan: Plan, floating?: string): void;
	/** Digest of the manifest under a reference. */
	digestOf(ref: string): string;
	/** Attaches a bundle to an image, as the newest. `unannotated`: as other programs do. */
	attach(repository: string, digest: string, bundle: Uint8Array, how?: "annotated" | "unannotated"): void;
	/** Puts any manifest under a reference. */
	putManifest(ref: string, manifest: unknown): void;
	/** Answers 404 for a blob, in one repository or all. */
	forget(blob: Uint8Array, repository?: string): void;
	/** All requests, in order. */
	lines(): readonly string[];
}

interface Held {
	readonly annotations: Readonly<Record<string, string>>;
	readonly labels: Readonly<Record<string, string>>;
}

/** A registry that holds what a test puts there. Real HTTP on a free port of loopback. */
export async function holdingRegistry(): Promise<HeldRegistry> {
	const blobs = new Map<string, string>();
	const tags = new Map<string, string>();
	const gone = new Set<string>();
	let attached = 0;
	const digestOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
	const keep = (text: string) => {
		blobs.set(digestOf(text), text);
		return { digest: digestOf(text), size: Buffer.byteLength(text) };
	};
	const server = await serve((request, response) => {
		const [, repository, kind, name = ""] = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(request.url ?? "") ?? [];
		const digest = name.startsWith("sha256:") ? name : tags.get(`${repository}:${name}`);
		const text = digest === undefined ? undefined : blobs.get(digest);
		const isGone = gone.has(`${digest}`) || gone.has(`${repository} ${digest}`);
		if (text === undefined || digest === undefined || isGone)
			return reply(response, 404, errorBody("MANIFEST_UNKNOWN", "no"));
		const type = kind === "blobs" ? "application/octet-stream" : (JSON.parse(text).mediaType ?? manifestType);
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
		digestOf: (ref) => tags.get(ref.slice(ref.indexOf("/") + 1)) ?? assert.fail(`there is no ${ref}`),
		attach(repository, subject, bundle, how = "annotated") {
			const name = `${repository.slice(repository.indexOf("/") + 1)}:${subject.replace(":", "-")}`;
			const layer = { mediaType: bundleType, ...keep(new TextDecoder().decode(bundle)) };
			const created = new Date(Date.UTC(2026, 0, 1) + attached++ * 1000).toISOString();
			const annotations = {
				"org.opencontainers.image.created": created,
				...(how === "annotated" && { [bundleAnnotation]: layer.digest }),
			};
			const empty = { mediaType: "application/vnd.oci.empty.v1+json", ...keep("{}") };
			const manifest = {
				...{ schemaVersion: 2, mediaType: manifestType, artifactType: bundleType, config: empty, layers: [layer] },
				...{ subject: { mediaType: manifestType, digest: subject, size: 1 }, annotations },
			};
			const entry = {
				mediaType: manifestType,
				artifactType: bundleType,
				...keep(JSON.stringify(manifest)),
				annotations,
			};
			const known = tags.get(name);
			const list = known === undefined ? [] : JSON.parse(blobs.get(known) ?? "{}").manifests;
			const index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [...list, entry] };
			tags.set(name, keep(JSON.stringify(index)).digest);
		},
		putManifest: (ref, manifest) => {
			tags.set(ref.slice(ref.indexOf("/") + 1), keep(JSON.stringify(manifest)).digest);
		},
		forget: (blob, repository) => {
			const digest = digestOf(new TextDecoder().decode(blob));
			gone.add(repository === undefined ? digest : `${repository} ${digest}`);
		},
		lines: server.lines,
		[Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
	};
}
