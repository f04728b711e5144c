import { optionsOf } from "../../src/interface/options.ts";
import { outputsOf } from "../../src/interface/outputs.ts";
import { stageInfo } from "../../src/interface/stage-info.ts";
import { type ActionStage, inputDefault } from "./action-yml.ts";
import { code, madeFrom, markdownTable } from "./markdown.ts";

const action = "lucid/build-action";

/** Steps as they would stand in a workflow; the checkout is left to the reader where it says nothing. */
const examples: Readonly<Record<ActionStage, string>> = {
	run: `- uses: lucid/build-action/setup@v1
- uses: lucid/build-action@v1
  with:
    registry: ghcr.io/acme # as in the catalog: the login is for this host
    registry-username: \${{ github.actor }}
    registry-password: \${{ secrets.GITHUB_TOKEN }}`,
	setup: `- uses: lucid/build-action/setup@v1
  with:
    platforms: linux/arm64
    registry: ghcr.io
    registry-username: \${{ github.actor }}
    registry-password: \${{ secrets.GITHUB_TOKEN }}`,
	plan: `jobs:
  plan:
    runs-on: ubuntu-24.04
    outputs:
      has-work: \${{ steps.plan.outputs.has-work }}
      matrix: \${{ steps.plan.outputs.matrix }}
    steps:
      - uses: actions/checkout@v6
      - uses: lucid/build-action/plan@v1
        id: plan
  build:
    needs: plan
    if: needs.plan.outputs.has-work == 'true'
    strategy:
      matrix: \${{ fromJSON(needs.plan.outputs.matrix) }}
    runs-on: \${{ matrix.runner }}
    name: \${{ matrix.name }}
    steps:
      - uses: actions/checkout@v6
      - uses: lucid/build-action/setup@v1
        with:
          platforms: \${{ matrix.platform }}
      - uses: lucid/build-action/build@v1
        with:
          service: \${{ matrix.service }}
          platform: \${{ matrix.platform }}`,
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
	verify: `- uses: lucid/build-action/setup@v1 # for verify.imports, which run in a container
- uses: lucid/build-action/verify@v1`,
	smoke: `- uses: lucid/build-action/setup@v1
- uses: lucid/build-action/smoke@v1
  id: smoke
- uses: actions/upload-artifact@v4
  if: always()
  with:
    name: smoke
    path: |
      \${{ steps.smoke.outputs.smoke-compose }}
      \${{ steps.smoke.outputs.junit }}`,
	"verify-host": `- uses: lucid/build-action/verify-host@v1
  with:
    docker-host: ssh://pi@raspberrypi # or runs-on: [self-hosted, raspberry-pi], without it`,
	publish: `- uses: actions/checkout@v4
  with: { fetch-depth: 0 } # tells which commit is the newer one
- uses: docker/login-action@v3
  with: { registry: ghcr.io, username: "\${{ github.actor }}", password: "\${{ github.token }}" }
- uses: lucid/build-action/publish@v1
  # in the job that smoked, or in one after it: what smoke found is in the registry`,
	report: `- uses: lucid/build-action/report@v1
  id: report
  if: always()
- uses: actions/upload-artifact@v4
  if: always()
  with:
    name: report
    path: \${{ steps.report.outputs.report }}`,
};

/** The page of one action: what it does, how it stands in a workflow, inputs and outputs. */
export function actionDocs(stage: ActionStage): string {
	const { summary, detail } = stageInfo[stage];
	return `${[
		`<!-- ${madeFrom} -->`,
		`# ${stage === "run" ? action : `${action}/${stage}`}`,
		`${summary}.`,
		detail,
		`\`\`\`yaml\n${examples[stage]}\n\`\`\``,
		"## Inputs",
		inputTable(stage),
		...(outputsOf(stage).length > 0 ? ["## Outputs", outputTable(stage)] : []),
	].join("\n\n")}\n`;
}

/** README.md with the tables of the action that does all in one job between its marks. */
export function withTables(readme: string): string {
	const marks = /(<!-- made by script\/build: inputs and outputs -->\n)[\s\S]*?(<!-- end -->)/;
	if (!marks.test(readme)) throw new Error("README.md has no place for inputs and outputs");
	const folded = (title: string, table: string) => `<details>\n<summary>${title}</summary>\n\n${table}\n\n</details>`;
	const tables = [folded("Inputs", inputTable("run")), folded("Outputs", outputTable("run"))].join("\n\n");
	return readme.replace(marks, (_, start: string, end: string) => `${start}\n${tables}\n\n${end}`);
}

const listed: ReadonlySet<string> = new Set(["list", "pairs"]);

function inputTable(stage: ActionStage): string {
	return markdownTable(
		["input", "default", "what it is"],
		optionsOf(stage, "action").map((option) => {
			const value = inputDefault(option, stage);
			const choices = option.choices ? ` One of ${option.choices.map(code).join(", ")}.` : "";
			const list = listed.has(option.kind) ? " Parted by commas or newlines." : "";
			return [code(option.name), value === "" ? "" : code(value), `${option.description}${choices}${list}`];
		}),
	);
}

function outputTable(stage: ActionStage): string {
	return markdownTable(
		["output", "what it is"],
		outputsOf(stage).map(({ name, description }) => [code(name), description]),
	);
}
