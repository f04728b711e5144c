import { type VerifyCheck, verifyChecks } from "../../model/service/verify-checks.ts";

const intro = `# What is checked of a pushed image

\`lucid verify\` and the \`verify\` action look at the images as the registry holds them: not at what the build meant, but at what arrived. Layers are
streamed, each once however many images share it, and nothing is pulled or unpacked to disk. \`lucid build\` and \`lucid run\` do the same for every image that they
have built, and for one that was there already but was never published. They keep what they found in a layer in the user's cache (in a workflow for the job), and
ask the registry only whether it has such a layer; \`lucid verify\` reads every layer. What is published under the floating tag passed then: of that they look at the
configuration again, and \`lucid verify\` at all. \`lucid publish\` by itself goes by the \`verify.json\` in its folder, and looks for itself where there is none.

The fourteen images of \`examples/lucid\` take about a second, and an import in an emulated container a few more (\`script/bench verify\`).

Each check is a row in \`verify.json\` or \`build.json\` and in the report: \`id\`, \`name\`, \`ok\`, \`expected\`, \`actual\`. What was not looked at has no row and no tick: it
stands under \`unchecked\`, with the reason. A failed check keeps the image from its tags and fails the command (\`policy: {verify: advisory}\` in the catalog
makes all of a service's checks tell only).

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

Every key of \`verify\` is in [the catalog's reference](catalog.md). \`checks\` gives a check another level, or switches it off.`;

/** docs/verify.md, from the table of checks. */
export function verifyDocs(): string {
	const kinds: readonly VerifyCheck[] = verifyChecks;
	const table = kinds.map(({ id, level, title }) => `| [\`${id}\`](#${id}) | ${level} | ${title} |`);
	const sections = kinds.map(({ id, level, title, docs }) => `## ${id}\n\n${title} (${level}).\n\n${docs}`);
	return `${[intro, ["| check | level | what holds |", "| --- | --- | --- |", ...table].join("\n"), ...sections].join("\n\n")}\n`;
}
