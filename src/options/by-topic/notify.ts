import type { Option } from "../option.ts";

/** Options about what GitHub is asked and told. */
export const notifyOptions = [
	{
		name: "github-token",
		kind: "string",
		placeholder: "token",
		env: "GITHUB_TOKEN",
		actionDefault: "$" + "{{ github.token }}",
		only: "action",
		stages: ["plan", "publish", "report", "run"],
		description:
			"Asks GitHub whether this commit is newer than the published one, where a shallow clone does not know (`contents: read`), and how long the jobs of the last run took, to spread this one's (`actions: read`), and what a branch's head is, where another commit than the event's is checked out (`contents: read`). Writes what `comment` and `issue` say.",
	},
	{
		name: "comment",
		kind: "choice",
		choices: ["auto", "true", "false"],
		default: "auto",
		// A leg of a matrix has many neighbours.
		actionDefault: { run: "$" + "{{ strategy.job-total > 1 && 'false' || 'auto' }}" },
		only: "action",
		stages: ["report", "run"],
		description:
			"One comment on the pull request, kept up to date (`pull-requests: write`). `auto` writes it where the token may, and tells what is missing where not; with `true` that is an error. A fork's token may never: then it is left out.",
	},
	{
		name: "report-name",
		kind: "string",
		placeholder: "name",
		default: "lucid-report",
		only: "action",
		stages: ["report", "run"],
		description:
			"Sets its comment and its issue apart from those of another report on the same catalog in the same workflow.",
	},
	{
		name: "issue",
		kind: "flag",
		only: "action",
		stages: ["report", "run"],
		description:
			"For a nightly: opens an issue when the run failed (`issues: write`), comments on it when another failure comes, and closes it when all is well again.",
	},
	{
		name: "issue-title",
		kind: "string",
		placeholder: "title",
		only: "action",
		stages: ["report", "run"],
		description: "Title of that issue. Without it, that the workflow fails.",
	},
	{
		name: "issue-labels",
		kind: "list",
		placeholder: "label",
		default: "lucid",
		only: "action",
		stages: ["report", "run"],
		description: "Labels of that issue. The first is what it is found by, beside a hidden mark.",
	},
	{
		name: "recall",
		kind: "flag",
		only: "action",
		stages: ["report"],
		description:
			"Tell also what other jobs of this run did: builds and smoke as they left it in the registry, publish by `publish-result`.",
	},
	{
		name: "publish-result",
		kind: "string",
		only: "action",
		stages: ["report"],
		description: "Output `packed` of publish, from another job.",
	},
	{
		name: "job-results",
		kind: "list",
		placeholder: "result",
		only: "action",
		stages: ["report"],
		description:
			"How the jobs before ended: `join(needs.*.result, ',')`, or `publish=failure` with the job's name. A job that failed makes the run red, also without a document; a cancelled one makes it cancelled: no comment, no issue.",
	},
] as const satisfies readonly Option[];
