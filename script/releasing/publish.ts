import { type GitHub, type GitHubRepository, isApiError } from "../../src/adapters/github/client.ts";
import { createOnce, noRetries } from "../../src/adapters/github/create-once.ts";
import { withPermissionErrors } from "../../src/adapters/github/permission-error.ts";
import { UserError } from "../../src/util/errors.ts";
import { type Checked, moved } from "./check.ts";
import { type Clone, isLatest, type Move, moveMajorTag } from "./repository.ts";

/** Where releases are made. */
export interface ReleaseApi {
	readonly github: GitHub;
	readonly repository: GitHubRepository;
	/** Milliseconds of a second: tests shorten it. */
	readonly secondMs?: number;
}

export interface Published {
	readonly url: string;
	readonly release: "created" | "kept";
	readonly major: Move;
}

/**
 * Makes the GitHub release, then moves the tag of the major version, so that it never names an unreleased commit. A
 * second run completes the first. A release remembers its commit: one of the same tag and another commit is refused.
 */
export async function publishRelease(
	{ github, repository, secondMs }: ReleaseApi,
	clone: Clone,
	{ version, commit, notes }: Checked,
): Promise<Published> {
	const { tag, isPrerelease } = version;
	const find = () => releaseOf(github, repository, tag);
	const latest = await isLatest(clone, version);
	const { url, release } = await withPermissionErrors("make the release", "contents: write", async () => {
		const there = await find();
		if (there !== undefined) {
			const released = commitIn(there.body);
			if (released !== commit)
				throw new UserError(moved(tag, `it was released from ${released ?? "an unknown commit"}`));
			return { url: there.url, release: "kept" as const };
		}
		const made = await createOnce(
			async () => {
				const { data } = await github.rest.repos.createRelease({
					...repository,
					tag_name: tag,
					name: tag,
					body: `${notes}\n\n${commitLine(commit)}`,
					prerelease: isPrerelease,
					make_latest: latest ? "true" : "false",
					...noRetries,
				});
				return { url: data.html_url };
			},
			find,
			secondMs,
		);
		return { url: made.url, release: "created" as const };
	});
	return { url, release, major: await moveMajorTag(clone, version, commit) };
}

const commitLine = (commit: string) => `Commit: ${commit}`;

function commitIn(body: string): string | undefined {
	return /^Commit: ([0-9a-f]{40,64})$/m.exec(body.split("\n").at(-1) ?? "")?.[1];
}

async function releaseOf(
	github: GitHub,
	repository: GitHubRepository,
	tag: string,
): Promise<{ readonly url: string; readonly body: string } | undefined> {
	try {
		const { data } = await github.rest.repos.getReleaseByTag({ ...repository, tag });
		return { url: data.html_url, body: data.body ?? "" };
	} catch (error) {
		if (isApiError(error) && error.status === 404) return undefined;
		throw error;
	}
}
