import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { z } from "zod";
import type { Registry } from "../../../adapters/registry/registry.ts";
import { fits, type Infer } from "../../../util/json.ts";
import { parseUntrustedJson } from "../../../util/untrusted-json.ts";
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

/** Which result to read. */
export interface JobResultQuery<S extends z.ZodType> {
	readonly kind: JobResultKind;
	readonly run: string;
	readonly schema: S;
	/** Gets why a record is ignored. */
	readonly onIgnored: (note: string) => void;
}

/** The stored result of a job of this run; undefined if there is none, or if it does not fit its schema. */
export async function readJobResult<S extends z.ZodType>(
	registry: Pick<Registry, "manifest">,
	contentRef: string,
	{ kind, run, schema, onIgnored }: JobResultQuery<S>,
): Promise<Infer<S> | undefined> {
	const ref = resultRef(contentRef, kind);
	const ignore = (why: string) => {
		onIgnored(`${ref} is ignored: ${why}`);
		return undefined;
	};
	const manifest = await registry.manifest(ref).catch((error: Error) => ignore(error.message));
	if (manifest === undefined) return undefined;
	const { content } = manifest;
	if (content.kind !== "image" || content.artifactType !== resultType) return ignore("it is not the result of a job");
	const { [keys.run]: of, [keys.row]: packed = "" } = content.annotations;
	if (of !== run) return undefined;
	let row: unknown;
	try {
		const options = { maxOutputLength: maxUnpackedBytes };
		const bytes = brotliDecompressSync(Buffer.from(packed, "base64"), options);
		row = parseUntrustedJson(bytes, ignore);
	} catch {
		return ignore("its row cannot be unpacked");
	}
	return row !== undefined && fits(schema, row, ignore) ? row : undefined;
}
