import type { Env } from "../../util/env.ts";
import type { Exec } from "../process/exec.ts";

/** Commits by full ref, tags peeled to their commit; or why they are unknown. */
export type RemoteRefs = ReadonlyMap<string, string> | { readonly failure: string };

export type ListRemoteRefs = (refs: readonly string[]) => Promise<RemoteRefs>;

export interface Remote {
	/** Any URL that git accepts. */
	readonly url: string;
	/** A checkout whose credentials git uses. */
	readonly cwd: string;
	/** A token of GitHub that replaces the checkout's credentials. */
	readonly token?: string;
	readonly env: Env;
	readonly signal: AbortSignal;
}

/** Timeout for the remote. */
const timeoutMs = 30_000;

/** Lists refs of a repository, by URL: `origin` of the checkout may be another repository. */
export async function listRemoteRefs(exec: Exec, remote: Remote, refs: readonly string[]): Promise<RemoteRefs> {
	const { url, cwd, signal } = remote;
	const peeled = refs.filter((ref) => ref.startsWith("refs/tags/")).map((ref) => `${ref}^{}`);
	const timeout = AbortSignal.timeout(timeoutMs);
	const run = exec(["git", "-c", "safe.directory=*", "ls-remote", "--", url, ...refs, ...peeled], {
		cwd,
		env: { LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", ...credential(remote) },
		signal: AbortSignal.any([signal, timeout]),
		graceMs: 1000,
	});
	// It fails only without git.
	const { exitCode, stdout, stderr } = await run.catch(() => ({ exitCode: 127, stdout: "", stderr: "git is missing" }));
	if (exitCode === 0) return commitsOf(stdout);
	const message = stderr.split("\n").find((line) => /^(fatal|error|remote): /.test(line)) ?? stderr.split("\n", 1)[0];
	return {
		failure: timeout.aborted ? `no response within ${timeoutMs / 1000} s` : message || `git exited with ${exitCode}`,
	};
}

/** Parses lines `<commit>\t<ref>`; an annotated tag has a second line with its commit. */
function commitsOf(text: string): ReadonlyMap<string, string> {
	const lines = text.split("\n").map((line) => line.split("\t"));
	return new Map(lines.flatMap(([id, ref]) => (id && ref ? [[ref.replace(/\^\{\}$/, ""), id] as const] : [])));
}

/** In the environment, which other users cannot read. The empty header removes the checkout's: GitHub refuses two. */
function credential({ url, token, env }: Remote): Readonly<Record<string, string>> {
	if (!token || !/^https?:/.test(url)) return {};
	const key = `http.${new URL(url).origin}/.extraheader`;
	const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
	const first = Number(env.GIT_CONFIG_COUNT ?? 0) || 0;
	return {
		GIT_CONFIG_COUNT: `${first + 2}`,
		[`GIT_CONFIG_KEY_${first}`]: key,
		[`GIT_CONFIG_VALUE_${first}`]: "",
		[`GIT_CONFIG_KEY_${first + 1}`]: key,
		[`GIT_CONFIG_VALUE_${first + 1}`]: `AUTHORIZATION: basic ${basic}`,
	};
}
