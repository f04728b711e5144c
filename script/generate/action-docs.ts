import { optionsOf } from "../../src/options/options.ts";
import { outputsOf } from "../../src/options/outputs.ts";
import { stageInfo } from "../../src/options/stage-info.ts";
import { type ActionStage, inputDefault } from "./action-yml.ts";
import { code, generatedNote, markdownTable } from "./markdown.ts";

const action = "lucid/build-action";

/** Sample steps for a workflow; most leave out the checkout. */
const examples: Readonly<Record<ActionStage, string>> = {
	run: `- uses: lucid/build-action/setup@v1
- uses: lucid/build-action@v1
  with:
    registry: ghcr.io/acme # as in the catalog; the login is for this host
    registry-username: \${{ github.actor }}
    registry-password: \${{ secrets.GITHUB_TOKEN }}`,
	setup: `- uses: lucid/build-action/setup@v1
  with:
    platforms: linux/arm64
    registry: ghcr.io
    registry-username: \${{ github.actor }}
    registry-password: \${{ secrets.GITHUB_TOKEN }}`,
	plan: `name: images
on:
  push: { branches: [main] }
permissions: {}
jobs:
  plan:
    runs-on: ubuntu-24.04
    permissions: { contents: read, packages: read }
    outputs:
      plan: \${{ steps.plan.outputs.packed }} # blank if it is too long: then each job plans again
      services: \${{ steps.plan.outputs.services }}
      has-work: \${{ steps.plan.outputs.has-work }}
      matrix: \${{ steps.plan.outputs.matrix }}
      smoke-matrix: \${{ steps.plan.outputs.smoke-matrix }}
    steps:
      - uses: actions/checkout@v6
        with: { persist-credentials: false }
      - uses: lucid/build-action/setup@v1
        with:
          platforms: linux/amd64
          registry: ghcr.io
          registry-username: \${{ github.actor }}
          registry-password: \${{ github.token }}
      - uses: lucid/build-action/plan@v1
        id: plan
        with:
          smoke-jobs: changed

  build:
    needs: plan
    if: \${{ !cancelled() && needs.plan.outputs.has-work == 'true' }}
    strategy:
      fail-fast: false # a failed image does not stop the others
      matrix: \${{ fromJSON(needs.plan.outputs.matrix) }}
    name: \${{ matrix.name }}
    runs-on: \${{ matrix.runner }}
    permissions: { contents: read, packages: write }
    steps:
      - uses: actions/checkout@v6
        with: { persist-credentials: false }
      - uses: lucid/build-action/setup@v1
        with:
          platforms: \${{ matrix.platform }}
          registry: ghcr.io
          registry-username: \${{ github.actor }}
          registry-password: \${{ github.token }}
      - uses: lucid/build-action/build@v1
        with:
          plan: \${{ needs.plan.outputs.plan || 'new' }}
          service: \${{ matrix.service }}
          platform: \${{ matrix.platform }}

  smoke:
    needs: [plan, build]
    if: \${{ !cancelled() && needs.plan.outputs.smoke-matrix != '' }}
    strategy:
      fail-fast: false
      matrix: \${{ fromJSON(needs.plan.outputs.smoke-matrix) }}
    name: \${{ matrix.name }}
    runs-on: \${{ matrix.runner }}
    permissions: { contents: read, packages: write }
    steps:
      - uses: actions/checkout@v6
        with: { persist-credentials: false }
      - uses: lucid/build-action/setup@v1
        with:
          platforms: \${{ matrix.platform }}
          registry: ghcr.io
          registry-username: \${{ github.actor }}
          registry-password: \${{ github.token }}
      - uses: lucid/build-action/smoke@v1
        with:
          plan: \${{ needs.plan.outputs.plan || 'new' }}
          service: \${{ matrix.service }}
          platform: \${{ matrix.platform }}

  publish:
    needs: [plan, build, smoke]
    if: \${{ !cancelled() && needs.plan.outputs.services != '' }}
    runs-on: ubuntu-24.04
    permissions: { contents: read, packages: write }
    steps:
      - uses: actions/checkout@v6
        with: { persist-credentials: false }
      - uses: lucid/build-action/setup@v1
        with:
          platforms: linux/amd64
          registry: ghcr.io
          registry-username: \${{ github.actor }}
          registry-password: \${{ github.token }}
      - uses: lucid/build-action/publish@v1
        id: publish
        with:
          plan: \${{ needs.plan.outputs.plan || 'new' }}
          service: \${{ needs.plan.outputs.services }}
          summary: false
      - uses: lucid/build-action/report@v1
        id: report
        if: \${{ !cancelled() }}
        with:
          plan: \${{ needs.plan.outputs.plan || 'new' }}
          service: \${{ needs.plan.outputs.services }}
          recall: true # reads the results of the other jobs from the registry
          publish-result: \${{ steps.publish.outputs.packed }}
          job-results: publish=\${{ steps.publish.outcome }},\${{ join(needs.*.result, ',') }}
      - uses: actions/upload-artifact@v7
        if: \${{ !cancelled() }}
        with:
          name: lucid-report
          path: \${{ steps.report.outputs.report }}`,
	lint: `- uses: lucid/build-action/lint@v1
  id: lint
- uses: github/codeql-action/upload-sarif@v4 # needs security-events: write
  if: always() && steps.lint.outputs.sarif
  with:
    sarif_file: \${{ steps.lint.outputs.sarif }}
    category: lucid-lint`,
	build: `- uses: lucid/build-action/setup@v1
- uses: lucid/build-action/build@v1
  with:
    service: api-gateway`,
	verify: `- uses: lucid/build-action/setup@v1 # for verify.imports, which runs in a container
- uses: lucid/build-action/verify@v1`,
	smoke: `- uses: lucid/build-action/setup@v1
- uses: lucid/build-action/smoke@v1
  id: smoke
- uses: actions/upload-artifact@v7
  if: always()
  with:
    name: smoke
    path: |
      \${{ steps.smoke.outputs.smoke-compose }}
      \${{ steps.smoke.outputs.junit }}`,
	sign: `- uses: actions/checkout@v6
  with: { persist-credentials: false }
- uses: lucid/build-action/setup@v1
  with:
    registry: ghcr.io
    registry-username: \${{ github.actor }}
    registry-password: \${{ github.token }}
- uses: actions/download-artifact@v8 # build.json and smoke.json of the other jobs, a folder each
  with:
    pattern: lucid-results-* # as your jobs upload them
    path: \${{ runner.temp }}/results
- uses: lucid/build-action/sign@v1 # in a job of its own, with id-token: write
  with:
    plan: \${{ needs.plan.outputs.plan || 'new' }}
    service: \${{ needs.plan.outputs.services }}
    build-results: \${{ runner.temp }}/results
    smoke-results: \${{ runner.temp }}/results`,
	"verify-host": `- uses: lucid/build-action/verify-host@v1
  with:
    docker-host: ssh://pi@raspberrypi # or runs-on: [self-hosted, raspberry-pi], without it`,
	publish: `- uses: actions/checkout@v6
  with: { fetch-depth: 0 } # shows which commit is newer
- uses: lucid/build-action/setup@v1
  with:
    registry: ghcr.io
    registry-username: \${{ github.actor }}
    registry-password: \${{ github.token }}
- uses: lucid/build-action/publish@v1
  # in the job that ran smoke, or a later one: the registry has the results of smoke`,
	report: `- uses: lucid/build-action/report@v1
  id: report
  if: always()
- uses: actions/upload-artifact@v7
  if: always()
  with:
    name: report
    path: \${{ steps.report.outputs.report }}`,
};

