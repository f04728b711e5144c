// Checks the language of what people read with textlint: Markdown, and the comments and texts of sources.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { TextlintKernel, type TextlintKernelOptions } from "@textlint/kernel";
import markdown from "@textlint/textlint-plugin-markdown";
import terminology from "textlint-rule-terminology";
import { repeatedRule, sentenceRule, wordsRule } from "./proofreading/rules.ts";
import { sourcePlugin } from "./proofreading/source-plugin.ts";
import { type Language, passagesOf } from "./proofreading/source-prose.ts";
import { vocabularyOf } from "./proofreading/words.ts";

const mostColumns = 120;
const styleGuide = "docs/style.md";
const root = path.join(import.meta.dirname, "..");

interface Finding {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly message: string;
	readonly rule: string;
}

/** Terms of the rule `terminology` that do not hold here: commands, and words with another meaning. */
const excludedTerms = [
	"Git",
	"Docker",
	"Bash",
	"Zsh",
	"cURL",
	"SSH",
	"readme(s)?",
	"indexes\\b",
	"lint(?:er|ing)?[ -]?rule(s)?",
	"ID",
	"host[- ]name(s)?",
	"user[- ]name(s)?",
];

const rules: NonNullable<TextlintKernelOptions["rules"]> = [
	{ ruleId: "words", rule: wordsRule(vocabularyOf(readFileSync(path.join(root, styleGuide), "utf8"))) },
	{ ruleId: "sentence", rule: sentenceRule },
	{ ruleId: "repeated", rule: repeatedRule },
];

/** Names of the field as their owners write them. In Markdown only: it is slow. */
const spelling = { ruleId: "terminology", rule: terminology, options: { exclude: excludedTerms } };

/** How a file is read; undefined for one that is not checked. */
function languageOf(file: string): "markdown" | Language | undefined {
	if (/^test\/.*\.md$|\.d\.ts$|(^|\/)(dist|node_modules)\//.test(file)) return undefined;
	if (file.endsWith(".md")) return "markdown";
	if (/^(src|script|bench)\/.*\.ts$/.test(file)) return "typescript";
	if (/^test\/.*\.ts$/.test(file)) return "test";
	if (/^(script|\.ci)\/([\w/-]+|.*\.sh)$|^\.github\/.*\.yml$/.test(file)) return "hash";
	return undefined;
}

async function check(folder: string, file: string): Promise<readonly Finding[]> {
	const language = languageOf(file);
	if (language === undefined) return [];
	const text = readFileSync(path.join(folder, file), "utf8");
	// docs/style.md names the words that are not used.
	const checked = file === styleGuide ? rules.filter(({ ruleId }) => ruleId !== "words") : rules;
	const { messages } = await new TextlintKernel().lintText(text, {
		ext: language === "markdown" ? ".md" : `.${language}`,
		filePath: file,
		plugins: [
			{ pluginId: "markdown", plugin: markdown.default ?? markdown },
			{ pluginId: "source", plugin: sourcePlugin },
		],
		rules: language === "markdown" ? [...checked, spelling] : checked,
	});
	const findings = messages.map(({ line, column, message, ruleId }) => ({ file, line, column, message, rule: ruleId }));
	if (language !== "markdown") findings.push(...longComments(file, text, language));
	return findings.sort((a, b) => a.line - b.line || a.column - b.column);
}

const unreadable = (file: string, error: unknown): Finding => ({
	...{ file, line: 1, column: 1, rule: "syntax" },
	message: error instanceof Error ? error.message : String(error),
});

/** Comment lines of more than 120 columns; a tab has the width that Biome gives it. */
function longComments(file: string, text: string, language: Language): readonly Finding[] {
	const lines = text.split("\n").map((line) => line.replaceAll("\t", "  "));
	if (!lines.some(({ length }) => length > mostColumns)) return [];
	return passagesOf(text, language).flatMap(({ kind, start, text: passage }) => {
		if (kind === "string") return [];
		const first = text.slice(0, start).split("\n").length;
		return Array.from({ length: passage.split("\n").length }, (_, index) => first + index).flatMap((line) => {
			const width = lines[line - 1]?.length ?? 0;
			return width > mostColumns
				? [
						{
							file,
							line,
							column: 1,
							message: `a comment line of ${width} columns: at most ${mostColumns}`,
							rule: "width",
						},
					]
				: [];
		});
	});
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { count: { type: "boolean" } } });
const folder = process.cwd();
const files = execFileSync(
	"git",
	["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...positionals],
	{
		cwd: folder,
		encoding: "utf8",
	},
)
	.split("\0")
	// git also lists files that were deleted since.
	.filter((file) => file !== "" && existsSync(path.join(folder, file)))
	.sort();
const findings = (
	await Promise.all(files.map((file) => check(folder, file).catch((error) => [unreadable(file, error)])))
).flat();
if (values.count) {
	for (const [file, found] of Map.groupBy(findings, (finding) => finding.file)) console.log(`${found.length}\t${file}`);
} else {
	for (const { file, line, column, message, rule } of findings) {
		console.log(`${file}:${line}:${column}: ${message} [style/${rule}]`);
	}
}
console.error(`${findings.length} findings in ${files.length} files`);
process.exitCode = findings.length > 0 ? 1 : 0;
