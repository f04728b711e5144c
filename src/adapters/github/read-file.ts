import { z } from "zod";
import type { Env } from "../../util/env.ts";
import { fits } from "../../util/json.ts";
import type { FileAtCommit } from "../git/file-at-commit.ts";
import { gitHubRepository, isApiError, openGitHub } from "./client.ts";
import { describeRefusal } from "./permission-error.ts";

/** A file of up to 1 MB; GitHub follows links. https://docs.github.com/en/rest/repos/contents */
const fileSchema = z.object({ type: z.literal("file"), encoding: z.literal("base64"), content: z.string() });

/** Retries after 0.25, 1 and 2.25 s: a run waits for it. */
const secondMs = 250;

/** Reads a file at the head of the default branch by GitHub's contents API. Needs `contents: read`. */
export async function readDefaultBranchFile(
	env: Env,
	{ token, path, signal }: { readonly token: string | undefined; readonly path: string; readonly signal: AbortSignal },
): Promise<FileAtCommit> {
	const unreadable = (why: string, fix: string) => ({ kind: "unreadable", why, fix }) as const;
	const repository = gitHubRepository(env);
	if (repository === undefined) return unreadable("GITHUB_REPOSITORY is not set", "set it, as GitHub's runner does");
	if (!token) return unreadable("there is no token for GitHub's API", "pass a `github-token` with `contents: read`");
	const { rest } = await openGitHub(env, { token, effort: "patient", signal, secondMs });
	try {
		// Without a ref it is the default branch's head: a git tag of the same name cannot replace it.
		const { data } = await rest.repos.getContent({ ...repository, path });
		if (fits(fileSchema, data)) return { kind: "text", text: Buffer.from(data.content, "base64").toString() };
		return unreadable(`GitHub shows no file of at most 1 MB at ${path}`, "check that it is a file");
	} catch (error) {
		if (!isApiError(error)) throw error;
		if (error.status === 404) return { kind: "absent" };
		const { why, fix } = describeRefusal(error, `read ${path} of the default branch`, "contents: read");
		return unreadable(why, fix);
	}
}
