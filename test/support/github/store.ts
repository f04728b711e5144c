import type { Asked, Description } from "./description.ts";

export interface Comment {
	readonly id: number;
	readonly issue: number;
	readonly user: string;
	body: string;
}

export interface Issue {
	readonly number: number;
	readonly user: string;
	title: string;
	body: string;
	state: string;
	reason: string | null;
	labels: readonly string[];
	/** Counts up with every change. */
	updated: number;
}

/** What this GitHub holds; tests look at it and put things there. */
export interface Store {
	readonly comments: Comment[];
	readonly issues: Issue[];
	readonly releases: { readonly tag: string; readonly name: string; readonly body: string; readonly latest: string }[];
	runs: readonly object[];
	jobs: readonly object[];
	/** What comparing commits says; a path that is not there is unknown. */
	compared: Readonly<Record<string, "ahead" | "behind" | "identical" | "diverged">>;
	/** Files of the default branch's head by path. */
	files: Readonly<Record<string, string>>;
	/** So many of the next listings do not have the newest entry yet. */
	lag: number;
	/** Who writes: the job's own token. */
	readonly bot: string;
	comment(issue: number, user: string, body: string): Comment;
	issue(user: string, body: string, more?: Partial<Issue>): Issue;
	readonly described: Description;
}

export function storeOf(described: Description): Store {
	let ids = 100;
	const store: Store = {
		described,
		comments: [],
		issues: [],
		releases: [],
		runs: [],
		jobs: [],
		compared: {},
		files: {},
		lag: 0,
		bot: "github-actions[bot]",
		comment(issue, user, body) {
			const one = { id: ++ids, issue, user, body };
			store.comments.push(one);
			return one;
		},
		issue(user, body, more = {}) {
			const one: Issue = {
				...{ number: ++ids, user, title: "", body, state: "open", reason: null, labels: ["lucid"], updated: ++ids },
				...more,
			};
			store.issues.push(one);
			return one;
		},
	};
	return store;
}

interface Answer {
	readonly status: number;
	readonly body: unknown;
	/** There is another page. */
	readonly more?: boolean;
}

type Request = Asked & Readonly<Record<string, unknown>>;

const missing: Answer = { status: 404, body: { message: "Not Found" } };

