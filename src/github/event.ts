import { readFile } from "node:fs/promises";
import type { Event } from "../documents/source.ts";
import { UserError } from "../errors.ts";
import type { SourceHints } from "../git/source.ts";

type Json = Readonly<Record<string, unknown>>;

/** What GitHub Actions tells of this run, by its environment and event file. Undefined outside of it. */
export async function githubHints(env: Readonly<Record<string, string | undefined>>): Promise<SourceHints | undefined> {
	if (env.GITHUB_ACTIONS !== "true" || !env.GITHUB_EVENT_NAME) return undefined;
	const file = env.GITHUB_EVENT_PATH;
	const text = file ? await readFile(file, "utf8").catch(() => "{}") : "{}";
	try {
		return readHints(env, toObject(JSON.parse(text)));
	} catch (cause) {
		if (!(cause instanceof SyntaxError)) throw cause;
		throw new UserError(
			{
				code: "environment/event",
				message: `the event file that GITHUB_EVENT_PATH names is no JSON: ${file}`,
				why: cause.message,
				fix: "say what happened with `event` and `revision`, outside of GitHub's own runner without GITHUB_ACTIONS",
			},
			{ cause },
		);
	}
}

/** Pure part of {@link githubHints}: the environment and the event payload, as GitHub documents them. */
export function readHints(env: Readonly<Record<string, string | undefined>>, payload: Json): SourceHints {
	const repository = toObject(payload.repository);
	const revision = revisionOf(env, payload);
	const defaultBranch = text(repository.default_branch);
	const server = env.GITHUB_SERVER_URL ?? "https://github.com";
	const url = text(repository.html_url) ?? (env.GITHUB_REPOSITORY && `${server}/${env.GITHUB_REPOSITORY}`);
	const title = text(repository.name);
	const description = text(repository.description);
	const licenses = text(toObject(repository.license).spdx_id);
	return {
		event: eventOf(env, payload),
		...(revision && { revision }),
		...mergeOf(payload),
		...(defaultBranch && { defaultBranch }),
		...(url && { url }),
		...(title && { title }),
		...(description && { description }),
		...(licenses && { licenses }),
	};
}

/**
 * On a pull request the head commit, not the merge commit GITHUB_SHA names: the one a person pushed and can look up.
 * pull_request_target runs on the base and checks that out, unless told otherwise: what is checked out is the commit. Of an annotated tag that is
 * pushed, the commit and not the tag's own object.
 */
function revisionOf(env: Readonly<Record<string, string | undefined>>, payload: Json): string | undefined {
	if (env.GITHUB_EVENT_NAME === "pull_request_target") return undefined;
	const head = toObject(toObject(payload.pull_request).head);
	const queued = toObject(payload.merge_group);
	const pushed = env.GITHUB_EVENT_NAME === "push" ? toObject(payload.head_commit) : {};
	return text(head.sha) ?? text(queued.head_sha) ?? text(pushed.id) ?? env.GITHUB_SHA;
}

/** Where GitHub's merge of a pull request is checked out, the commit is its head all the same. */
function mergeOf(payload: Json): Pick<SourceHints, "mergeOf"> {
	const pull = toObject(payload.pull_request);
	const [merge, head] = [text(pull.merge_commit_sha), text(toObject(pull.head).sha)];
	return merge !== undefined && head !== undefined ? { mergeOf: { merge, head } } : {};
}

function eventOf(env: Readonly<Record<string, string | undefined>>, payload: Json): Event {
	const ref = env.GITHUB_REF ?? "";
	const branch = ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : undefined;
	switch (env.GITHUB_EVENT_NAME) {
		case "pull_request":
		case "pull_request_target": {
			const pull = toObject(payload.pull_request);
			const head = toObject(pull.head);
			const base = toObject(pull.base);
			return {
				kind: "pull_request",
				number: typeof pull.number === "number" ? pull.number : Number(/^refs\/pull\/(\d+)\//.exec(ref)?.[1] ?? 0),
				head: text(head.ref) ?? "",
				base: text(base.ref) ?? "",
				// A head repository that was deleted is null: then nothing says that it is ours.
				fork: text(toObject(head.repo).full_name) !== text(toObject(base.repo).full_name) || head.repo == null,
			};
		}
		case "merge_group":
			return {
				kind: "merge_group",
				base: (text(toObject(payload.merge_group).base_ref) ?? "").replace("refs/heads/", ""),
			};
		case "schedule":
			return { kind: "schedule", branch: branch ?? text(toObject(payload.repository).default_branch) ?? "" };
		default:
			// push, workflow_dispatch, release, and workflow_call, which carries the event of its caller.
			if (ref.startsWith("refs/tags/")) {
				const base = text(payload.base_ref)?.replace("refs/heads/", "");
				return { kind: "tag", tag: ref.slice("refs/tags/".length), ...(base !== undefined && { base }) };
			}
			if (env.GITHUB_EVENT_NAME === "push" && branch !== undefined) return { kind: "push", branch };
			return { kind: "manual", ...(branch !== undefined && { branch }) };
	}
}

const toObject = (value: unknown): Json => (typeof value === "object" && value !== null ? (value as Json) : {});
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
