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
		"Five reports of images that were built by hand (000 to 004) tell of everything that went wrong on the way. Each of their defects, and what tells of it now: a [lint rule](lint.md), before anything is built, or a [check of the pushed image](verify.md). For every lint rule in the table, `test/lint/seeds/` has the defect as it was, the line it is told at, and the mended version, which is silent.",
		markdownTable(["report", "what went wrong", "what catches it"], rows),
	].join("\n\n")}\n`;
}

const link = (caught: Caught) =>
	caught.kind === "lint"
		? `[\`${caught.rule}\`](lint.md#${caught.rule})`
		: `verify [\`${caught.check}\`](verify.md#${caught.check})`;

/** Texts are plain; Markdown would take these for its own. */
const plain = (text: string) => text.replaceAll(/[_*`<>$]/g, (mark) => `\\${mark}`);
