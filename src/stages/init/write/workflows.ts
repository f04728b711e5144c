// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how workflows write expressions

/** The settings of a generated workflow. */
export interface WorkflowSettings {
	/** Relative to the repository's root. */
	readonly catalog: string;
	/** Host with optional path. */
	readonly registry: string;
	/** The release branch. */
	readonly branch: string;
	/** Environment variables of build secrets. */
	readonly secrets?: readonly string[];
	readonly ssh?: boolean;
}

/** For pushes, pull requests and merge queues. Only a push moves floating tags. */
export function pushWorkflow(about: WorkflowSettings): string {
	return `# Pushes and pull requests: changed images are built, smoke-tested and published. https://github.com/lucid/build-action
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
      pull-requests: write # the comment
    uses: lucid/build-action/.github/workflows/build.yml@v1
${inputs(about)}`;
}

/** For the nightly rebuild. */
export function nightlyWorkflow(about: WorkflowSettings): string {
	return `# Nightly: images with a moved base image or an expired \`ttl\` are rebuilt, smoke-tested and published.
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
      pull-requests: write # required by the reusable workflow
      issues: write # the issue of failed nightlies
    uses: lucid/build-action/.github/workflows/nightly.yml@v1
${inputs(about)}`;
}

/** ghcr.io accepts the job's token; other registries need a user and a token. */
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
