import { chmod, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import {
	parseDockerfile,
	parseIgnoreFile,
	selectFiles,
	type TreeEntry,
	traceInputs,
} from "../../src/model/dockerfile/dockerfile.ts";
import { defined } from "../../src/util/defined.ts";
import { UserError } from "../../src/util/errors.ts";
import type { Job } from "./batch.ts";

/** Files of a context: text; `-> x` is a link to x; a path with a final `/` is an empty folder; `#!` is executable. */
export interface Case {
	readonly name: string;
	readonly files: Readonly<Record<string, string>>;
	readonly dockerfile: string;
	readonly ignore?: string;
	readonly args?: Readonly<Record<string, string>>;
	readonly target?: string;
}

export async function writeContext(folder: string, files: Case["files"]): Promise<void> {
	await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	await mkdir(folder, { recursive: true });
	for (const [name, text] of Object.entries(files)) {
		const file = path.join(folder, name);
		if (name.endsWith("/")) await mkdir(file, { recursive: true });
		else {
			await mkdir(path.dirname(file), { recursive: true });
			if (text.startsWith("-> ")) await symlink(text.slice(3), file);
			else await writeFile(file, text);
			if (text.startsWith("#!")) await chmod(file, 0o755);
		}
	}
}

/** Writes a case to disk and returns its build job. */
export async function jobOf(id: string, folder: string, made: Case): Promise<Job> {
	const context = path.join(folder, id, "context");
	const dockerfile = path.join(folder, id, "Dockerfile");
	await writeContext(context, made.files);
	if (made.ignore !== undefined) await writeFile(`${dockerfile}.dockerignore`, made.ignore);
	await writeFile(dockerfile, made.dockerfile);
	const { args = {}, target } = made;
	return {
		id,
		target: {
			context,
			dockerfile,
			args,
			attest: ["type=provenance,disabled=true"],
			...defined({ target }),
		},
	};
}

/** Our result for the same case: its problems, or the hashed parts and the paths of its files. */
export function predict(made: Case): {
	readonly problems: readonly string[];
	readonly print: string;
	readonly files: ReadonlySet<string>;
} {
	try {
		const dockerfile = parseDockerfile(made.dockerfile, "Dockerfile");
		const trace = traceInputs(dockerfile, {
			platform: "linux/amd64",
			buildPlatform: "linux/amd64",
			args: made.args ?? {},
			target: made.target,
		});
		const ignore = made.ignore === undefined ? undefined : parseIgnoreFile(made.ignore, "Dockerfile.dockerignore");
		const { inputs, problems } = selectFiles(trace, toEntries(made.files), ignore);
		const found = inputs.flatMap(({ entries }) => entries);
		return {
			problems: [...trace.problems, ...problems].map(({ message }) => message),
			print: JSON.stringify([
				made.dockerfile,
				inputs.map(({ input, entries }) => [
					input.label,
					entries.map(({ path: name, kind, executable }) => [name, kind, executable, made.files[name] ?? ""]),
				]),
			]),
			files: new Set(found.filter(({ kind }) => kind === "file").map(({ path: name }) => name)),
		};
	} catch (error) {
		if (error instanceof UserError)
			return { problems: error.problems.map(({ message }) => message), print: "", files: new Set() };
		throw error;
	}
}

export function toEntries(files: Case["files"]): readonly TreeEntry[] {
	const list = Object.entries(files).map(([name, text]): TreeEntry => {
		if (name.endsWith("/")) return { path: name.slice(0, -1), kind: "dir", executable: false };
		if (text.startsWith("-> ")) return { path: name, kind: "symlink", executable: false, target: text.slice(3) };
		return { path: name, kind: "file", executable: text.startsWith("#!") };
	});
	return list.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files whose text is in the image. Texts must be unique in the case. */
export function broughtFiles(image: ReadonlyMap<string, string>, files: Case["files"]): ReadonlySet<string> {
	const texts = new Set([...image.values()].map((what) => what.split("\n").slice(5).join("\n")));
	return new Set(
		Object.entries(files)
			.filter(([name, text]) => !name.endsWith("/") && !text.startsWith("-> ") && texts.has(text))
			.map(([name]) => name),
	);
}
