import {
	type Hold,
	isFromFork,
	mayMoveFloatingTags,
	mayMovePullRequestTags,
	type RunEvent,
	type Source,
} from "../../model/documents/source.ts";
import type { ListRemoteRefs } from "../git/remote-refs.ts";
import type { GitHubRun } from "./run-event.ts";

/** What a run is about, and whether that is proven: a part of {@link Source}. */
export type EventDecision = Pick<Source, "event" | "hold" | "fromFork">;

/**
 * What a run on GitHub is about, by the commit that is checked out (`head`). It is the event's if the event names that commit, or if the repository has it
 * now as the head of what the event is about; `ask` is only called where the event does not name it. Otherwise the commit belongs to nothing.
 */
export async function decideEvent(
	run: GitHubRun,
	head: string | undefined,
	ask: ListRemoteRefs,
): Promise<EventDecision> {
	const { claims, fix } = run;
	if (head === undefined)
		return nothing(run, {
			why: "there is no git repository, or no commit in it: nothing says which commit this is",
			fix: "check the repository out with actions/checkout, on a machine that has git",
		});
	const named = claims.find(({ commits }) => commits.includes(head));
	if (named !== undefined) return { event: named.event };
	const refs = claims.flatMap((claim) => claim.refs);
	const commit = head.slice(0, 12);
	if (refs.length === 0) return nothing(run, { why: `${commit} is checked out, and ${run.about}`, fix });
	const found = await ask(refs);
	if ("silent" in found)
		return nothing(run, {
			why: `${commit} is checked out, ${run.about}, and the repository cannot be asked for ${refs.join(" and ")}: ${found.silent}`,
			fix: `${fix}; or let the repository be asked: \`github-token\` with \`contents: read\``,
		});
	const current = claims.find((claim) => claim.refs.some((ref) => found.get(ref) === head));
	if (current !== undefined) return { event: current.event };
	return nothing(run, {
		why: `${commit} is checked out, which is not ${refs.join(" or ")} now, and ${run.about}`,
		fix,
	});
}

function nothing({ fromFork }: GitHubRun, hold: Hold): EventDecision {
	return { event: { kind: "commit" }, hold, ...(fromFork && { fromFork }) };
}

/**
 * What the options `event` and `revision` make of that inside GitHub Actions: other names and labels. They never permit a floating tag or a version, so that
 * what differs from what is proven puts the run on hold.
 */
export function overrideEvent(
	proven: EventDecision,
	event: RunEvent | undefined,
	revision: "own" | "another",
): EventDecision {
	const differs = event !== undefined && !sameTags(event, proven.event);
	const named: EventDecision = differs ? { ...proven, event, ...(isFromFork(proven) && { fromFork: true }) } : proven;
	if (!(mayMoveFloatingTags(named) || mayMovePullRequestTags(named)) || (!differs && revision === "own")) return named;
	const option = differs ? "event" : "revision";
	const hold: Hold = {
		why: `\`${option}\` says something else than the run's own event and checkout, and may only change names and labels inside GitHub Actions`,
		fix: `leave \`${option}\` out, or start the workflow on the branch or git tag itself`,
	};
	return { ...named, hold };
}

/** A push and a run by hand give the same tags. */
function sameTags(asked: RunEvent, proven: RunEvent): boolean {
	const key = (event: RunEvent) => {
		switch (event.kind) {
			case "push":
			case "manual":
				return `branch ${event.branch ?? ""}`;
			case "schedule":
				return `schedule ${event.branch}`;
			case "tag":
				return `tag ${event.tag}`;
			case "merge_group":
				return `merge_group ${event.base}`;
			case "pull_request":
				return `pull_request ${event.number ?? ""}`;
			case "commit":
				return "commit";
			default:
				return event satisfies never;
		}
	};
	return key(asked) === key(proven);
}
