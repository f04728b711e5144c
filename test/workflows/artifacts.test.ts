// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how workflows write expressions
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { parse } from "yaml";
import { type FakeGitHub, fakeGitHub } from "../support/github/server.ts";
import { makeRepo, type Repo } from "../support/repo.ts";
import { type Act, onMain, openAct } from "./act.ts";
import { byName, withIdentity } from "./artifact-stand-ins.ts";

const workflows = path.join(import.meta.dirname, "../../.github/workflows");
const upload = "actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a";

/** Two legs keep a file each under a name by the index of the leg, as the jobs of build.yml do. */
const kept = `name: kept
on: push
jobs:
  wave-1:
    runs-on: ubuntu-24.04
    strategy:
      matrix: { name: [api, web] }
    steps:
      - run: mkdir -p "$RUNNER_TEMP/\${{ matrix.name }}" && echo "$GITHUB_RUN_ID" > "$RUNNER_TEMP/\${{ matrix.name }}/build.json"
      - id: keep
        uses: ${upload}
        with:
          name: lucid-wave-1-\${{ strategy.job-index }}-of-shop
          path: \${{ runner.temp }}/\${{ matrix.name }}/build.json
          overwrite: true
          retention-days: 1
      - run: test -n "\${{ steps.keep.outputs.artifact-id }}"
  other:
    runs-on: ubuntu-24.04
    steps:
      - run: echo forged > "$RUNNER_TEMP/build.json"
      - uses: ${upload}
        with: { name: lucid-wave-1-0-of-blog, path: "\${{ runner.temp }}/build.json" }
  sign:
    needs: [wave-1, other]
    runs-on: ubuntu-24.04
    steps:
      - uses: sigstore/cosign-installer@6f9f17788090df1f26f669e9d70d6ae9567deba6
      - uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c
        with:
          pattern: lucid-@(wave-1|wave-2|smoke)-+([0-9])-of-shop
          path: \${{ runner.temp }}/results
      - run: cd "$RUNNER_TEMP/results" && find . -type f | sort && cat */build.json
`;

let github: FakeGitHub;
let act: Act;
let repo: Repo;

before(async () => {
	github = await fakeGitHub();
	act = await openAct(github);
	repo = await makeRepo({ ".github/workflows/kept.yml": kept });
	await repo.commit();
});
after(async () => {
	await act?.[Symbol.asyncDispose]();
	await repo?.[Symbol.asyncDispose]();
	await github?.[Symbol.asyncDispose]();
});

test("here, a later job gets the artifacts of all legs of its own run and call, as on GitHub", async () => {
	for (const id of ["1001", "1002"]) {
		const { exitCode, log } = await act.run(repo.root, "kept.yml", onMain);
		assert.equal(exitCode, 0, log);
		const printed = log.split("\n").flatMap((line) => /^sign: ((?:\.\/.*|\d+)$)/.exec(line)?.[1] ?? []);
		const names = [0, 1].map((index) => `./lucid-wave-1-${index}-of-shop/build.json`);
		assert.deepEqual(printed, [...names, id, id]);
	}
});

test("here, the job sign alone has an identity, and build-signed.yml gets its results by name", async () => {
	const env = { ACTIONS_ID_TOKEN_REQUEST_URL: "http://127.0.0.1:1/?x=1", ACTIONS_ID_TOKEN_REQUEST_TOKEN: "t" };
	const edit = withIdentity({ ...env, SIGSTORE_FULCIO_URL: "http://127.0.0.1:2" });
	for (const [name, expected] of [
		["build.yml", []],
		["build-signed.yml", ["sign"]],
	] as const) {
		const { jobs } = parse(edit(byName(await readFile(path.join(workflows, name), "utf8")))) as {
			readonly jobs: Readonly<Record<string, { readonly env?: unknown; readonly steps?: readonly object[] }>>;
		};
		const having = Object.entries(jobs).filter(([, job]) => JSON.stringify(job).includes("ID_TOKEN_REQUEST"));
		assert.deepEqual(
			having.map(([id]) => id),
			expected,
			name,
		);
		for (const [, job] of having) assert.deepEqual(job.env, { ...env, SIGSTORE_FULCIO_URL: "http://127.0.0.1:2" });
		const get = jobs.sign?.steps?.find((step) => JSON.stringify(step).includes("download-artifact"));
		assert.deepEqual(get, {
			name: "Get the results",
			"timeout-minutes": 10,
			uses: "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
			with: {
				pattern: "lucid-@(wave-1|wave-2|smoke)-+([0-9])-of-${{ inputs.report-name }}",
				path: "${{ runner.temp }}/lucid-results",
			},
		});
		assert.doesNotMatch(JSON.stringify(jobs), /artifact-ids/);
	}
});