export const handlers: Readonly<Record<string, (request: Request, store: Store) => Answer>> = {
	"users/get-authenticated": (_, { described }) => ({
		status: 200,
		body: described.sample("private-user", { login: "robot", type: "User" }),
	}),
	"issues/list-comments": (request, store) =>
		listed(
			request,
			late(
				store,
				store.comments.filter(({ issue }) => issue === Number(request.issue_number)),
			).map((one) => commentBody(one, store)),
		),
	"issues/create-comment": ({ issue_number, body }, store) => ({
		status: 201,
		body: commentBody(store.comment(Number(issue_number), store.bot, (body as { body: string }).body), store),
	}),
	"issues/update-comment": ({ comment_id, body }, store) => {
		const one = store.comments.find(({ id }) => id === Number(comment_id));
		if (one === undefined) return missing;
		one.body = (body as { body: string }).body;
		return { status: 200, body: commentBody(one, store) };
	},
	"issues/delete-comment": ({ comment_id }, store) => {
		const at = store.comments.findIndex(({ id }) => id === Number(comment_id));
		if (at >= 0) store.comments.splice(at, 1);
		// As GitHub answers, although its description does not.
		return { status: 204, body: undefined };
	},
	"issues/list-for-repo": (request, store) => {
		const { query } = request;
		const label = query.get("labels");
		const direction = query.get("direction") === "asc" ? 1 : -1;
		const by = (one: Issue) => (query.get("sort") === "updated" ? one.updated : one.number);
		const found = store.issues
			.filter(({ state }) => state === (query.get("state") ?? "open"))
			.filter(({ labels }) => label === null || labels.includes(label));
		const ordered = late(store, found).sort((a, b) => (by(a) - by(b)) * direction);
		return listed(
			request,
			ordered.map((one) => issueBody(one, store)),
		);
	},
	"issues/create": ({ body }, store) => {
		const { title, body: text, labels } = body as { title: string; body: string; labels?: string[] };
		const one = store.issue(store.bot, text, { title, labels: labels ?? [] });
		return { status: 201, body: issueBody(one, store) };
	},
	"issues/get": ({ issue_number }, store) => {
		const one = store.issues.find(({ number }) => number === Number(issue_number));
		return one === undefined ? missing : { status: 200, body: issueBody(one, store) };
	},
	"issues/update": ({ issue_number, body }, store) => {
		const one = store.issues.find(({ number }) => number === Number(issue_number));
		if (one === undefined) return missing;
		const { state, state_reason: reason, ...rest } = body as Record<string, string>;
		Object.assign(one, rest, state && { state }, { reason: state === "closed" ? (reason ?? null) : null });
		one.updated += 1000;
		return { status: 200, body: issueBody(one, store) };
	},
	"actions/list-workflow-runs": (_, { runs, described }) => ({
		status: 200,
		body: { total_count: runs.length, workflow_runs: runs.map((one) => described.sample("workflow-run", one)) },
	}),
	"actions/list-jobs-for-workflow-run": (request, { jobs, described }) => {
		const { body, ...rest } = listed(
			request,
			jobs.map((one) => described.sample("job", one)),
		);
		return { ...rest, body: { total_count: jobs.length, jobs: body } };
	},
	"repos/get-content": ({ path, query }, { files, described }) => {
		const text = query.has("ref") ? undefined : files[decodeURIComponent(String(path))];
		if (text === undefined) return missing;
		const content = Buffer.from(text).toString("base64");
		return { status: 200, body: described.sample("content-file", { type: "file", encoding: "base64", content }) };
	},
	"repos/compare-commits-with-basehead": ({ basehead }, { compared, described }) => {
		const status = compared[String(basehead)];
		if (status === undefined) return missing;
		return {
			status: 200,
			body: described.sample("commit-comparison", {
				status,
				base_commit: commit(described),
				merge_base_commit: commit(described),
			}),
		};
	},
	"repos/get-release-by-tag": ({ tag }, store) => {
		const one = store.releases.find((release) => release.tag === tag);
		return one === undefined ? missing : { status: 200, body: releaseBody(one, store) };
	},
	"repos/create-release": ({ body }, store) => {
		const given = body as { tag_name: string; name: string; body: string; make_latest: string };
		const one = { tag: given.tag_name, name: given.name, body: given.body, latest: given.make_latest };
		store.releases.push(one);
		return { status: 201, body: releaseBody(one, store) };
	},
};

function late<T>(store: Store, list: readonly T[]): T[] {
	if (store.lag === 0) return [...list];
	store.lag -= 1;
	return list.slice(0, -1);
}

function listed({ query }: Request, all: readonly unknown[]): Answer {
	const [size, page] = [Number(query.get("per_page") ?? 30), Number(query.get("page") ?? 1)];
	return { status: 200, body: all.slice((page - 1) * size, page * size), more: all.length > page * size };
}

function user(login: string, described: Description): object {
	return described.sample("simple-user", { login, type: login.endsWith("[bot]") ? "Bot" : "User" });
}

function commentBody({ id, body, user: login, issue }: Comment, { described }: Store): object {
	const html_url = `https://github.com/octo/lucid/pull/${issue}#issuecomment-${id}`;
	return described.sample("issue-comment", { id, body, html_url, user: user(login, described) });
}

function issueBody({ number, title, body, user: login, state, reason, labels }: Issue, { described }: Store): object {
	const html_url = `https://github.com/octo/lucid/issues/${number}`;
	const more = { state, state_reason: reason, labels, user: user(login, described), html_url };
	return described.sample("issue", { id: number, number, title, body, ...more });
}

function releaseBody({ tag, name, body }: Store["releases"][number], { described }: Store): object {
	const html_url = `https://github.com/octo/lucid/releases/tag/${tag}`;
	return described.sample("release", {
		tag_name: tag,
		name,
		body,
		html_url,
		author: user("github-actions[bot]", described),
	});
}

function commit(described: Description): object {
	return described.sample("commit", {});
}
