import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Registry } from "../../../adapters/registry/registry.ts";
import { putArtifact } from "./artifact-manifest.ts";

/** A row of `build.json`, or (`tried`) of `smoke.json`. */
export type JobResultKind = "build" | "tried";

const resultType = "application/vnd.lucid.note.v1+json";
const keys = { run: "com.lucid.run", row: "com.lucid.row" } as const;

/** A packed row, characters. Registries accept manifests of 4 MB; a log of some hundred lines is far below this. */
const maxPackedLength = 500_000;
/** An unpacked row, bytes. */
const maxUnpackedBytes = 16 * 1024 * 1024;

/** Repository and id of the workflow run that this job belongs to; undefined outside of GitHub Actions. */
export function workflowRunId({
	GITHUB_ACTIONS,
	GITHUB_REPOSITORY,
	GITHUB_RUN_ID,
}: Readonly<Record<string, string | undefined>>) {
	return GITHUB_ACTIONS === "true" && GITHUB_RUN_ID ? `${GITHUB_REPOSITORY ?? ""}/${GITHUB_RUN_ID}` : undefined;
}

/** `content-...-linux-arm64.build`: a tag beside the image, even if that does not exist. */
const resultRef = (contentRef: string, kind: JobResultKind) => `${contentRef}.${kind}`;

/**
 * Stores a job's result for an image in the registry, over an earlier one. Only the report of the same run reads it: a
 * matrix has no outputs per leg, and artifacts may share names.
 */
export async function writeJobResult(
	registry: Pick<Registry, "putBlob" | "putManifest">,
	contentRef: string,
	kind: JobResultKind,
	{ run, row }: { readonly run: string; readonly row: unknown },
): Promise<void> {
	const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
	const packed = brotliCompressSync(JSON.stringify(row), { params }).toString("base64");
	if (packed.length > maxPackedLength) return;
	const annotations = { [keys.run]: run, [keys.row]: packed };
	const ref = resultRef(contentRef, kind);
	await putArtifact(registry, { ref, owner: "job-result", artifactType: resultType, annotations });
}

/** The stored result of a job of this run; undefined if there is none, or if it cannot be read. */
export async function readJobResult(
	registry: Pick<Registry, "manifest">,
	contentRef: string,
	kind: JobResultKind,
	run: string,
): Promise<unknown> {
	const manifest = await registry.manifest(resultRef(contentRef, kind)).catch(() => undefined);
	if (manifest?.content.kind !== "image" || manifest.content.artifactType !== resultType) return undefined;
	const { [keys.run]: of, [keys.row]: packed = "" } = manifest.content.annotations;
	if (of !== run) return undefined;
	try {
		return JSON.parse(
			brotliDecompressSync(Buffer.from(packed, "base64"), { maxOutputLength: maxUnpackedBytes }).toString(),
		);
	} catch {
		return undefined;
	}
}
