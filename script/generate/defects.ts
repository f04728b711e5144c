import { type Caught, defects } from "../../test/lint/seeds/defects.ts";
import { markdownTable } from "./markdown.ts";

/** docs/defects.md: what went wrong before there was this tool, and what catches each of it now. */
export function defectsPage(): string {
	const rows = defects.map(({ id, what, caughtBy, instead }) => [
		id,
		plain(what),
		[...new Set(caughtBy.map(link)), ...(instead === undefined ? [] : [plain(instead)])].join("; "),
	]);
	return `${[
		"# Defects that cannot come back",
		"The table lists the defects in five reports on hand-built images (000 to 004), and what detects each of them now: a [linter rule](lint.md) before the build, or a [check of the pushed image](verify.md). For every linter rule in the table, `test/lint/seeds/` has the defect, the line of the finding, and a fixed version without a finding.",
		markdownTable(["report", "defect", "detected by"], rows),
	].join("\n\n")}\n`;
}

const link = (caught: Caught) =>
	caught.kind === "lint"
		? `[\`${caught.rule}\`](lint.md#${caught.rule})`
		: `verify [\`${caught.check}\`](verify.md#${caught.check})`;

/** Texts are plain; Markdown would take these for its own. */
const plain = (text: string) => text.replaceAll(/[_*`<>$]/g, (mark) => `\\${mark}`);
