import { type GitHub, type GitHubRepository, isApiError } from "./client.ts";
import { type CommentMark, isLater, readMark, writeMark } from "./comment-mark.ts";
import { createOnce, noRetries } from "./create-once.ts";
import { ownAuthorMatcher } from "./own-author.ts";
import { withPermissionErrors } from "./permission-error.ts";

export interface PullRequestComment {
	readonly repository: GitHubRepository;
	/** Number of the pull request. */
	readonly number: number;
	readonly mark: CommentMark;
	/** Markdown, without the mark. */
	readonly body: string;
}

/** `newer`: a later run has written already, and its comment stays. */
export interface CommentResult {
	readonly kind: "created" | "updated" | "unchanged" | "newer";
	readonly url: string;
}

interface Found {
	readonly id: number;
	readonly url: string;
	readonly body: string;
	readonly mark: CommentMark;
}

/**
 * Creates or updates the comment of this workflow and catalog on a pull request. If concurrent runs create two, both keep the
 * first and delete the others. Needs `pull-requests: write`. https://docs.github.com/en/rest/issues/comments
 */
export function upsertComment(
	github: GitHub,
	token: string,
	{ repository, number, mark, body }: PullRequestComment,
	secondMs?: number,
): Promise<CommentResult> {
	return withPermissionErrors("comment on the pull request", "pull-requests: write", async () => {
		const isOwn = await ownAuthorMatcher(github, token);
		const text = `${writeMark(mark)}\n${body}`;
		const find = async (): Promise<readonly Found[]> => {
			const { listComments } = github.rest.issues;
			const all = await github.paginate(listComments, { ...repository, issue_number: number, per_page: 100 });
			return all
				.filter(({ user }) => isOwn(user))
				.flatMap(({ id, html_url: url, body: there = "" }) => {
					const found = readMark(there);
					return found?.kind === "comment" && found.key === mark.key ? [{ id, url, body: there, mark: found }] : [];
				})
				.sort((a, b) => a.id - b.id);
		};
		const before = await find();
		const made = before.length > 0 ? undefined : await create(github, { repository, number, text, find }, secondMs);
		// A new comment may not be listed yet.
		const after = made === undefined ? before : withMade(await find(), { ...made, body: text, mark });
		const [first, ...others] = after;
		if (first === undefined) throw new Error("the created comment is missing");
		for (const { id } of others) await remove(github, repository, id);
		if (isLater(first.mark.run, mark.run)) return { kind: "newer", url: first.url };
		if (first.body === text) return { kind: made === undefined ? "unchanged" : "created", url: first.url };
		await github.rest.issues.updateComment({ ...repository, comment_id: first.id, body: text });
		return { kind: "updated", url: first.url };
	});
}

function create(
	github: GitHub,
	{
		repository,
		number,
		text,
		find,
	}: {
		readonly repository: GitHubRepository;
		readonly number: number;
		readonly text: string;
		readonly find: () => Promise<readonly Found[]>;
	},
	secondMs: number | undefined,
): Promise<{ readonly id: number; readonly url: string }> {
	return createOnce(
		async () => {
			const { data } = await github.rest.issues.createComment({
				...repository,
				issue_number: number,
				body: text,
				...noRetries,
			});
			return { id: data.id, url: data.html_url };
		},
		async () => (await find())[0],
		secondMs,
	);
}

function withMade(found: readonly Found[], made: Found): readonly Found[] {
	return found.some(({ id }) => id === made.id) ? found : [...found, made].sort((a, b) => a.id - b.id);
}

/** 404: another run has deleted it. */
async function remove(github: GitHub, repository: GitHubRepository, id: number): Promise<void> {
	await github.rest.issues.deleteComment({ ...repository, comment_id: id }).catch((error: unknown) => {
		if (!isApiError(error) || error.status !== 404) throw error;
	});
}
