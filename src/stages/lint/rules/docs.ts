import { rules } from "./all.ts";

/** docs/lint.md: how lint is used, and the table of rules. */
export function lintDocs(): string {
	const table = rules.map(({ id, severity, title }) => `| [\`${id}\`](#${id}) | ${severity} | ${title} |`);
	const sections = rules.map(({ id, severity, title, docs }) => `## ${id}\n\n${title} (${severity}).\n\n${docs}`);
	return `${[
		"# Lint rules",
		"What `lucid lint` and the `lint` action look for in the catalog, the Dockerfiles and the requirements, before anything is built. An `error` makes it fail, other findings where `fail-on` says so. Where [verify](verify.md) finds the same in an image, a finding is as severe as that check is for the service: an error where it would stop the image, a warning where `verify.checks` or `policy.verify: advisory` only reports it.",
		["| rule | severity | finds |", "| --- | --- | --- |", ...table].join("\n"),
		guide,
		...sections,
	].join("\n\n")}\n`;
}

const guide = `## Switching a rule off

A comment right above an instruction switches a rule off there; what stands after the rule's name is the reason:

\`\`\`dockerfile
# lucid-ignore: final-user the init system has to be root
USER root
\`\`\`

\`# lucid-ignore-file: rule\` switches it off in the whole file. In the catalog and in requirements files the comment stands above the line, or ends it:

\`\`\`text
pytest==7.4.3  # lucid-ignore: dev-package
\`\`\`

\`lint.rules\` in the catalog gives a rule another severity, or \`off\`, under \`defaults\`, a phase or a service.

## What comes out

- A table for people, file by file, worst first. \`--json\` prints \`lint.json\`, which is always in \`out\`.
- In a workflow: annotations, ten of each kind as GitHub shows them, the worst first and the rest counted; and a table in the step's summary.
- SARIF 2.1.0 in \`lint.sarif\` in \`out\`, and where \`sarif\` says.
- The exit code is 1 when a finding is at least as bad as \`fail-on\`.

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

Paths are relative to the root of the repository, wherever the catalog lies. Findings keep their identity when lines above them move.

## A repository that has many findings

\`\`\`console
$ lucid lint --baseline lint-baseline.json --update-baseline
$ git add lint-baseline.json
\`\`\`

From then on \`--baseline lint-baseline.json\`, or the input \`baseline\`, counts what the file knows and fails on new findings only. A finding is known by its rule, its file and what its line
says, not by the line's number: edits elsewhere in the file do not bring it back, an edit of the line itself does. Of lines that are alike, as many are known as were counted. What the file
has too many is said; \`--update-baseline\` takes it out. The baseline is lint's alone: an error that forbids to build (a credential, say) still does, until \`lint.rules\` says otherwise.

## --fix

\`lucid lint --fix\` mends what is safe to mend (the case of keywords, an \`ARG\` that a stage has to repeat, a fixed platform, the JSON form of a command) and shows it as a diff that
\`git apply\` takes. With \`--dry-run\` it only shows. It repeats until nothing is left to mend, so a second run changes nothing.

## Requirements

The requirements files that are read are those that a \`pip install -r\` (or \`uv pip install -r\`, \`uv pip sync\`) of a needed stage names. They are found through the \`COPY\` or the bind mount
that brings them, with all that they include by \`-r\` and \`-c\`; packages that the command itself names are judged too. What packages need in turn is not looked at, and neither are
Poetry's and Pipenv's own files.

The index is PyPI, or \`index-url\` (\`PIP_INDEX_URL\`), or what the file (\`--index-url\`, \`--extra-index-url\`) or the Dockerfile (\`PIP_INDEX_URL\`) says. It is asked in the JSON form of
the simple API, or in its HTML form where it knows no other, at most sixteen questions at once and \`index-timeout\` seconds for all together. Answers are taken as they are for ten minutes, kept in
\`$LUCID_CACHE\` (\`~/.cache/lucid-build-action\`), then asked about by their ETag. With \`offline\` nobody is asked, and what was kept counts. An index that cannot be reached fails nothing: it
is said once, and the rules that rest on it are silent. \`lucid run\` asks about what it is about to build, and builds nothing that cannot be installed. A user and password in an address go to that index alone, and are neither shown nor kept.

Whether a wheel fits goes by the names of base images: \`python:3.11-slim\`, \`gcr.io/distroless/python3-debian12\`, \`alpine:3.20\` say their Python and their C library. Where they do
not, any wheel for the platform is taken to fit.

## BuildKit's own checks

Where there is an engine, \`docker buildx bake --call=check\` runs once over all Dockerfiles, which builds nothing. What one of the rules here has said of the same line is not repeated, and
what switches that rule off switches the check off. A base image that cannot be reached is taken as empty, with \`offline\` all are: what only it could tell is left out then.
\`build-checks: off\` starts no engine; \`on\` fails where there is none; \`auto\` leaves the checks out there and says so.`;
