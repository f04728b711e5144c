import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { replaceFile } from "../../adapters/files/replace-file.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";

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

/** `lucid.build` is kept as `build.json`. */
const fileOf = (out: string, kind: string) => path.join(out, `${kind.replace(/^lucid\./, "")}.json`);

export async function writeDocument(out: string, document: Versioned): Promise<string> {
	return writeFileAtomically(fileOf(out, document.kind), `${JSON.stringify(document, undefined, "\t")}\n`);
}

/** Reads a document that another stage, perhaps in another job, wrote. Undefined when there is none; a UserError when it is not what it should be. */
export async function readDocument<T extends Versioned>(
	file: string,
	kind: T["kind"],
	version: T["version"],
): Promise<T | undefined> {
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
	const found = (typeof value === "object" && value !== null ? value : {}) as Partial<Versioned>;
	if (found.kind !== kind) throw unreadable(file, `is not a ${kind} document`);
	if (found.version !== version)
		throw unreadable(file, `is version ${found.version} of ${kind}, and this program reads version ${version}`);
	return found as T;
}

/** The document of a kind in the run's folder. */
export function readDocumentIn<T extends Versioned>(
	out: string,
	kind: T["kind"],
	version: T["version"],
): Promise<T | undefined> {
	return readDocument(fileOf(out, kind), kind, version);
}

function unreadable(file: string, message: string, cause?: unknown): UserError {
	const why = cause instanceof Error ? cause.message : undefined;
	const fix = "run the stage that writes it again";
	return new UserError({ code: "document/unreadable", message, at: { file }, fix, ...defined({ why }) }, { cause });
}

/** A file that is named, whatever it is called, or those of a folder and all below it that are wanted, sorted. None where nothing is there. */
export async function listFiles(named: string, wanted: (file: string) => boolean): Promise<readonly string[]> {
	const stats = await stat(named).catch(() => undefined);
	if (stats === undefined) return [];
	if (!stats.isDirectory()) return [named];
	const names = await readdir(named, { recursive: true });
	return names
		.filter(wanted)
		.sort()
		.map((name) => path.join(named, name));
}
