import { type Hold, isFromFork, type RunEvent, type Source } from "../../model/documents/source.ts";
import type { ListRemoteRefs } from "../git/remote-refs.ts";
import type { GitHubRun } from "./run-event.ts";

/** The event of a run, and whether it is proven: a part of {@link Source}. */
export type EventDecision = Pick<Source, "event" | "hold" | "fromFork">;

/**
 * Decides which event a run on GitHub has, by the commit that is checked out (`head`): that of the payload if the
 * payload names the commit, or if the commit is the current head of the event's ref. Otherwise the event is `commit`.
 */
export async function decideEvent(
	run: GitHubRun,
	head: string | undefined,
	listRefs: ListRemoteRefs,
): Promise<EventDecision> {
	const { claims, fix } = run;
	if (head === undefined)
		return unproven(run, {
			why: "there is no git repository, or it has no commit",
			fix: "check the repository out with actions/checkout, on a machine that has git",
		});
	const proven = claims.find(({ commits }) => commits.includes(head));
	if (proven !== undefined) return { event: proven.event };
	const refs = claims.flatMap((claim) => claim.refs);
	const commit = head.slice(0, 12);
	if (refs.length === 0) return unproven(run, { why: `${commit} is checked out, and ${run.about}`, fix });
	const current = await listRefs(refs);
	if ("failure" in current) {
		const failure = `reading ${refs.join(" and ")} of the repository failed: ${current.failure}`;
		return unproven(run, {
			why: `${commit} is checked out, ${run.about}, and ${failure}`,
			fix: `${fix}; or pass a \`github-token\` with \`contents: read\``,
		});
	}
	const claim = claims.find((item) => item.refs.some((ref) => current.get(ref) === head));
	if (claim !== undefined) return { event: claim.event };
	return unproven(run, {
		why: `${commit} is checked out, which is not ${refs.join(" or ")} now, and ${run.about}`,
		fix,
	});
}

function unproven({ fromFork }: GitHubRun, hold: Hold): EventDecision {
	return { event: { kind: "commit" }, hold, ...(fromFork && { fromFork }) };
}

/**
 * Applies the options `event` and `revision` inside GitHub Actions. They change names and labels only: if they differ
 * from what is proven, the run is on hold, so that no floating tag, version or tag of a pull request is written.
 */
export function overrideEvent(
	proven: EventDecision,
	event: RunEvent | undefined,
	revision: "own" | "another",
): EventDecision {
	const differs = event !== undefined && !sameTags(event, proven.event);
	const decision: EventDecision = differs
		? { ...proven, event, ...(isFromFork(proven) && { fromFork: true }) }
		: proven;
	if (decision.hold !== undefined || (!differs && revision === "own")) return decision;
	const option = differs ? "event" : "revision";
	const hold: Hold = {
		why:
			`\`${option}\` differs from the event and checkout of the run, ` +
			"and can only change names and labels inside GitHub Actions",
		fix: `leave \`${option}\` out, or start the workflow on the branch or git tag itself`,
	};
	return { ...decision, hold };
}

/** Push and manual runs have the same tags. */
function sameTags(given: RunEvent, proven: RunEvent): boolean {
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
	return key(given) === key(proven);
}
