import type { ListedInputs } from "../../model/documents/plan.ts";
import { plural } from "../../util/format.ts";
import { sanitizeLine } from "../../util/sanitize.ts";

/** Everything an image is built from: a title, then the inputs by kind. */
export function inputsText(inputs: ListedInputs, title: (text: string) => string): string {
	const { service, platform, dockerfile } = inputs;
	const lines = [
		title(`${service} (${platform}), ${dockerfile}`),
		...inputs.wholeContext.map(({ reason, line }) => `  the whole context counts: ${reason}${at(line)}`),
		...inputs.files.flatMap(({ instruction, line, context, paths }) => [
			`  ${instruction}${context === undefined ? "" : ` (${context})`}${at(line)}: ${plural(paths.length, "file")}`,
			...paths.map((path) => `    ${path}`),
		]),
		...inputs.images.map(({ ref, use, line, platform: on, pinned }) => {
			const bytes = pinned === undefined ? "" : ` -> ${pinned}`;
			return `  ${use === "syntax" ? "syntax" : `${use} image`} ${ref} for ${on}${at(line)}${bytes}`;
		}),
		...pairs("image of this catalog", inputs.catalogImages),
		...pairs("context", inputs.contexts),
		...inputs.urls.map(
			({ url, line, pinned }) => `  ADD ${url}${at(line)}${pinned ? "" : ", which may change unnoticed"}`,
		),
		...pairs("argument", inputs.args),
		...list("argument that does not count", inputs.volatileArgs),
		...list("secret", inputs.secrets),
		...list("ssh", inputs.ssh),
	];
	return lines.map(sanitizeLine).join("\n");
}

const at = (line: number | undefined) => (line === undefined ? "" : ` at line ${line}`);

function pairs(word: string, map: Readonly<Record<string, string>>): readonly string[] {
	return Object.entries(map).map(([name, value]) => `  ${word} ${name} = ${value}`);
}

const list = (word: string, names: readonly string[]) => names.map((name) => `  ${word} ${name}`);
