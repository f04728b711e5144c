/** A figure of the model, in seconds unless it names another unit, and its source. */
export interface Constant {
	readonly value: number;
	readonly what: string;
	readonly source: string;
}

/**
 * What GitHub's machines take and allow. GitHub publishes the limits and the rounding, but no times: those are of
 * single public runs, or of this machine, and `script/bench simulate` shows what the result owes to them.
 */
export const constants = {
	queue: {
		value: 6,
		what: "from a job being ready to a hosted runner taking it, when one is free",
		source: "between two jobs of github/gh-aw run 23264510315 (its issue 21703)",
	},
	startUp: {
		value: 3,
		what: "provisioning of the runner and download of the actions",
		source: "the same run: 2 to 3 s in three jobs",
	},
	checkout: { value: 2, what: "actions/checkout of a small repository", source: "the same run: 1 to 3 s" },
	emulation: {
		value: 7,
		what: "docker/setup-qemu-action with a pull of its image",
		source:
			"a public job of checkout, QEMU, buildx and login took 23 s to its first build step; the split of 18 s is an estimate",
	},
	buildx: { value: 9, what: "docker/setup-buildx-action with a pull of BuildKit", source: "as before" },
	login: { value: 2, what: "docker/login-action", source: "as before" },
	end: { value: 3, what: "post steps and upload of the log", source: "estimate" },
	cacheImport: {
		value: 3,
		what: "import of a build's layer cache from GitHub's cache, per service",
		source: "estimate, in favour of one job per service",
	},
	emulated: {
		value: 10,
		what: "how many times longer a build takes under QEMU",
		source: "public reports say 10 to 30 for compilers; the same factor as the plan's own estimate",
	},
	atOnce: {
		value: 20,
		what: "concurrent jobs of an account, GitHub Free",
		source: "https://docs.github.com/en/actions/reference/limits",
	},
	atOnceTeam: {
		value: 60,
		what: "concurrent jobs of an account, GitHub Team",
		source: "https://docs.github.com/en/actions/reference/limits",
	},
	matrix: {
		value: 256,
		what: "jobs that one matrix may have",
		source: "https://docs.github.com/en/actions/reference/limits",
	},
	rounding: {
		value: 60,
		what: "a job is billed in whole minutes, rounded up",
		source: "[GitHub's documentation](https://docs.github.com/en/billing/concepts/product-billing/github-actions)",
	},
} as const satisfies Readonly<Record<string, Constant>>;
