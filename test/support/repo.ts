import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { exec } from "../../src/adapters/process/exec.ts";

/** A real git repository in a temporary folder, gone at the end of the scope (`await using`). */
export interface Repo extends AsyncDisposable {
	readonly root: string;
	/** Writes files; a text that starts with `-> ` makes a symlink. */
	write(files: Readonly<Record<string, string>>): Promise<void>;
	chmod(file: string, mode: number): Promise<void>;
	git(...args: string[]): Promise<string>;
	/** Commits everything, at a fixed date, and returns the commit's id. */
	commit(message?: string): Promise<string>;
}

export async function temporaryFolder(): Promise<string> {
	return mkdtemp(path.join(tmpdir(), "lucid-test-"));
}

export async function makeRepo(files: Readonly<Record<string, string>> = {}): Promise<Repo> {
	const root = await temporaryFolder();
	const git = async (...args: string[]) => {
		const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false"];
		const env = { GIT_AUTHOR_DATE: "2025-10-24T15:51:32Z", GIT_COMMITTER_DATE: "2025-10-24T15:51:32Z" };
		const { exitCode, stdout, stderr } = await exec(["git", ...identity, ...args], { cwd: root, env });
		if (exitCode !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
		return stdout;
	};
	const repo: Repo = {
		root,
		git,
		async write(more) {
			for (const [name, text] of Object.entries(more)) {
				const file = path.join(root, name);
				await mkdir(path.dirname(file), { recursive: true });
				if (text.startsWith("-> ")) await symlink(text.slice(3), file);
				else await writeFile(file, text);
			}
		},
		chmod: (file, mode) => chmod(path.join(root, file), mode),
		async commit(message = "change") {
			await git("add", "-A");
			await git("commit", "-q", "--allow-empty", "-m", message);
			return (await git("rev-parse", "HEAD")).trim();
		},
		[Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
	};
	await git("init", "-q", "-b", "main");
	await repo.write(files);
	return repo;
}
