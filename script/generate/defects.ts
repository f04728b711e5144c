import { type Caught, defects } from "../../test/lint/seeds/defects.ts";
import { markdownTable } from "./markdown.ts";

/** docs/defects.md: the defects of earlier builds, and what detects each of them now. */
export function defectsPage(): string {
	const rows = defects.map(({ id, what, caughtBy, instead }) => [
		id,
		plain(what),
		[...new Set(caughtBy.map(link)), ...(instead === undefined ? [] : [plain(instead)])].join("; "),
	]);
	return `${[
		"# Defects that cannot come back",
		"Five reports (000 to 004) describe what went wrong when these images were built by hand. The table lists each defect and what detects it now: a [lint rule](lint.md) before the build, or a [check of the pushed image](verify.md). For every lint rule in the table, `test/lint/seeds/` has the defect, its line, and the fixed version, which has no finding.",
		markdownTable(["report", "defect", "detected by"], rows),
	].join("\n\n")}\n`;
}

const link = (caught: Caught) =>
	caught.kind === "lint"
		? `[\`${caught.rule}\`](lint.md#${caught.rule})`
		: `verify [\`${caught.check}\`](verify.md#${caught.check})`;

/** Escapes the characters of Markdown. */
const plain = (text: string) => text.replaceAll(/[_*`<>$]/g, (mark) => `\\${mark}`);