/** Marks samples that no test can run. */
const notRun: Readonly<Partial<Record<ActionStage, string>>> = {
	"verify-host": "tests have no Raspberry Pi; test/engine/smoke-elsewhere.test.ts uses its own SSH server",
	sign: "the steps are those of the job `sign` of build-signed.yml",
};

/** The page of an action: summary, sample, inputs and outputs. */
export function actionDocs(stage: ActionStage): string {
	const { summary, detail } = stageInfo[stage];
	return `${[
		`<!-- ${generatedNote} -->`,
		`# ${stage === "run" ? action : `${action}/${stage}`}`,
		`${summary}.`,
		detail,
		...(notRun[stage] === undefined ? [] : [`<!-- not run: ${notRun[stage]} -->`]),
		`\`\`\`yaml\n${examples[stage]}\n\`\`\``,
		"## Inputs",
		inputTable(stage),
		...(outputsOf(stage).length > 0 ? ["## Outputs", outputTable(stage)] : []),
	].join("\n\n")}\n`;
}

const listed: ReadonlySet<string> = new Set(["list", "pairs"]);

function inputTable(stage: ActionStage): string {
	return markdownTable(
		["input", "default", "description"],
		optionsOf(stage, "action").map((option) => {
			const value = inputDefault(option, stage);
			const choices = option.choices ? ` One of ${option.choices.map(code).join(", ")}.` : "";
			const list = listed.has(option.kind) ? " Comma- or newline-separated." : "";
			return [code(option.name), value === "" ? "" : code(value), `${option.description}${choices}${list}`];
		}),
	);
}

function outputTable(stage: ActionStage): string {
	return markdownTable(
		["output", "description"],
		outputsOf(stage).map(({ name, description }) => [code(name), description]),
	);
}
