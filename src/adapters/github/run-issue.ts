import { defined } from "../../util/defined.ts";
import type { GitHub, GitHubRepository } from "./client.ts";
import { type CommentMark, isLater, ownAuthorMatcher, type RunOrder, readMark, writeMark } from "./comment-mark.ts";
import { createOnce, noRetries } from "./create-once.ts";
import { withPermissionErrors } from "./permission-error.ts";

/** A failure with an id (letters and digits), or success. Bodies are Markdown without the mark. */
export type RunStatus =
	| { readonly kind: "failed"; readonly id: string; readonly body: string }
	| { readonly kind: "well"; readonly body: string };

export interface RunIssue {
	readonly repository: GitHubRepository;
	readonly key: string;
	readonly run: RunOrder;
	readonly title: string;
	/** The first one filters the search; without labels all issues are searched. */
	readonly labels: readonly string[];
	readonly status: RunStatus;
}

/**
 * `kept`: it reports this failure already. `left`: the same failure was closed as not planned. `newer`: a later run has
 * written already. `none`: success, and no issue was open.
 */
export interface RunIssueResult {
	readonly kind: "opened" | "reopened" | "commented" | "kept" | "left" | "closed" | "newer" | "none";
	readonly url?: string;
}

interface ExistingIssue {
	readonly number: number;
	readonly url: string;
	readonly isOpen: boolean;
	readonly notPlanned: boolean;
	readonly mark: CommentMark;
}

/** What the functions below share. */
interface IssueContext {
	readonly github: GitHub;
	readonly issue: RunIssue;
	readonly find: () => Promise<readonly ExistingIssue[]>;
	readonly secondMs: number | undefined;
}

/**
 * Opens, updates or closes the issue of a failing workflow. The mark has the id of the failure, so it is reported once.
 * If concurrent runs open two, both keep the first and close the others. Needs `issues: write`.
 * https://docs.github.com/en/rest/issues/issues
 */
export function updateRunIssue(
	github: GitHub,
	token: string,
	issue: RunIssue,
	secondMs?: number,
): Promise<RunIssueResult> {
	return withPermissionErrors("report the run in an issue", "issues: write", async () => {
		const isOwn = await ownAuthorMatcher(github, token);
		const find = () => findIssues(github, issue, isOwn);
		const context: IssueContext = { github, issue, find, secondMs };
		const existing = await find();
		const newer = existing.find(({ mark }) => isLater(mark.run, issue.run));
		if (newer !== undefined) return { kind: "newer", url: newer.url };
		const open = existing.filter(({ isOpen }) => isOpen);
		if (issue.status.kind === "well") return closeAll(context, open);
		const [first, ...others] = open;
		if (first === undefined) return openIssue(context, existing);
		for (const other of others) await closeDuplicate(context, other, first);
		return reportFailure(context, first);
	});
}

/** Open issues, oldest first, then recently closed ones, newest first. */
async function findIssues(
	github: GitHub,
	{ repository, key, labels: [label] }: RunIssue,
	isOwn: Awaited<ReturnType<typeof ownAuthorMatcher>>,
): Promise<readonly ExistingIssue[]> {
	const { listForRepo } = github.rest.issues;
	const common = { ...repository, per_page: 100, ...defined({ labels: label }) };
	const [open, closed] = await Promise.all([
		github.paginate(listForRepo, { ...common, state: "open", sort: "created", direction: "asc" }),
		listForRepo({ ...common, state: "closed", sort: "updated", direction: "desc" }).then(({ data }) => data),
	]);
	return [...open, ...closed].flatMap(({ user, pull_request, body, number, html_url, state, state_reason }) => {
		const mark = readMark(body);
		if (pull_request !== undefined || !isOwn(user) || mark?.kind !== "issue" || mark.key !== key) return [];
		return [{ number, url: html_url, isOpen: state === "open", notPlanned: state_reason === "not_planned", mark }];
	});
}

async function openIssue(context: IssueContext, existing: readonly ExistingIssue[]): Promise<RunIssueResult> {
	const { github, issue, find, secondMs } = context;
	const same = existing.find(({ mark }) => mark.state === stateOf(issue.status));
	if (same?.notPlanned) return { kind: "left", url: same.url };
	if (same !== undefined) {
		await comment(context, same);
		await update(context, same, { body: bodyOf(issue), state: "open" });
		return { kind: "reopened", url: same.url };
	}
	const findOpen = async () => (await find()).filter(({ isOpen }) => isOpen);
	const create = async () => {
		const { repository, title, labels } = issue;
		const fields = { ...repository, title, body: bodyOf(issue), labels: [...labels] };
		const { data } = await github.rest.issues.create({ ...fields, ...noRetries });
		return { number: data.number, url: data.html_url };
	};
	const created = await createOnce(create, async () => (await findOpen())[0], secondMs);
	// A concurrent run may have opened one. A new issue may not be listed yet.
	const first = (await findOpen()).find(({ number }) => number < created.number);
	if (first === undefined) return { kind: "opened", url: created.url };
	await closeDuplicate(context, created, first);
	return reportFailure(context, first);
}

async function reportFailure(context: IssueContext, existing: ExistingIssue): Promise<RunIssueResult> {
	const { issue } = context;
	if (isLater(existing.mark.run, issue.run)) return { kind: "newer", url: existing.url };
	const isReported = existing.mark.state === stateOf(issue.status);
	if (!isReported) await comment(context, existing);
	await update(context, existing, { body: bodyOf(issue) });
	return { kind: isReported ? "kept" : "commented", url: existing.url };
}

async function closeAll(context: IssueContext, open: readonly ExistingIssue[]): Promise<RunIssueResult> {
	const { github, issue } = context;
	for (const existing of open) {
		await comment(context, existing);
		// The body still shows the last failure; the mark has the new state.
		const { data } = await github.rest.issues.get({ ...issue.repository, issue_number: existing.number });
		const oldText = (data.body ?? "").split("\n").slice(1).join("\n");
		const body = `${markOf(issue)}\n${oldText}`;
		await update(context, existing, { body, state: "closed", state_reason: "completed" });
	}
	const [first] = open;
	return first === undefined ? { kind: "none" } : { kind: "closed", url: first.url };
}

async function closeDuplicate(
	context: IssueContext,
	duplicate: Pick<ExistingIssue, "number">,
	first: Pick<ExistingIssue, "number">,
): Promise<void> {
	await comment(context, duplicate, `Two runs opened an issue at the same time: see #${first.number}.`);
	await update(context, duplicate, { state: "closed", state_reason: "not_planned", body: "See the other one." });
}

async function comment(
	{ github, issue: { repository, status } }: IssueContext,
	{ number }: Pick<ExistingIssue, "number">,
	body = status.body,
): Promise<void> {
	await github.rest.issues.createComment({ ...repository, issue_number: number, body, ...noRetries });
}

interface IssueUpdate {
	readonly body: string;
	readonly state?: "open" | "closed";
	readonly state_reason?: "completed" | "not_planned";
}

async function update(
	{ github, issue }: IssueContext,
	{ number }: Pick<ExistingIssue, "number">,
	fields: IssueUpdate,
): Promise<void> {
	await github.rest.issues.update({ ...issue.repository, issue_number: number, ...fields });
}

/** The id of the failure, or `well`. */
const stateOf = (status: RunStatus) => (status.kind === "failed" ? status.id : status.kind);
const markOf = ({ key, run, status }: RunIssue) => writeMark({ kind: "issue", key, run, state: stateOf(status) });
const bodyOf = (issue: RunIssue) => `${markOf(issue)}\n${issue.status.body}`;
