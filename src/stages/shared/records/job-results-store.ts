import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Registry } from "../../../adapters/registry/registry.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";
import { emptyBlob, manifestType } from "./publication-ledger.ts";

/** What a note is about: a row of `build.json`, or of `smoke.json`. */
export type JobResultKind = "build" | "tried";

const noteType = "application/vnd.lucid.note.v1+json";
const keys = { run: "com.lucid.run", row: "com.lucid.row" } as const;

/** Of a packed row, characters. Registries take manifests of 4 MB; a log of some hundred lines is far below this. */
const mostCharacters = 500_000;
/** Of a row, bytes. */
const mostUnpacked = 16 * 1024 * 1024;

/** The run of a workflow that jobs share, with its number and where it is; undefined outside of one. */
export function workflowRunId({
	GITHUB_ACTIONS,
	GITHUB_REPOSITORY,
	GITHUB_RUN_ID,
}: Readonly<Record<string, string | undefined>>) {
	return GITHUB_ACTIONS === "true" && GITHUB_RUN_ID ? `${GITHUB_REPOSITORY ?? ""}/${GITHUB_RUN_ID}` : undefined;
}

/** `content-...-linux-arm64.build`: a tag beside the image, or in its place where there is none. */
const noteRef = (contentRef: string, kind: JobResultKind) => `${contentRef}.${kind}`;

/**
 * Leaves what a job has to say of an image in the registry, for the report of the same run: outputs of a matrix are lost, and names of artifacts can be mistaken.
 * Over what was said before. Nothing decides by it.
 */
export async function writeJobResult(
	registry: Pick<Registry, "putBlob" | "putManifest">,
	contentRef: string,
	kind: JobResultKind,
	{ run, row }: { readonly run: string; readonly row: unknown },
): Promise<void> {
	const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
	const packed = brotliCompressSync(JSON.stringify(row), { params }).toString("base64");
	if (packed.length > mostCharacters) return;
	const { digest, size } = await registry.putBlob(repositoryOf(contentRef), emptyBlob);
	const empty = { mediaType: "application/vnd.oci.empty.v1+json", digest, size };
	const manifest = {
		...{ schemaVersion: 2, mediaType: manifestType, artifactType: noteType, config: empty, layers: [empty] },
		annotations: { [keys.run]: run, [keys.row]: packed },
	};
	await registry.putManifest(
		noteRef(contentRef, kind),
		new TextEncoder().encode(JSON.stringify(manifest)),
		manifestType,
	);
}

/** What a job of this run left; undefined where none did, or where it cannot be read. */
export async function readJobResult(
	registry: Pick<Registry, "manifest">,
	contentRef: string,
	kind: JobResultKind,
	run: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
	const manifest = await registry.manifest(noteRef(contentRef, kind)).catch(() => undefined);
	if (manifest?.content.kind !== "image" || manifest.content.artifactType !== noteType) return undefined;
	const { [keys.run]: of, [keys.row]: packed = "" } = manifest.content.annotations;
	if (of !== run) return undefined;
	try {
		const text = brotliDecompressSync(Buffer.from(packed, "base64"), { maxOutputLength: mostUnpacked }).toString();
		const row: unknown = JSON.parse(text);
		return typeof row === "object" && row !== null ? (row as Readonly<Record<string, unknown>>) : undefined;
	} catch {
		return undefined;
	}
}
