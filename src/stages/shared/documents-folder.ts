import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { replaceFile } from "../../adapters/files/replace-file.ts";
import {
	type AttestableResult,
	attestationSubjects,
	formatChecksums,
} from "../../model/documents/attestation-subjects.ts";
import { type DocumentSchema, isDocument } from "../../model/documents/documents.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import type { Infer } from "../../util/json.ts";
import type { StageContext } from "./context.ts";

/** Writes a file completely or not at all. Throws UserError `document/unwritable`. */
export async function writeFileAtomically(file: string, text: string): Promise<string> {
	try {
		await replaceFile(file, text);
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		const fix = "name a folder that can be written to, with --out";
		throw new UserError(
			{ code: "document/unwritable", message: "cannot be written", at: { file }, why, fix },
			{ cause },
		);
	}
	return file;
}

interface Versioned {
	readonly kind: string;
	readonly version: number;
}

/** The file of a `lucid.build` document is `build.json`. */
const fileOf = (out: string, kind: string) => path.join(out, `${kind.replace(/^lucid\./, "")}.json`);

export async function writeDocument(out: string, document: Versioned): Promise<string> {
	return writeFileAtomically(fileOf(out, document.kind), `${JSON.stringify(document, undefined, "\t")}\n`);
}

/** Reads a document; undefined if there is no such file. Throws UserError `document/unreadable`. */
export async function readDocument<S extends DocumentSchema>(file: string, schema: S): Promise<Infer<S> | undefined> {
	let text: string;
	try {
		text = await readFile(file, "utf8");
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw unreadable(file, "cannot be read", cause);
	}
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw unreadable(file, "is not JSON", cause);
	}
	let mismatch = "";
	if (isDocument(schema, value, (why) => (mismatch = why))) return value;
	throw unreadable(file, mismatch);
}

/** The document of a kind in the run's folder. */
export function readDocumentIn<S extends DocumentSchema>(out: string, schema: S): Promise<Infer<S> | undefined> {
	return readDocument(fileOf(out, schema.shape.kind.value), schema);
}

function unreadable(file: string, message: string, cause?: unknown): UserError {
	const why = cause instanceof Error ? cause.message : undefined;
	const fix = "run the stage that writes it again";
	return new UserError({ code: "document/unreadable", message, at: { file }, fix, ...defined({ why }) }, { cause });
}

/** The named file, or all files below a folder that pass the filter, sorted. Empty if neither exists. */
export async function listFiles(named: string, filter: (file: string) => boolean): Promise<readonly string[]> {
	const stats = await stat(named).catch(() => undefined);
	if (stats === undefined) return [];
	if (!stats.isDirectory()) return [named];
	const names = await readdir(named, { recursive: true });
	return names
		.filter(filter)
		.sort()
		.map((name) => path.join(named, name));
}

/** Writes `<stage>-subjects.txt` for actions/attest: names and digests of what a stage made. No file without any. */
export async function writeAttestationSubjects(
	out: string,
	stage: "build" | "publish",
	result: AttestableResult,
): Promise<void> {
	const subjects = attestationSubjects(result);
	if (subjects.length > 0)
		await writeFileAtomically(path.join(out, `${stage}-subjects.txt`), formatChecksums(subjects));
}

/** Adds the name of GitHub's runner to the rows of this job. Rows of another job keep theirs. */
export function withRunnerName<T extends { readonly startedAt?: string; readonly runner?: string }>(
	rows: readonly T[],
	{ env }: Pick<StageContext, "env">,
): readonly T[] {
	const runner = env.RUNNER_NAME;
	if (!runner) return rows;
	return rows.map((row) => (row.startedAt === undefined || row.runner !== undefined ? row : { ...row, runner }));
}
