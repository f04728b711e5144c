import { openGitHub, repositoryOf } from "../../adapters/github/client.ts";
import { markKey, runOrder } from "../../adapters/github/comment-mark.ts";
import { keepComment } from "../../adapters/github/pull-request-comment.ts";
import { type GitHubRun, githubRun } from "../../adapters/github/run-event.ts";
import { keepIssue, type News } from "../../adapters/github/run-issue.ts";
import { placeOf, runUrl } from "../../adapters/github/run-url.ts";
import type { Documents } from "../../model/documents/documents.ts";
import type { Event } from "../../model/documents/source.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { failureIssue, problemText, pullRequestComment, recoveryComment } from "../../presentation/markdown/comment.ts";
import { hasCancelled, parseJobResults } from "../../presentation/run/jobs.ts";
import type { Run } from "../../presentation/run/run.ts";
import { type RunVerdict, runVerdict, verdictOfProblems } from "../../presentation/run/run-verdict.ts";
import { type Problem, UserError } from "../../util/errors.ts";
import { Waits } from "../../util/waits.ts";
import type { World } from "../shared/context.ts";

/** How a run ended: with what it found, or before it found anything. */
export type Ended =
	| { readonly kind: "done"; readonly run: Run }
	| { readonly kind: "broken"; readonly problems: readonly Problem[] };

export interface Told {
	/** Addresses. */
	readonly told: NonNullable<Documents["told"]>;
	/** What was left out, and why. */
	readonly notes: readonly string[];
	/** What was asked for and could not be done. */
	readonly problems: readonly Problem[];
}

type Asked = Pick<
	StageOptions,
	"comment" | "issue" | "issueTitle" | "issueLabels" | "jobResults" | "githubToken" | "catalog" | "reportName"
>;
type Outside = Pick<World, "env" | "signal"> & Partial<Pick<World, "progress">>;

/** Tells GitHub of a run, as far as it was asked to: the comment on the pull request, and the issue of a nightly. Never throws a UserError. */
export async function tell(options: Asked, how: Ended, world: Outside): Promise<Told> {
	const jobs = parseJobResults(options.jobResults);
	const ended: Ended = how.kind === "done" && jobs.length > 0 ? { ...how, run: { ...how.run, jobs } } : how;
	if (hasCancelled(jobs)) return { told: {}, notes: ["no comment and no issue: the run was cancelled"], problems: [] };
	const run = await githubRun(world.env);
	const event = eventOf(run, ended);
	using _ = new Waits(world.progress).begin("GitHub", "writing the comment or the issue");
	const parts = await Promise.all([
		collected(() => tellPullRequest(options, ended, { run, event }, world)),
		collected(() => tellIssue(options, ended, event, world)),
	]);
	return {
		told: Object.assign({}, ...parts.map(({ told }) => told)) as Told["told"],
		notes: parts.flatMap(({ notes }) => notes),
		problems: parts.flatMap(({ problems }) => problems),
	};
}

type Part = Partial<Told>;

/** What the event is about, as far as the payload says; else what was found to be checked out. */
function eventOf(run: GitHubRun | undefined, ended: Ended): Event | undefined {
	const [claimed] = run?.claims ?? [];
	if (claimed?.event.kind === "pull_request" || ended.kind === "broken") return claimed?.event;
	return run && ended.run.plan.source.event;
}

async function collected(work: () => Promise<Part>): Promise<Told> {
	const nothing = { told: {}, notes: [], problems: [] };
	try {
		return { ...nothing, ...(await work()) };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return { ...nothing, problems: error.problems };
	}
}

async function tellPullRequest(
	options: Asked,
	ended: Ended,
	{ run, event }: { readonly run: GitHubRun | undefined; readonly event: Event | undefined },
	{ env, signal }: Outside,
): Promise<Part> {
	const { comment, githubToken: token, catalog, reportName } = options;
	const repository = repositoryOf(env);
	if (comment === "false" || event?.kind !== "pull_request" || repository === undefined) return {};
	if (ended.kind === "done" && ended.run.plan.source.event.kind === "commit")
		return { notes: ["no comment: what is checked out is not the pull request"] };
	if (event.number === undefined) return { notes: ["no comment: GitHub does not say which pull request this is"] };
	if (run?.readOnly) return { notes: ["no comment: the pull request is from a fork, whose token may only read"] };
	if (token === undefined) return { notes: ["no comment: `github-token` is blank"] };
	const url = runUrl(env);
	const body =
		ended.kind === "done" ? pullRequestComment({ ...ended.run, ...placeOf(env) }) : problemText(ended.problems, url);
	const mark = { kind: "comment", key: markKey(env, catalog, reportName), run: runOrder(env) } as const;
	try {
		const github = await openGitHub(env, { token, effort: "patient", signal });
		const kept = await keepComment(github, token, { repository, number: event.number, mark, body });
		return { told: { comment: kept.url } };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		// Dependabot's runs have the token of a fork.
		const mayFail = comment === "true" && env.GITHUB_ACTOR !== "dependabot[bot]";
		if (mayFail) throw error;
		return { notes: error.problems.map(({ message, fix }) => [message, fix].filter(Boolean).join("; ")) };
	}
}

async function tellIssue(
	options: Asked,
	ended: Ended,
	event: Event | undefined,
	{ env, signal }: Outside,
): Promise<Part> {
	const { issue, issueTitle, issueLabels: labels, githubToken: token, catalog, reportName } = options;
	const repository = repositoryOf(env);
	if (!issue || repository === undefined) return {};
	if (event?.kind === "pull_request") return { notes: ["no issue: this is a pull request, which has its comment"] };
	const verdict = ended.kind === "done" ? runVerdict(ended.run) : verdictOfProblems(ended.problems);
	const news = newsOf(verdict, ended, env);
	if (news === undefined) return { notes: ["no issue is opened or closed: the run was not brought to its end"] };
	if (token === undefined)
		throw new UserError({
			code: "github/token",
			message: "`issue` needs a `github-token`",
			fix: "leave it out for the job's own",
		});
	const github = await openGitHub(env, { token, effort: "patient", signal });
	const title = oneLine(issueTitle ?? `${env.GITHUB_WORKFLOW ?? "Images"} fails`);
	const kept = await keepIssue(github, token, {
		...{ repository, key: markKey(env, catalog, reportName), run: runOrder(env), title, labels, news },
	});
	return { told: kept.url === undefined ? {} : { issue: kept.url } };
}

function newsOf(verdict: RunVerdict, ended: Ended, env: Outside["env"]): News | undefined {
	const run = ended.kind === "done" ? { ...ended.run, ...placeOf(env) } : undefined;
	switch (verdict.kind) {
		case "planned":
		case "cancelled":
			return undefined;
		case "held":
		case "well":
			return run && { kind: "well", body: recoveryComment(run) };
		case "failed": {
			const body = ended.kind === "broken" ? problemText(ended.problems, runUrl(env)) : failureIssue(run ?? ended.run);
			return { kind: "failed", id: verdict.id, body };
		}
		default:
			return verdict satisfies never;
	}
}

/** GitHub takes 256 characters. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 250);
