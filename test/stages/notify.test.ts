import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import type { Source } from "../../src/model/documents/source.ts";
import { notify, type RunEnd } from "../../src/stages/notify/stage.ts";
import { afterRun, base, type Case, cases, commented, head, merge, reviewed } from "../github/payloads.ts";
import { aPlan, aService, toBuild } from "../support/documents.ts";
import { type FakeGitHub, fakeGitHub } from "../support/github/server.ts";
import { temporaryFolder } from "../support/repo.ts";

type Asked = Parameters<typeof notify>[0];

const asked: Asked = {
	comment: "auto",
	issue: false,
	issueTitle: undefined,
	issueLabels: ["lucid"],
	jobResults: [],
	githubToken: "ghs_good",
	catalog: "lucid.yml",
	reportName: "lucid-report",
};

const plan = aPlan([aService({ name: "api" })], () => toBuild);
const planned: RunEnd = { kind: "done", run: { plan } };
const image = plan.images[0];
const built = (outcome: "built" | "failed"): RunEnd => ({
	kind: "done",
	run: {
		plan,
		build: {
			...{ kind: "lucid.build", version: 1, revision: plan.source.revision, command: [], durationMs: 1 },
			images: [
				{
					...{ service: "api", platform: "linux/arm64", fingerprint: image?.fingerprint ?? "" },
					...{ contentRef: image?.contentRef ?? "", outcome, checks: [] },
					...(outcome === "failed" && { error: { message: "COPY nothing: not found", log: ["#1 ERROR"] } }),
				},
			],
		},
	},
});
const broken: RunEnd = { kind: "broken", problems: [{ code: "catalog/yaml", message: "no catalog: @everyone" }] };

/** Notifies as the run of an event does. */
async function tellOn(
	api: FakeGitHub,
	event: Case,
	ended: RunEnd,
	{ env = {}, ...own }: Partial<Asked> & { env?: object } = {},
) {
	const folder = await temporaryFolder();
	try {
		const file = path.join(folder, "event.json");
		await writeFile(file, JSON.stringify(event.payload));
		const all = { ...api.env, ...event.env, GITHUB_ACTIONS: "true", GITHUB_EVENT_PATH: file, ...env };
		return await notify({ ...asked, ...own }, ended, {
			env: { ...all, GITHUB_REPOSITORY: "octo/lucid" },
			signal: new AbortController().signal,
		});
	} finally {
		await rm(folder, { recursive: true });
	}
}

