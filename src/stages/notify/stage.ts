import { gitHubRepository, openGitHub } from "../../adapters/github/client.ts";
import { markKey, runOrder } from "../../adapters/github/comment-mark.ts";
import { upsertComment } from "../../adapters/github/pull-request-comment.ts";
import { type GitHubRun, githubRun, runLink, runUrl } from "../../adapters/github/run-event.ts";
import { type RunStatus, updateRunIssue } from "../../adapters/github/run-issue.ts";
import type { Documents } from "../../model/documents/documents.ts";
import type { RunEvent } from "../../model/documents/source.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import {
	failureIssue,
	problemComment,
	pullRequestComment,
	recoveryComment,
} from "../../presentation/markdown/github-comments.ts";
import { hasCancelled, parseJobResults } from "../../presentation/run/jobs.ts";
import type { Run } from "../../presentation/run/run.ts";
import { type RunVerdict, runVerdict, verdictOfProblems } from "../../presentation/run/run-verdict.ts";
import { type Problem, UserError } from "../../util/errors.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import type { StageContext } from "../shared/context.ts";

/** How a run ended: with results, or broken before it had any. */
export type RunEnd =
	| { readonly kind: "done"; readonly run: Run }
	| { readonly kind: "broken"; readonly problems: readonly Problem[] };

export interface NotifyResult {
	/** Addresses of comment and issue. */
	readonly notifications: NonNullable<Documents["notifications"]>;
	/** Why something is not written. */
	readonly notes: readonly string[];
	/** Failures. */
	readonly problems: readonly Problem[];
}

type NotifyOptions = Pick<
	StageOptions,
	"comment" | "issue" | "issueTitle" | "issueLabels" | "jobResults" | "githubToken" | "catalog" | "reportName"
>;
type NotifyContext = Pick<StageContext, "env" | "signal"> & Partial<Pick<StageContext, "progress">>;

/** Comments on the pull request and updates the issue of a nightly, as configured. Throws no UserError. */
export async function notify(options: NotifyOptions, end: RunEnd, context: NotifyContext): Promise<NotifyResult> {
	const jobs = parseJobResults(options.jobResults);
	const ended: RunEnd = end.kind === "done" && jobs.length > 0 ? { ...end, run: { ...end.run, jobs } } : end;
	if (hasCancelled(jobs))
		return { notifications: {}, notes: ["no comment and no issue: the run was cancelled"], problems: [] };
	const run = await githubRun(context.env);
	const event = eventOf(run, ended);
	using _ = new WaitReporter(context.progress).begin("GitHub", "writing the comment or the issue");
	const parts = await Promise.all([
		collectProblems(() => commentOnPullRequest(options, ended, { run, event }, context)),
		collectProblems(() => updateIssue(options, ended, event, context)),
	]);
	return {
		notifications: Object.assign(
			{},
			...parts.map(({ notifications }) => notifications),
		) as NotifyResult["notifications"],
		notes: parts.flatMap(({ notes }) => notes),
		problems: parts.flatMap(({ problems }) => problems),
	};
}

type Part = Partial<NotifyResult>;

/** The event by its payload, else by what is checked out. */
function eventOf(run: GitHubRun | undefined, ended: RunEnd): RunEvent | undefined {
	const [claimed] = run?.claims ?? [];
	if (claimed?.event.kind === "pull_request" || ended.kind === "broken") return claimed?.event;
	return run && ended.run.plan.source.event;
}

async function collectProblems(work: () => Promise<Part>): Promise<NotifyResult> {
	const nothing = { notifications: {}, notes: [], problems: [] };
	try {
		return { ...nothing, ...(await work()) };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return { ...nothing, problems: error.problems };
	}
}

async function commentOnPullRequest(
	options: NotifyOptions,
	ended: RunEnd,
	{ run, event }: { readonly run: GitHubRun | undefined; readonly event: RunEvent | undefined },
	{ env, signal }: NotifyContext,
): Promise<Part> {
	const { comment, githubToken: token, catalog, reportName } = options;
	const repository = gitHubRepository(env);
	if (comment === "false" || event?.kind !== "pull_request" || repository === undefined) return {};
	if (ended.kind === "done" && ended.run.plan.source.event.kind === "commit")
		return { notes: ["no comment: the pull request is not what is checked out"] };
	if (event.number === undefined) return { notes: ["no comment: GitHub does not say which pull request this is"] };
	if (run?.readOnly) return { notes: ["no comment: the pull request is from a fork, and its token is read-only"] };
	if (token === undefined) return { notes: ["no comment: `github-token` is blank"] };
	const url = runUrl(env);
	const body =
		ended.kind === "done" ? pullRequestComment({ ...ended.run, ...runLink(env) }) : problemComment(ended.problems, url);
	const mark = { kind: "comment", key: markKey(env, catalog, reportName), run: runOrder(env) } as const;
	try {
		const github = await openGitHub(env, { token, effort: "patient", signal });
		const written = await upsertComment(github, token, { repository, number: event.number, mark, body });
		return { notifications: { comment: written.url } };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		// Runs of Dependabot have the token of a fork.
		const mayFail = comment === "true" && env.GITHUB_ACTOR !== "dependabot[bot]";
		if (mayFail) throw error;
		return { notes: error.problems.map(({ message, fix }) => [message, fix].filter(Boolean).join("; ")) };
	}
}

async function updateIssue(
	options: NotifyOptions,
	ended: RunEnd,
	event: RunEvent | undefined,
	{ env, signal }: NotifyContext,
): Promise<Part> {
	const { issue, issueTitle, issueLabels: labels, githubToken: token, catalog, reportName } = options;
	const repository = gitHubRepository(env);
	if (!issue || repository === undefined) return {};
	if (event?.kind === "pull_request") return { notes: ["no issue: a pull request gets a comment"] };
	const verdict = ended.kind === "done" ? runVerdict(ended.run) : verdictOfProblems(ended.problems);
	const status = runStatus(verdict, ended, env);
	if (status === undefined) return { notes: ["no issue is opened or closed: the run did not finish"] };
	if (token === undefined)
		throw new UserError({
			code: "github/token",
			message: "`issue` needs a `github-token`",
			fix: "leave it out to use the job's token",
		});
	const github = await openGitHub(env, { token, effort: "patient", signal });
	const title = oneLine(issueTitle ?? `${env.GITHUB_WORKFLOW ?? "Images"} fails`);
	const updated = await updateRunIssue(github, token, {
		...{ repository, key: markKey(env, catalog, reportName), run: runOrder(env), title, labels, status },
	});
	return { notifications: updated.url === undefined ? {} : { issue: updated.url } };
}

function runStatus(verdict: RunVerdict, ended: RunEnd, env: NotifyContext["env"]): RunStatus | undefined {
	const run = ended.kind === "done" ? { ...ended.run, ...runLink(env) } : undefined;
	switch (verdict.kind) {
		case "planned":
		case "cancelled":
			return undefined;
		case "held":
		case "well":
			return run && { kind: "well", body: recoveryComment(run) };
		case "failed": {
			const body =
				ended.kind === "broken" ? problemComment(ended.problems, runUrl(env)) : failureIssue(run ?? ended.run);
			return { kind: "failed", id: verdict.id, body };
		}
		default:
			return verdict satisfies never;
	}
}

/** GitHub accepts titles of 256 characters. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 250);
