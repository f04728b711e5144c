import { type GitHub, type GitHubRepository, isApiError } from "./client.ts";
import { type CommentMark, isLater, ownAuthorMatcher, readMark, writeMark } from "./comment-mark.ts";
import { createOnce, noRetries } from "./create-once.ts";
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

interface ExistingComment {
	readonly id: number;
	readonly url: string;
	readonly body: string;
	readonly mark: CommentMark;
}

/**
 * Creates or updates the comment of this workflow and catalog on a pull request. If concurrent runs create two, both
 * keep the first and delete the others. Needs `pull-requests: write`.
 * https://docs.github.com/en/rest/issues/comments
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
		const { createComment, listComments, updateComment } = github.rest.issues;
		const at = { ...repository, issue_number: number };
		const find = async (): Promise<readonly ExistingComment[]> => {
			const comments = await github.paginate(listComments, { ...at, per_page: 100 });
			const own = comments.flatMap(({ id, html_url: url, user, body: oldBody = "" }) => {
				const oldMark = readMark(oldBody);
				const isOurs = isOwn(user) && oldMark?.kind === "comment" && oldMark.key === mark.key;
				return isOurs ? [{ id, url, body: oldBody, mark: oldMark }] : [];
			});
			return own.sort((a, b) => a.id - b.id);
		};
		const create = async (): Promise<ExistingComment> => {
			const { data } = await createComment({ ...at, body: text, ...noRetries });
			return { id: data.id, url: data.html_url, body: text, mark };
		};
		let comments = await find();
		const created = comments.length > 0 ? undefined : await createOnce(create, async () => (await find())[0], secondMs);
		if (created !== undefined) comments = withComment(await find(), created);
		const [first, ...others] = comments;
		if (first === undefined) throw new Error("the created comment is missing");
		for (const { id } of others) await remove(github, repository, id);
		if (isLater(first.mark.run, mark.run)) return { kind: "newer", url: first.url };
		if (first.body === text) return { kind: created === undefined ? "unchanged" : "created", url: first.url };
		await updateComment({ ...repository, comment_id: first.id, body: text });
		return { kind: "updated", url: first.url };
	});
}

/** A new comment may not be listed yet. */
function withComment(comments: readonly ExistingComment[], created: ExistingComment): readonly ExistingComment[] {
	if (comments.some(({ id }) => id === created.id)) return comments;
	return [...comments, created].sort((a, b) => a.id - b.id);
}

/** 404: another run has deleted it. */
async function remove(github: GitHub, repository: GitHubRepository, id: number): Promise<void> {
	await github.rest.issues.deleteComment({ ...repository, comment_id: id }).catch((error: unknown) => {
		if (!isApiError(error) || error.status !== 404) throw error;
	});
}
