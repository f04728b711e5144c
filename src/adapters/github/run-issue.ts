import { defined } from "../../util/defined.ts";
import type { GitHub, GitHubRepository } from "./client.ts";
import { type CommentMark, isLater, type RunOrder, readMark, writeMark } from "./comment-mark.ts";
import { createOnce, noRetries } from "./create-once.ts";
import { ownAuthorMatcher } from "./own-author.ts";
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

interface Found {
	readonly number: number;
	readonly url: string;
	readonly isOpen: boolean;
	readonly notPlanned: boolean;
	readonly mark: CommentMark;
}

const well = "well";

/**
 * Opens, updates or closes the issue of a failing workflow. The mark has the id of the failure, so it is reported once. If
 * concurrent runs open two, both keep the first and close the others. Needs `issues: write`.
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
		const all = await find();
		const last = all.find(({ mark }) => isLater(mark.run, issue.run));
		if (last !== undefined) return { kind: "newer", url: last.url };
		const open = all.filter(({ isOpen }) => isOpen);
		if (issue.status.kind === "well") return recover(github, issue, open);
		const [first, ...others] = open;
		if (first === undefined) return openOne(github, issue, all, find, secondMs);
		for (const other of others) await closeDouble(github, issue, other, first);
		return tellMore(github, issue, first);
	});
}

/** Open issues, oldest first, then recently closed ones, newest first. */
async function findIssues(
	github: GitHub,
	{ repository, key, labels: [label] }: RunIssue,
	isOwn: Awaited<ReturnType<typeof ownAuthorMatcher>>,
): Promise<readonly Found[]> {
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

async function openOne(
	github: GitHub,
	issue: RunIssue,
	all: readonly Found[],
	find: () => Promise<readonly Found[]>,
	secondMs: number | undefined,
): Promise<RunIssueResult> {
	const same = all.find(({ mark }) => mark.state === stateOf(issue.status));
	if (same?.notPlanned) return { kind: "left", url: same.url };
	if (same !== undefined) {
		await comment(github, issue, same);
		await update(github, issue, same, { state: "open" });
		return { kind: "reopened", url: same.url };
	}
	const { repository, title, labels } = issue;
	const openNow = async () => (await find()).filter(({ isOpen }) => isOpen);
	const made = await createOnce(
		async () => {
			const body = bodyOf(issue);
			const { data } = await github.rest.issues.create({
				...repository,
				title,
				body,
				labels: [...labels],
				...noRetries,
			});
			return { number: data.number, url: data.html_url };
		},
		async () => (await openNow())[0],
		secondMs,
	);
	// A concurrent run may have opened one. A new issue may not be listed yet.
	const first = (await openNow()).find(({ number }) => number < made.number);
	if (first === undefined) return { kind: "opened", url: made.url };
	await closeDouble(github, issue, made, first);
	return tellMore(github, issue, first);
}

async function tellMore(github: GitHub, issue: RunIssue, first: Found): Promise<RunIssueResult> {
	if (isLater(first.mark.run, issue.run)) return { kind: "newer", url: first.url };
	const isKnown = first.mark.state === stateOf(issue.status);
	if (!isKnown) await comment(github, issue, first);
	await update(github, issue, first, {});
	return { kind: isKnown ? "kept" : "commented", url: first.url };
}

async function recover(github: GitHub, issue: RunIssue, open: readonly Found[]): Promise<RunIssueResult> {
	for (const one of open) {
		await comment(github, issue, one);
		// The body still shows the last failure; the mark has the new state.
		const { data } = await github.rest.issues.get({ ...issue.repository, issue_number: one.number });
		const told = (data.body ?? "").split("\n").slice(1).join("\n");
		await github.rest.issues.update({
			...issue.repository,
			issue_number: one.number,
			body: `${markOf(issue)}\n${told}`,
			state: "closed",
			state_reason: "completed",
		});
	}
	const [first] = open;
	return first === undefined ? { kind: "none" } : { kind: "closed", url: first.url };
}

async function closeDouble(
	github: GitHub,
	{ repository }: RunIssue,
	double: Pick<Found, "number">,
	first: Pick<Found, "number">,
): Promise<void> {
	const at = { ...repository, issue_number: double.number };
	await github.rest.issues.createComment({
		...at,
		body: `Two runs opened an issue at the same moment: see #${first.number}.`,
		...noRetries,
	});
	await github.rest.issues.update({ ...at, state: "closed", state_reason: "not_planned", body: "See the other one." });
}

async function comment(github: GitHub, { repository, status: news }: RunIssue, { number }: Found): Promise<void> {
	await github.rest.issues.createComment({ ...repository, issue_number: number, body: news.body, ...noRetries });
}

async function update(
	github: GitHub,
	issue: RunIssue,
	{ number }: Found,
	more: { readonly state?: "open" },
): Promise<void> {
	await github.rest.issues.update({ ...issue.repository, issue_number: number, body: bodyOf(issue), ...more });
}

const stateOf = (news: RunStatus) => (news.kind === "failed" ? news.id : well);
const markOf = ({ key, run, status: news }: RunIssue) => writeMark({ kind: "issue", key, run, state: stateOf(news) });
const bodyOf = (issue: RunIssue) => `${markOf(issue)}\n${issue.status.body}`;
