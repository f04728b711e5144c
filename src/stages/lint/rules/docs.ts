import { rules } from "./all.ts";

/** docs/lint.md: how to use lint, and all rules. */
export function lintDocs(): string {
	const table = rules.map(({ id, severity, title }) => `| [\`${id}\`](#${id}) | ${severity} | ${title} |`);
	const sections = rules.map(({ id, title, docs }) => `## ${id}\n\n${title}.\n\n${docs}`);
	return `${[
		"# Lint rules",
		intro,
		["| rule | severity | finds |", "| --- | --- | --- |", ...table].join("\n"),
		guide,
		...sections,
	].join("\n\n")}\n`;
}

const intro = `\`lucid lint\` and the \`lint\` action check the catalog, the Dockerfiles and the requirements. An \`error\` fails lint and keeps the
service from being built; \`fail-on\` makes lint fail on warnings or notes too. If [verify](verify.md) checks the same in an image, a finding has that check's level for the service,
or what \`verify.checks\` sets; \`policy.verify: advisory\` makes it a warning.`;

const guide = `## Switching a rule off

A comment directly above an instruction; text after the rule's name is the reason:

\`\`\`dockerfile
# lucid-ignore: final-user the init system has to be root
USER root
\`\`\`

\`# lucid-ignore-file: rule\` is for the whole file. In the catalog and in requirements files, the comment is above the line or at its end:

\`\`\`text
pytest==7.4.3  # lucid-ignore: dev-package
\`\`\`

\`lint.rules\` in the catalog sets a rule's severity, or \`off\`, under \`defaults\`, a phase or a service.

## What comes out

- A table, worst first. \`--json\` prints \`lint.json\`, which is always written to \`out\`.
- In a workflow: the ten worst annotations of each kind, which is GitHub's limit, and a table in the step summary.
- SARIF 2.1.0 in \`lint.sarif\` below \`out\`, and in the file of \`sarif\`.
- Exit code 1 if a finding is at least as severe as \`fail-on\`.

### Code scanning

\`\`\`yaml
permissions:
  contents: read
  security-events: write
steps:
  - uses: actions/checkout@v6
  - uses: lucid/build-action/lint@v1
    id: lint
  - uses: github/codeql-action/upload-sarif@v4
    if: always() && steps.lint.outputs.sarif
    with:
      sarif_file: \${{ steps.lint.outputs.sarif }}
      category: lucid-lint
\`\`\`

Paths are relative to the root of the repository. Findings keep their identity when lines above them move.

## A repository that has many findings

\`\`\`console
$ lucid lint --baseline lint-baseline.json --update-baseline
$ git add lint-baseline.json
\`\`\`

With \`--baseline lint-baseline.json\`, or the input \`baseline\`, lint only counts the findings in the file and fails on new ones. A finding is identified by its rule, its file and the
text of its line; identical lines are counted. Lint reports entries that no longer match; \`--update-baseline\` removes them. An error in the baseline still blocks a build, until
\`lint.rules\` changes its severity.

## --fix

\`lucid lint --fix\` applies safe fixes (the case of keywords, a missing \`ARG\`, a fixed platform, the JSON form of a command) until none is left, and prints them as a diff for
\`git apply\`. With \`--dry-run\` it only prints the diff.

## Requirements

Lint checks the packages in a \`pip install\` (or \`uv pip install\`, \`uv pip sync\`) of a needed stage, and in the requirements files that it names, with everything that those include by
\`-r\` and \`-c\`. It finds the files through the \`COPY\` or bind mount that brings them. It does not check dependencies of packages, nor the files of Poetry and Pipenv.

The index is PyPI, \`index-url\` (\`PIP_INDEX_URL\`), or the one in the file (\`--index-url\`, \`--extra-index-url\`) or Dockerfile (\`PIP_INDEX_URL\`). Lint uses the JSON form of the simple
API, otherwise the HTML form, with at most 16 requests at once and \`index-timeout\` seconds in total. Responses are cached in \`$LUCID_CACHE\` (\`~/.cache/lucid-build-action\`) and
revalidated by ETag after ten minutes. With \`offline\`, only cached responses count. If an index is unreachable, lint reports it once and skips the rules that need it. \`lucid run\` builds
nothing whose packages cannot be installed. A user and password in a URL are sent only to that index, and are neither shown nor stored.

Python version and C library are read from the names of base images: \`python:3.11-slim\`, \`gcr.io/distroless/python3-debian12\`, \`alpine:3.20\`. For others, any wheel for the platform
is accepted.

## BuildKit's own checks

If there is an engine, \`docker buildx bake --call=check\` runs once over all Dockerfiles. A result that a rule here also reports for the same line is skipped, and switching that rule off
switches the check off. \`# check=skip=NAME\` at the top of a Dockerfile disables a check for every build. A base image that cannot be reached (with \`offline\`, every one) is treated as
empty, and results that depend on it are skipped. \`build-checks: off\` starts no engine, \`on\` fails without one, \`auto\` reports skipped checks.`;