test("on a pull request there is one comment, with what the run found, or why it found nothing", async () => {
	await using api = await fakeGitHub();
	const first = await tellOn(api, cases.pull, planned);
	assert.match(first.notifications.comment ?? "", /pull\/7#issuecomment/);
	assert.match(
		api.store.comments[0]?.body ?? "",
		/1 to build[\s\S]*\*\*api\*\*[\s\S]*\[run\]\(https:\/\/github\.com\/octo\/lucid\/actions\/runs\/7\)/,
	);
	const again = await tellOn(api, cases.pull, broken, { env: { GITHUB_RUN_ATTEMPT: "2" } });
	assert.deepEqual(again.notifications, first.notifications);
	assert.equal(api.store.comments.length, 1);
	assert.match(api.store.comments[0]?.body ?? "", /1 problem[\s\S]*no catalog/);
});

test("a catalog or a name of its own has a comment of its own", async () => {
	await using api = await fakeGitHub();
	await tellOn(api, cases.pull, planned);
	await tellOn(api, cases.pull, planned, { catalog: "pi/lucid.yml" });
	await tellOn(api, cases.pull, planned, { reportName: "second" });
	assert.equal(api.store.comments.length, 3);
});

test("a fork's pull request gets a notice and no comment, with any options; GitHub gets no request", async () => {
	await using api = await fakeGitHub();
	const review = reviewed("a review", "pull_request_review", { head, merge, from: "someone/lucid" });
	for (const event of [cases.fork, cases.orphan, review])
		for (const comment of ["auto", "true"] as const) {
			const { notifications: links, notes, problems } = await tellOn(api, event, planned, { comment });
			assert.deepEqual([links, problems], [{}, []]);
			assert.match(notes[0] ?? "", /from a fork, and its token is read-only/);
		}
	assert.equal(api.asked.length, 0);
});

test("pull_request_target has the repository's own token, also for a fork: the comment is written", async () => {
	await using api = await fakeGitHub();
	assert.ok((await tellOn(api, cases.target, planned)).notifications.comment);
});

/** The same run, with another event found to be what is checked out. */
const about = (event: Source["event"]): RunEnd => ({
	kind: "done",
	run: { plan: { ...plan, source: { ...plan.source, event } } },
});
const seven = { kind: "pull_request", number: 7, head: "fix/it", base: "main", fork: true } as const;

test("a review, a workflow_run and a comment notify their pull request", async () => {
	for (const event of [
		reviewed("a review", "pull_request_review", { head, merge }),
		reviewed("a comment on a line", "pull_request_review_comment", { head, merge }),
		afterRun("after CI", base, {
			...{ event: "pull_request", branch: "fix/it", head },
			pulls: [{ number: 7, head, ref: "fix/it" }],
		}),
		commented("a comment", base, "pull request"),
	]) {
		await using api = await fakeGitHub();
		const { notifications: links, notes } = await tellOn(api, event, about(seven));
		assert.match(links.comment ?? "", /pull\/7#issuecomment/, `${event.name}: ${notes.join()}`);
	}
});

test("a pull request is not notified of another commit, nor without a number from GitHub", async () => {
	await using api = await fakeGitHub();
	const elsewhere = await tellOn(api, cases.target, about({ kind: "commit" }));
	assert.deepEqual(elsewhere.notes, ["no comment: the pull request is not what is checked out"]);
	const run = { event: "pull_request", branch: "main", head, from: "someone/lucid" };
	const { number: _, ...unnumbered } = seven;
	const fork = await tellOn(api, afterRun("after CI", base, run), about(unnumbered));
	assert.deepEqual(fork.notes, ["no comment: GitHub does not say which pull request this is"]);
	// Two that go out from one commit.
	const both = [7, 9].map((number) => ({ number, head, ref: "fix/it" }));
	const two = await tellOn(
		api,
		afterRun("after CI", base, { ...run, from: "lucid/lucid", pulls: both }),
		about(unnumbered),
	);
	assert.deepEqual(two.notes, ["no comment: GitHub does not say which pull request this is"]);
	const main = await tellOn(
		api,
		commented("a comment", base, "pull request"),
		about({ kind: "manual", branch: "main" }),
	);
	assert.deepEqual([main.notifications, main.notes], [{}, []]);
	assert.equal(api.asked.length, 0);
});

test("a missing permission is a notice with the line to add, and an error only with `comment: true`; never for Dependabot", async () => {
	await using api = await fakeGitHub();
	api.permissions = new Set();
	const auto = await tellOn(api, cases.pull, planned);
	assert.deepEqual(auto.problems, []);
	assert.match(auto.notes[0] ?? "", /permissions: \{ [a-z-]+: write \}/);
	const strict = await tellOn(api, cases.pull, planned, { comment: "true" });
	assert.equal(strict.problems[0]?.code, "github/permission");
	const bot = await tellOn(api, cases.pull, planned, { comment: "true", env: { GITHUB_ACTOR: "dependabot[bot]" } });
	assert.deepEqual(bot.problems, []);
});

test("nothing is written where no comment is wanted, on other events and outside of GitHub", async () => {
	await using api = await fakeGitHub();
	await tellOn(api, cases.pull, planned, { comment: "false" });
	await tellOn(api, cases.push, planned, { comment: "true" });
	await notify(asked, planned, { env: {}, signal: new AbortController().signal });
	assert.equal(api.asked.length, 0);
	assert.match((await tellOn(api, cases.pull, planned, { githubToken: undefined })).notes[0] ?? "", /blank/);
});

test("a nightly that fails opens an issue with table and diagnosis, and closes it when it recovers", async () => {
	await using api = await fakeGitHub();
	const night = (ended: RunEnd, number: number, own: Partial<Asked> = {}) =>
		tellOn(api, cases.schedule, ended, { issue: true, ...own, env: { GITHUB_RUN_NUMBER: String(number) } });
	const opened = await night(built("failed"), 1);
	assert.match(opened.notifications.issue ?? "", /issues\/\d+$/);
	const [issue] = api.store.issues;
	assert.equal(issue?.title, "images fails");
	assert.match(issue?.body ?? "", /\*\*api\*\* \| ❌ failed \| COPY nothing: not found[\s\S]* {4}#1 ERROR/);
	await night(built("failed"), 2);
	await night(planned, 3);
	const { notes } = await night(built("failed"), 3, { jobResults: ["failure", "cancelled"] });
	assert.match(notes[0] ?? "", /the run was cancelled/);
	assert.equal(issue?.state, "open", "a run that was not brought to its end closes nothing");
	assert.equal(api.store.comments.length, 0);
	await night(built("built"), 4, { jobResults: ["success", "failure"] });
	assert.match(api.store.comments.at(-1)?.body ?? "", /ended without a result: its log says more/);
	await night(broken, 5);
	assert.match(api.store.comments.at(-1)?.body ?? "", /no catalog/);
	await night(built("built"), 6, { jobResults: ["success"] });
	assert.equal(issue?.state, "closed");
	assert.match(api.store.comments.at(-1)?.body ?? "", /The run succeeded again/);
	assert.equal(api.store.issues.length, 1);
});

test("its title and labels can be given, and a missing permission is an error", async () => {
	await using api = await fakeGitHub();
	const own = { issue: true, issueTitle: "The\nnight $(id)", issueLabels: ["images", "night"] } as const;
	await tellOn(api, cases.schedule, built("failed"), own);
	assert.deepEqual([api.store.issues[0]?.title, api.store.issues[0]?.labels], ["The night $(id)", ["images", "night"]]);
	api.permissions = new Set(["issues=read"]);
	const { problems } = await tellOn(api, cases.schedule, built("failed"), own);
	assert.match(problems[0]?.fix ?? "", /permissions: \{ issues: write \}/);
	const none = await tellOn(api, cases.schedule, built("failed"), { ...own, githubToken: undefined });
	assert.equal(none.problems[0]?.code, "github/token");
});

test("a pull request opens no issue", async () => {
	await using api = await fakeGitHub();
	const { notes } = await tellOn(api, cases.pull, built("failed"), { issue: true, comment: "false" });
	assert.match(notes[0] ?? "", /no issue/);
	assert.equal(api.asked.length, 0);
});
