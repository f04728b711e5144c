import { type VerifyCheck, verifyChecks } from "../../model/service/verify-checks.ts";

const intro = `# Checks of a pushed image

\`lucid verify\` and the \`verify\` action check images in the registry. Each layer is streamed once; nothing is pulled
or unpacked to disk.

\`lucid build\` and \`lucid run\` run the same checks on new images and older unpublished ones. They cache the contents of
layers (in the user's cache, in a workflow for the job) and only check that the registry has them. Of a floating tag's
image they check only the configuration. \`lucid verify\` reads everything. \`lucid publish\` alone uses the
\`verify.json\` in its folder, or checks the images itself.

Each check is a row in \`verify.json\` or \`build.json\` and the report: \`id\`, \`name\`, \`ok\`, \`expected\`,
\`actual\`. Checks that did not run are under \`unchecked\`, with the reason. A failed check keeps the image from its tags
and fails the command; with \`policy: {verify: advisory}\`, it is only reported.

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

[All keys of \`verify\`](catalog.md). \`checks\` changes a check's level, or switches it off.`;

/** docs/verify.md, from the table of checks. */
export function verifyDocs(): string {
	const checks: readonly VerifyCheck[] = verifyChecks;
	const table = checks.map(({ id, level, title }) => `| [\`${id}\`](#${id}) | ${level} | ${title} |`);
	const sections = checks.map(({ id, title, docs }) => `## ${id}\n\n${title}.\n\n${docs}`);
	const header = ["| check | level | passes when |", "| --- | --- | --- |"];
	return `${[intro, [...header, ...table].join("\n"), ...sections].join("\n\n")}\n`;
}
