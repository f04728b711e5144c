import type { Option } from "../option.ts";

/** Options for GitHub's API, comments and issues. */
export const notifyOptions = [
	{
		name: "github-token",
		kind: "string",
		placeholder: "token",
		env: "GITHUB_TOKEN",
		actionDefault: "$" + "{{ github.token }}",
		only: "action",
		stages: ["plan", "build", "verify", "smoke", "sign", "publish", "report", "run", "setup"],
		description:
			"Token for GitHub's API. Used to read the catalog and the heads of branches and to order commits in a shallow clone (`contents: read`), to spread jobs by the times of the last run (`actions: read`), and for `comment` and `issue`. Also the login for `ghcr.io` without a `registry-password`.",
	},
	{
		name: "comment",
		kind: "choice",
		choices: ["auto", "true", "false"],
		default: "auto",
		// Each leg of a matrix would write one.
		actionDefault: { run: "$" + "{{ strategy.job-total > 1 && 'false' || 'auto' }}" },
		only: "action",
		stages: ["report", "run"],
		description:
			"Keeps one comment on the pull request up to date (`pull-requests: write`). Without that permission, `auto` reports what is missing, and `true` is an error. A fork's pull request gets no comment.",
	},
	{
		name: "report-name",
		kind: "string",
		placeholder: "name",
		default: "lucid-report",
		only: "action",
		stages: ["report", "run"],
		description:
			"Name that separates the comment and issue of this report from those of another report on the same catalog in the same workflow.",
	},
	{
		name: "issue",
		kind: "flag",
		only: "action",
		stages: ["report", "run"],
		description:
			"For nightly runs: opens an issue when a run fails (`issues: write`), comments on it when the failure changes, and closes it when a run succeeds.",
	},
	{
		name: "issue-title",
		kind: "string",
		placeholder: "title",
		only: "action",
		stages: ["report", "run"],
		description: "Title of the issue. Without it, a title that names the failing workflow.",
	},
	{
		name: "issue-labels",
		kind: "list",
		placeholder: "label",
		default: "lucid",
		only: "action",
		stages: ["report", "run"],
		description: "Labels of the issue. The first label and a hidden marker identify it.",
	},
	{
		name: "recall",
		kind: "flag",
		only: "action",
		stages: ["report"],
		description:
			"Also reports the other jobs of this run: builds and smoke from their records in the registry, publish from `publish-result`.",
	},
	{
		name: "publish-result",
		kind: "string",
		only: "action",
		stages: ["report"],
		description: "Output `packed` of `publish` from another job.",
	},
	{
		name: "job-results",
		kind: "list",
		placeholder: "result",
		only: "action",
		stages: ["report"],
		description:
			"Results of the earlier jobs: `join(needs.*.result, ',')`, or `publish=failure` with the name of a job. A failed job makes the run red, even without a document. A cancelled job makes the run cancelled: no comment, no issue.",
	},
] as const satisfies readonly Option[];
