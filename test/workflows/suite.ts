import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { temporaryFolder } from "../support/repo.ts";

const root = path.join(import.meta.dirname, "../..");

/** This repository as a user's runner has it: actions, bundle, reusable workflows. Gone at the end of the scope. */
export interface Suite extends AsyncDisposable {
	readonly folder: string;
}

/**
 * What GitHub makes of `$/path` in a file of `repository` at `ref`: the path in the same repository and commit. act
 * does not know it yet.
 */
export const resolveSelf = (text: string, { repository, ref }: { repository: string; ref: string }): string =>
	text.replace(
		/^(\s*(?:- )?uses: )\$\/(\S+)/gm,
		(_, before: string, name: string) => `${before}${repository}/${name}@${ref}`,
	);

/** The tests' registry stands for ghcr.io, which alone gets the job's token without a secret. */
const withJobToken = (text: string): string =>
	text.replace(
		/^( {10}registry-password: \$\{\{.*?)secrets\.registry-password/gm,
		"$1(secrets.registry-password || github.token)",
	);

/**
 * A copy of the working tree's part that runs, self references resolved as for a caller who names `ref`; `edit` changes
 * the workflows in it.
 */
export async function copySuite(repository: string, ref: string, edit = (text: string) => text): Promise<Suite> {
	const folder = await temporaryFolder();
	const entries = await readdir(root, { withFileTypes: true });
	for (const { name } of entries.filter((entry) => entry.isDirectory())) {
		const file = path.join(root, name, "action.yml");
		const text = await readFile(file, "utf8").catch(() => undefined);
		if (text === undefined) continue;
		await mkdir(path.join(folder, name));
		await writeFile(path.join(folder, name, "action.yml"), text);
	}
	await cp(path.join(root, "action.yml"), path.join(folder, "action.yml"));
	await cp(path.join(root, "dist"), path.join(folder, "dist"), { recursive: true });
	const workflows = ".github/workflows";
	await mkdir(path.join(folder, workflows), { recursive: true });
	for (const name of await readdir(path.join(root, workflows))) {
		const text = await readFile(path.join(root, workflows, name), "utf8");
		await writeFile(path.join(folder, workflows, name), edit(withJobToken(resolveSelf(text, { repository, ref }))));
	}
	return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
