import { type VerifyCheck, verifyChecks } from "../../model/service/verify-checks.ts";

const intro = `# Checks of a pushed image

\`lucid verify\` and the \`verify\` action check images as the registry holds them, not as the build meant them. Each
layer is streamed once, however many images share it. Nothing is pulled or unpacked to disk.

\`lucid build\` and \`lucid run\` run the same checks on every image that they have built, and on older images that were
never published. They cache the contents of layers (in the user's cache, in a workflow for the job) and only ask the
registry whether it has a cached layer; \`lucid verify\` reads every layer. What a floating tag names passed when it was
published: of it they check only the configuration again, and \`lucid verify\` everything. \`lucid publish\` alone uses
the \`verify.json\` in its folder, or checks the images itself.

The fourteen images of \`examples/lucid\` take about a second, plus a few seconds for an import in an emulated container
(\`script/bench verify\`).

Each check is a row in \`verify.json\` or \`build.json\` and in the report: \`id\`, \`name\`, \`ok\`, \`expected\`,
\`actual\`. A check that did not run is listed under \`unchecked\` with the reason. A failed check keeps the image from
its tags and fails the command; with \`policy: {verify: advisory}\` in the catalog, the checks of a service only report.

\`\`\`yaml
defaults:
  verify:
    base: ["gcr.io/distroless/*"]
    max_size: 100mb
    max_growth: 10%
    checks: { healthcheck: error }
services:
  service-mesh-controller:
    verify:
      files: [/app/controller/main.py]
      imports: [controller.main]
\`\`\`

[The catalog's reference](catalog.md) lists every key of \`verify\`. \`checks\` changes the level of a check, or
switches it off.`;

/** docs/verify.md, from the table of checks. */
export function verifyDocs(): string {
	const checks: readonly VerifyCheck[] = verifyChecks;
	const table = checks.map(({ id, level, title }) => `| [\`${id}\`](#${id}) | ${level} | ${title} |`);
	const sections = checks.map(({ id, level, title, docs }) => `## ${id}\n\n${title} (${level}).\n\n${docs}`);
	const header = ["| check | level | passes when |", "| --- | --- | --- |"];
	return `${[intro, [...header, ...table].join("\n"), ...sections].join("\n\n")}\n`;
}
