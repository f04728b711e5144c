// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how workflows write expressions

/** What a workflow has to know of the catalog it is for. */
export interface WorkflowSettings {
	/** Path from the repository's root. */
	readonly catalog: string;
	/** Where images go: host, perhaps with a path. */
	readonly registry: string;
	/** The branch that is shipped from. */
	readonly branch: string;
	/** Environment variables of the secrets that builds read. */
	readonly secrets?: readonly string[];
	readonly ssh?: boolean;
}

/** Every push, pull request and merge queue. Only a push moves floating tags. */
export function pushWorkflow(about: WorkflowSettings): string {
	return `# Pushes and pull requests: what changed is built for its platforms, started, probed and published. https://github.com/lucid/build-action
# The check to require is \`images / gate\`.
name: images
on:
  push: { branches: [${about.branch}] }
  pull_request:
  merge_group:
permissions: {}
jobs:
  images:
    name: images
    permissions:
      contents: read
      packages: write # pushes to ghcr.io
      pull-requests: write # the one comment
    uses: lucid/build-action/.github/workflows/build.yml@v1
${inputs(about)}`;
}

/** Once a night. */
export function nightlyWorkflow(about: WorkflowSettings): string {
	return `# Each night: what stands on a base image that moved, or outlived the catalog's \`ttl\`, is rebuilt, tried and published.
name: nightly
on:
  schedule:
    - cron: "17 3 * * *"
  workflow_dispatch:
permissions: {}
jobs:
  images:
    name: images
    permissions:
      contents: read
      packages: write # pushes to ghcr.io
      pull-requests: write # as the same jobs do by day
      issues: write # the one issue of nights that fail
    uses: lucid/build-action/.github/workflows/nightly.yml@v1
${inputs(about)}`;
}

/** GitHub's own registry takes the job's token; any other wants a user and a token of its own. */
function inputs({ catalog, registry, secrets = [], ssh = false }: WorkflowSettings): string {
	const host = registry.split("/", 1)[0] ?? registry;
	const lines = [
		...(catalog === "lucid.yml" ? [] : [`catalog: ${JSON.stringify(catalog)}`]),
		...(host === "ghcr.io" ? [] : [`login: ${host}`]),
		...(secrets.length === 0 ? [] : [`build-secret-names: ${secrets.join(",")}`]),
	];
	const login = [
		"registry-username: ${{ secrets.REGISTRY_USERNAME }}",
		"registry-password: ${{ secrets.REGISTRY_PASSWORD }}",
	];
	const values = secrets.map((name) => `  ${name}=${"${{"} secrets.${name.toUpperCase()} }}`);
	const handed = [
		...(host === "ghcr.io" ? [] : login),
		...(values.length === 0 ? [] : ["build-secrets: |", ...values]),
		...(ssh ? ["ssh-keys: ${{ secrets.SSH_PRIVATE_KEY }}"] : []),
	];
	return block("with", lines) + block("secrets", handed);
}

const block = (key: string, lines: readonly string[]) =>
	lines.length === 0 ? "" : `    ${key}:\n${lines.map((line) => `      ${line}\n`).join("")}`;
